/// Looks at pairs by their shingles, and reads in full those that are listed.
final class ShingleExaminer<Source: TextSource>: Examiner {
  private(set) var verified: [VerifiedPair]
  /// Why a text could not be read again; what came afterwards is worth nothing.
  private(set) var failure: Source.Reader.Failure?
  private var known: [PairKey: Int]
  private var comparer: ShingleComparer<Source>
  private let verification: ShingleVerification<Source>
  private let settings: Settings
  private let profile: Profile

  /// How many pairs a task reads in full at a time.
  private static var batchSize: Int { 64 }

  init(
    _ verification: ShingleVerification<Source>, settings: Settings, profile: Profile,
    verified: [VerifiedPair]
  ) {
    self.verification = verification
    self.settings = settings
    self.profile = profile
    self.verified = verified
    known = Dictionary(uniqueKeysWithValues: zip(verified.map(\.pair), verified.indices))
    comparer = ShingleComparer(verification)
  }

  func link(_ pair: PairKey) -> Clustering.Link? { result(of: pair)?.link(settings) }

  func score(of pair: PairKey) -> Double { result(of: pair)?.score ?? 0 }

  private func result(of pair: PairKey) -> VerifiedPair? {
    if let index = known[pair] { return verified[index] }
    guard failure == nil else { return nil }
    do throws(Source.Reader.Failure) {
      let result = try comparer.compare(pair)
      known[pair] = verified.count
      verified.append(result)
      return result
    } catch {
      failure = error
      return nil
    }
  }

  func examine(_ pairs: [PairKey]) async -> [VerifiedPair] {
    let known = pairs.compactMap { result(of: $0) }
    let batches = stride(from: 0, to: known.count, by: Self.batchSize).map {
      Array(known[$0..<min($0 + Self.batchSize, known.count)])
    }
    let (verification, profile) = (verification, profile)
    let results = await mapInOrder(batches, tasks: settings.threads) { batch in
      Self.detailed(batch, verification, profile)
    }
    var detailed: [VerifiedPair] = []
    for result in results {
      do throws(Source.Reader.Failure) {
        detailed.append(contentsOf: try result.get())
      } catch {
        failure = failure ?? error
      }
    }
    return detailed
  }

  /// Adds what the texts of pairs share.
  private static func detailed(
    _ pairs: [VerifiedPair], _ verification: ShingleVerification<Source>, _ profile: Profile
  ) -> Result<[VerifiedPair], Source.Reader.Failure> {
    var documents = CollectionReader(verification.collection, verification.source)
    var reader = TextReader(profile: profile)
    var verifier = Verifier(scoring: .jaccard)
    var detailed: [VerifiedPair] = []
    for pair in pairs {
      do throws(Source.Reader.Failure) {
        let a = try documents.read(pair.pair.a, by: &reader)
        let b = try documents.read(pair.pair.b, by: &reader)
        detailed.append(verifier.verify(pair.pair, a, b) { _, _ in true })
      } catch {
        return .failure(error)
      }
    }
    return .success(detailed)
  }
}
