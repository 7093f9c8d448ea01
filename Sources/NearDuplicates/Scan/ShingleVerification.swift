/// Verifies candidates by the exact Jaccard similarity of their shingle sets: what the preset
/// `corpus` asks for, without reading what texts say.
struct ShingleVerification<Source: TextSource>: Sendable {
  let collection: Collection
  let source: Source

  /// How many pairs a task takes at a time, about.
  private static var batchSize: Int { 256 }

  /// Verifies pairs, which are in order.
  func verify(
    _ pairs: [PairKey], tasks: Int, progress: (@Sendable (Progress) -> Void)?
  ) async throws(Source.Reader.Failure) -> [VerifiedPair] {
    let batches = batches(of: pairs)
    let results = await mapInOrder(
      batches, tasks: tasks, verify,
      progress: { done in
        progress?(Progress(stage: .verifying, done: done, total: batches.count))
      })
    var verified: [VerifiedPair] = []
    verified.reserveCapacity(pairs.count)
    for result in results { verified.append(contentsOf: try result.get()) }
    verified.sort { $0.pair < $1.pair }
    return verified
  }

  private func verify(_ pairs: [PairKey]) -> Result<[VerifiedPair], Source.Reader.Failure> {
    var comparer = ShingleComparer(self)
    var verified: [VerifiedPair] = []
    verified.reserveCapacity(pairs.count)
    for pair in pairs {
      do throws(Source.Reader.Failure) {
        verified.append(try comparer.compare(pair))
      } catch {
        return .failure(error)
      }
    }
    return .success(verified)
  }

  /// Cuts pairs into batches by what hangs together, so that each text is read once: only a whole
  /// of more pairs than a batch has is cut through.
  private func batches(of pairs: [PairKey]) -> [[PairKey]] {
    let wholes = Wholes(of: pairs, documents: collection.count)
    let sorted = wholes.sorted(pairs)
    var batches: [[PairKey]] = []
    var start = 0
    for end in 1...max(1, sorted.count) where end <= sorted.count {
      let size = end - start
      let isEnd = end == sorted.count
      let goesOn = !isEnd && wholes[sorted[end].a] == wholes[sorted[end - 1].a]
      if isEnd || size >= 4 * Self.batchSize || (size >= Self.batchSize && !goesOn) {
        batches.append(Array(sorted[start..<end]))
        start = end
      }
    }
    return batches
  }
}

/// Compares documents pair by pair, and remembers the shingles of those it has read.
struct ShingleComparer<Source: TextSource> {
  typealias Failure = Source.Reader.Failure

  private let collection: Collection
  private var reader: CollectionReader<Source>
  private var sets = ShingleSets()
  private var known: [UInt32: [UInt64]] = [:]

  private var knownShingles = 0

  /// Shingles that are kept at a time: 4 MB.
  private static var mostKnown: Int { 1 << 19 }

  init(_ verification: ShingleVerification<Source>) {
    collection = verification.collection
    reader = CollectionReader(verification.collection, verification.source)
  }

  /// Compares two documents, named by their places in canonical order.
  mutating func compare(_ pair: PairKey) throws(Failure) -> VerifiedPair {
    let identity = collection.identity(at: pair.a)
    let isIdentical = identity == collection.identity(at: pair.b) && identity != 0
    var score = 1.0
    if !isIdentical {
      let shingles = try shingles(of: pair.a)
      score = sets.jaccard(shingles, named: pair.a, try self.shingles(of: pair.b))
      score = (score * 10_000).rounded() / 10_000
    }
    let (a, b) = (Int(collection.order[Int(pair.a)]), Int(collection.order[Int(pair.b)]))
    let relation = RelationRules.relation(
      ofJaccard: score, isIdentical: isIdentical,
      isOneHouse: collection.kept.areOfOneHouse(a, b), daysApart: daysApart(a, b))
    return VerifiedPair(pair: pair, relation: relation, score: score, isCopied: true, details: nil)
  }

  private func daysApart(_ one: Int, _ other: Int) -> Int? {
    let dates = collection.kept.dates
    guard let first = dates[one], let second = dates[other] else { return nil }
    return abs(first.day - second.day)
  }

  private mutating func shingles(of place: UInt32) throws(Failure) -> [UInt64] {
    if let shingles = known[place] { return shingles }
    let shingles = try reader.shingles(at: place, in: &sets)
    if knownShingles >= Self.mostKnown {
      known.removeAll(keepingCapacity: true)
      knownShingles = 0
    }
    known[place] = shingles
    knownShingles += shingles.count
    return shingles
  }
}
