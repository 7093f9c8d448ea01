/// Looks at pairs by all that their texts say.
final class TextExaminer<Source: TextSource>: Examiner {
  private(set) var verified: [VerifiedPair]
  /// Why a text could not be read again; what came afterwards is worth nothing.
  private(set) var failure: Source.Reader.Failure?
  private var known: [PairKey: Int]
  private var verifier: Verifier
  private var reader: TextReader
  private var documents: [UInt32: ReadDocument] = [:]
  private var source: CollectionReader<Source>
  private let settings: Settings

  /// Readings that are kept at a time, 20 KB each.
  private static var mostDocuments: Int { 2048 }

  init(
    _ search: Search, texts source: Source, settings: Settings, verified: [VerifiedPair]
  ) {
    self.source = CollectionReader(search.collection, source)
    self.settings = settings
    self.verified = verified
    known = Dictionary(uniqueKeysWithValues: zip(verified.map(\.pair), verified.indices))
    verifier = Verifier(scoring: settings.preset.scoring)
    reader = TextReader(profile: search.profile)
  }

  func link(_ pair: PairKey) -> Clustering.Link? { result(of: pair)?.link(settings) }

  func score(of pair: PairKey) -> Double { result(of: pair)?.score ?? 0 }

  private func result(of pair: PairKey) -> VerifiedPair? {
    known[pair].map { verified[$0] } ?? examine(pair)
  }

  func examine(_ pairs: [PairKey]) async -> [VerifiedPair] { pairs.compactMap { examine($0) } }

  private func examine(_ pair: PairKey) -> VerifiedPair? {
    if let index = known[pair], verified[index].details != nil || verified[index].relation == nil {
      return verified[index]
    }
    guard let a = document(pair.a), let b = document(pair.b) else { return nil }
    let result = verifier.verify(pair, a, b) { _, _ in true }
    if let index = known[pair] {
      verified[index] = result
    } else {
      known[pair] = verified.count
      verified.append(result)
    }
    return result
  }

  private func document(_ place: UInt32) -> ReadDocument? {
    if let document = documents[place] { return document }
    guard failure == nil else { return nil }
    if documents.count >= Self.mostDocuments { documents.removeAll() }
    do throws(Source.Reader.Failure) {
      let document = try source.read(place, by: &reader)
      documents[place] = document
      return document
    } catch {
      failure = error
      return nil
    }
  }
}
