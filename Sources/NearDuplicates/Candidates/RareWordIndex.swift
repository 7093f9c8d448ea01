/// The third channel: pairs of documents close in date that share many rare words, for rewrites
/// that left no run of words in common.
///
/// Of each document the rarest words are kept, names and figures most of all. Two documents are
/// proposed where the rare words they share weigh enough beside all of the poorer one, each with
/// the few others that come closest, so that an event of a hundred reports does not propose five
/// thousand pairs.
package struct RareWordIndex {
  /// Days between the dates of two documents at most; undated documents are near to all.
  package static let windowDays = 3
  /// How many of its rarest words are kept of a document.
  static let mostWords = 200
  /// How many words two documents must share.
  package static let leastShared = 8
  /// The share of the poorer document's weight that must be common.
  package static let leastShare: Float = 0.26
  /// How many others are proposed for a document.
  package static let mostProposed = 8

  private let publications: [Publication]
  /// The kept words of all documents.
  private let lists: RareWordLists
  private let postings: RarePostings

  /// A word that tells and how much.
  package struct RareWord: Sendable {
    /// The low half of its token hash.
    package var word: UInt32
    /// What it tells.
    package var weight: Float
  }

  /// Two documents that share many rare words.
  struct RarePair: Equatable {
    var pair: PairKey
    /// How many of the kept words are common.
    var words: UInt16
    /// The share of the poorer one's weight that is common.
    var share: Float
  }

  /// Indexes the rare words of a collection in canonical order.
  ///
  /// Complexity: O(*n*) for *n* tokens.
  init(_ digests: Digests, weights: WordWeights, publications: [Publication]) {
    self.init(
      RareWordLists(of: 0..<digests.count, digests, weights), publications: publications)
  }

  /// Indexes the rare words of a collection with a number of tasks.
  init(
    _ digests: Digests, weights: WordWeights, publications: [Publication], tasks: Int
  ) async {
    let batches = stride(from: 0, to: digests.count, by: 1024).map {
      $0..<min($0 + 1024, digests.count)
    }
    let lists = await mapInOrder(batches, tasks: tasks) { RareWordLists(of: $0, digests, weights) }
    self.init(RareWordLists(joining: lists), publications: publications)
  }

  private init(_ lists: RareWordLists, publications: [Publication]) {
    self.lists = lists
    self.publications = publications
    postings = RarePostings(
      lists: lists.starts, words: lists.words, days: publications.map(\.day))
  }

  /// The pairs that documents of a range make with later ones, in order.
  ///
  /// Complexity: O(*s*) for *s* occurrences of the documents' words within the window.
  func pairs(from documents: Range<Int>) -> [RarePair] {
    var counts = RareCounts(documents: lists.totals.count)
    var pairs: [RarePair] = []
    for document in documents {
      postings.count(later: document, lists, into: &counts)
      let total = lists.totals[document]
      let proposed = counts.drain { other, count, weight in
        guard count >= Self.leastShared, !areOfOneHouse(document, other) else { return nil }
        let poorer = min(total, lists.totals[other])
        return weight >= Self.leastShare * poorer ? weight / poorer : nil
      }
      for other in proposed.prefix(Self.mostProposed) {
        let pair = PairKey(UInt32(document), UInt32(other.document))
        pairs.append(RarePair(pair: pair, words: other.words, share: other.closeness))
      }
    }
    return pairs.sorted { $0.pair < $1.pair }
  }

  /// What one house says again it says in the same words, and other channels find it.
  private func areOfOneHouse(_ one: Int, _ other: Int) -> Bool {
    guard let house = publications[one].house else { return false }
    return house == publications[other].house
  }
}

/// Where each rare word stands, in the order of the documents: the dated ones, then the others.
private struct RarePostings {
  /// Where the others with a word begin: side by side, for one visit to memory.
  private struct Others {
    /// The later documents.
    var later: UInt32 = 0
    /// The undated documents.
    var undated: UInt32 = 0
  }

  /// For each kept word of each document: where the others with that word begin.
  private var others: [Others] = []
  private var documents: [UInt32] = []
  /// The most undated documents with a word that it still leads dated ones to: no date narrows
  /// these down.
  private static let mostUndated = 16
  /// For each document the first that is too late to be near.
  private var tooLate: [UInt32] = []

  init(lists starts: [Int], words: [UInt32], days: [Int?]) {
    tooLate = Self.tooLate(days)
    others = [Others](repeating: Others(), count: words.count)
    documents.reserveCapacity(words.count + words.count / 4)
    let places = Self.placesByWord(words)
    let readers = Self.documents(ofLists: starts)
    let firstUndated = UInt32(days.firstIndex(of: nil) ?? days.count)
    var start = 0
    while start < places.count {
      var end = start
      while end < places.count, places[end] >> 32 == places[start] >> 32 { end += 1 }
      append(places[start..<end], readers, firstUndated: firstUndated)
      start = end
    }
  }

  private static func tooLate(_ days: [Int?]) -> [UInt32] {
    var end = 0
    return days.map { day in
      guard let day else { return UInt32(days.count) }
      while end < days.count, let other = days[end], other <= day + RareWordIndex.windowDays {
        end += 1
      }
      return UInt32(end)
    }
  }

  /// Each word with its place in the low half, by word and then by place.
  private static func placesByWord(_ words: [UInt32]) -> [UInt64] {
    var places = words.indices.map { UInt64(words[$0]) << 32 | UInt64($0) }
    places.sortByUpperHalf()
    return places
  }

  /// The document of each place.
  private static func documents(ofLists starts: [Int]) -> [UInt32] {
    var documents: [UInt32] = []
    documents.reserveCapacity(starts[starts.count - 1])
    for document in 0..<(starts.count - 1) {
      let count = starts[document + 1] - starts[document]
      documents.append(contentsOf: repeatElement(UInt32(document), count: count))
    }
    return documents
  }

  private mutating func append(
    _ group: ArraySlice<UInt64>, _ readers: [UInt32], firstUndated: UInt32
  ) {
    let start = documents.count
    for place in group { documents.append(readers[Int(place & 0xFFFF_FFFF)]) }
    let dated = documents[start...].count { $0 < firstUndated }
    let undatedStart = UInt32(start + dated)
    let groupEnd = UInt32(documents.count)
    let isRareAmongUndated = group.count - dated <= Self.mostUndated
    for (index, bits) in group.enumerated() {
      let place = Int(bits & 0xFFFF_FFFF)
      others[place] = Others(
        later: UInt32(start + index + 1),
        undated: index < dated && !isRareAmongUndated ? groupEnd : undatedStart)
    }
    documents.append(.max)
  }

  /// Counts what later documents that are near in time share with one.
  func count(later document: Int, _ lists: RareWordLists, into counts: inout RareCounts) {
    let range = lists.starts[document]..<lists.starts[document + 1]
    let end = tooLate[document]
    counts.withAdder { adder in
      lists.weights.withUnsafeBufferPointer { weights in
        documents.withUnsafeBufferPointer { documents in
          for place in range {
            var index = Int(others[place].later)
            while documents[index] < end {
              adder.add(weights[place], to: Int(documents[index]))
              index &+= 1
            }
            index = max(index, Int(others[place].undated))
            while documents[index] != .max {
              adder.add(weights[place], to: Int(documents[index]))
              index &+= 1
            }
          }
        }
      }
    }
  }
}

/// What one document shares with others.
private struct RareCounts {
  /// What is shared with one document: in one place, for one visit to memory.
  struct Shared {
    var weight: Float = 0
    var count: UInt32 = 0
  }

  private var shared: [Shared]
  /// The documents with which something is shared, and room for one more.
  private var touched: [UInt32]
  private var touchedCount = 0

  init(documents: Int) {
    shared = [Shared](repeating: Shared(), count: documents)
    touched = [UInt32](repeating: 0, count: documents + 1)
  }

  /// Counts while memory is at hand.
  struct Adder {
    let shared: UnsafeMutableBufferPointer<Shared>
    let touched: UnsafeMutableBufferPointer<UInt32>
    var touchedCount: Int

    @inline(__always)
    mutating func add(_ weight: Float, to document: Int) {
      touched[touchedCount] = UInt32(truncatingIfNeeded: document)
      touchedCount &+= shared[document].count == 0 ? 1 : 0
      shared[document].count &+= 1
      shared[document].weight += weight
    }
  }

  @inline(__always)
  mutating func withAdder(_ body: (inout Adder) -> Void) {
    let start = touchedCount
    touchedCount = shared.withUnsafeMutableBufferPointer { shared in
      touched.withUnsafeMutableBufferPointer { touched in
        var adder = Adder(shared: shared, touched: touched, touchedCount: start)
        body(&adder)
        return adder.touchedCount
      }
    }
  }

  /// The documents for which a closure finds a closeness, closest first; everything is forgotten.
  mutating func drain(
    _ closeness: (Int, Int, Float) -> Float?
  ) -> [(document: Int, words: UInt16, closeness: Float)] {
    var close: [(document: Int, words: UInt16, closeness: Float)] = []
    for document in touched[..<touchedCount].lazy.map({ Int($0) }) {
      let common = shared[document]
      if let value = closeness(document, Int(common.count), common.weight) {
        close.append((document, UInt16(common.count), value))
      }
      shared[document] = Shared()
    }
    touchedCount = 0
    return close.sorted { ($0.closeness, $1.document) > ($1.closeness, $0.document) }
  }
}
