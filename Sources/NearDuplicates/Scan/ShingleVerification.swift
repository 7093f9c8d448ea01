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
    let wholes = Wholes(of: pairs, documents: collection.count)
    let batches = batches(of: wholes.sorted(pairs), wholes)
    let results = await mapInOrder(
      batches, tasks: tasks, { verify($0, wholes) },
      progress: { done in
        progress?(Progress(stage: .verifying, done: done, total: batches.count))
      })
    var verified: [VerifiedPair] = []
    verified.reserveCapacity(pairs.count)
    for result in results { verified.append(contentsOf: try result.get()) }
    verified.sort { $0.pair < $1.pair }
    return verified
  }

  private func verify(
    _ pairs: [PairKey], _ wholes: Wholes
  ) -> Result<[VerifiedPair], Source.Reader.Failure> {
    var comparer = ShingleComparer(self)
    var verified: [VerifiedPair] = []
    verified.reserveCapacity(pairs.count)
    var whole: UInt32?
    for pair in pairs {
      if wholes[pair.a] != whole { comparer.forget() }
      whole = wholes[pair.a]
      do throws(Source.Reader.Failure) {
        verified.append(try comparer.compare(pair))
      } catch {
        return .failure(error)
      }
    }
    return .success(verified)
  }

  /// Cuts pairs that stand whole by whole into batches, so that each text is read once: only a whole
  /// of more pairs than a batch has is cut through.
  private func batches(of sorted: [PairKey], _ wholes: Wholes) -> [[PairKey]] {
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

  /// Where in ``lists`` the shingles of the documents that were read are.
  private var known: [UInt32: Int] = [:]
  /// The shingles of each known document; behind them is room to be used again.
  private var lists: [[UInt64]] = []
  private var knownShingles = 0

  /// Shingles that are kept at a time: 4 MB.
  private static var mostKnown: Int { 1 << 19 }

  init(_ verification: ShingleVerification<Source>) {
    collection = verification.collection
    reader = CollectionReader(verification.collection, verification.source)
  }

  /// Forgets the documents that were read: none of them is in one of the next pairs.
  mutating func forget() {
    known.removeAll(keepingCapacity: true)
    knownShingles = 0
  }

  /// Compares two documents, named by their places in canonical order.
  mutating func compare(_ pair: PairKey) throws(Failure) -> VerifiedPair {
    let identity = collection.identity(at: pair.a)
    let isIdentical = identity == collection.identity(at: pair.b) && identity != 0
    let score = isIdentical ? 1 : try jaccard(of: pair).roundedScore
    let (a, b) = (Int(collection.order[Int(pair.a)]), Int(collection.order[Int(pair.b)]))
    let relation = RelationRules.relation(
      ofJaccard: score, isIdentical: isIdentical,
      isOneHouse: collection.kept.areOfOneHouse(a, b), daysApart: daysApart(a, b))
    return VerifiedPair(pair: pair, relation: relation, score: score, isCopied: true, details: nil)
  }

  /// The pairs of a document come one after the other: its shingles are held for all of them.
  private mutating func jaccard(of pair: PairKey) throws(Failure) -> Double {
    if sets.held != pair.a {
      let shingles = try shingles(of: pair.a)
      sets.hold(lists[shingles], named: pair.a)
    }
    let shingles = try shingles(of: pair.b)
    return sets.jaccard(with: lists[shingles])
  }

  private func daysApart(_ one: Int, _ other: Int) -> Int? {
    let dates = collection.kept.dates
    guard let first = dates[one], let second = dates[other] else { return nil }
    return abs(first.day - second.day)
  }

  /// Where in ``lists`` the shingles of a document are.
  private mutating func shingles(of place: UInt32) throws(Failure) -> Int {
    if let index = known[place] { return index }
    if knownShingles >= Self.mostKnown { forget() }
    let index = known.count
    if index == lists.count { lists.append([]) }
    try reader.read(place, by: &sets, into: &lists[index])
    known[place] = index
    knownShingles += lists[index].count
    return index
  }
}
