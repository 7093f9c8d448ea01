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
  private static let mostWords = 200
  /// How many words two documents must share.
  package static let leastShared = 8
  /// The share of the poorer document's weight that must be common.
  package static let leastShare: Float = 0.26
  /// How many others are proposed for a document.
  package static let mostProposed = 8

  private let publications: [Publication]
  /// The kept words of all documents, document after document, each list by word.
  private var words: [RareWord] = []
  private var starts: [Int] = [0]
  /// The summed weights of each document's words.
  private var totals: [Float] = []
  private var postings = RarePostings()

  /// A word that tells and how much.
  package struct RareWord: Sendable {
    /// The low half of its token hash.
    package var word: UInt32
    /// What it tells.
    package var weight: Float
  }

  /// Indexes the rare words of a collection in canonical order.
  ///
  /// Complexity: O(*n*) for *n* tokens.
  init(_ digests: Digests, weights: WordWeights, publications: [Publication]) {
    self.publications = publications
    for document in 0..<digests.count {
      let rarest = Self.rarest(of: digests.tokens(of: document), weights)
      words.append(contentsOf: rarest)
      starts.append(words.count)
      totals.append(rarest.reduce(0) { $0 + $1.weight })
    }
    postings = RarePostings(lists: starts, words: words.map(\.word), days: publications.map(\.day))
  }

  /// The distinct words of a text that are rare enough, the rarest first.
  package static func rarest(
    of tokens: ArraySlice<UInt32>, _ weights: WordWeights
  ) -> [RareWord] {
    let isCovered = weights.covers(tokens)
    let least = weights.tellingWeight(isCovered: isCovered)
    // Weight and word in one number, for numbers sort three times as fast as pairs; weights are
    // positive, so that their bits are in order.
    var rare: [UInt64] = []
    for token in tokens where !(isCovered && weights.seemsCommon(token)) {
      let weight =
        isCovered
        ? weights.coveredWeight(of: token) : weights.uncoveredWeight(of: token, letters: 8)
      if weight >= least { rare.append(UInt64(weight.bitPattern) << 32 | UInt64(token)) }
    }
    rare.sort()
    var distinct: [RareWord] = []
    var last: UInt64?
    for bits in rare.reversed() where bits != last {
      last = bits
      distinct.append(
        RareWord(
          word: UInt32(truncatingIfNeeded: bits),
          weight: Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32))))
      if distinct.count == mostWords { break }
    }
    return distinct
  }

  /// The pairs that documents of a range make with later ones, in order.
  ///
  /// Complexity: O(*s*) for *s* occurrences of the documents' words within the window.
  func pairs(from documents: Range<Int>) -> [PairKey] {
    var counts = RareCounts(documents: starts.count - 1)
    var pairs: [PairKey] = []
    for document in documents {
      for index in starts[document]..<starts[document + 1] {
        postings.forEachLater(than: document, place: index) { other in
          counts.add(words[index].weight, to: other)
        }
      }
      let proposed = counts.drain { other, count, weight in
        guard count >= Self.leastShared, !areOfOneHouse(document, other) else { return nil }
        let poorer = min(totals[document], totals[other])
        return weight >= Self.leastShare * poorer ? weight / poorer : nil
      }
      for other in proposed.prefix(Self.mostProposed) {
        pairs.append(PairKey(UInt32(document), UInt32(other)))
      }
    }
    return pairs.sorted()
  }

  /// What one house says again it says in the same words, and other channels find it.
  private func areOfOneHouse(_ one: Int, _ other: Int) -> Bool {
    guard let house = publications[one].house else { return false }
    return house == publications[other].house
  }
}

/// Where each rare word stands, in the order of the documents: the dated ones, then the others.
private struct RarePostings {
  /// For each kept word of each document: where the later documents with that word begin.
  private var later: [UInt32] = []
  /// For each kept word of each document: where the undated documents with that word begin.
  private var undated: [UInt32] = []
  private var documents: [UInt32] = []
  /// The most undated documents with a word that it still leads dated ones to: no date narrows
  /// these down.
  private static let mostUndated = 16
  /// For each document the first that is too late to be near.
  private var tooLate: [UInt32] = []

  init() {}

  init(lists starts: [Int], words: [UInt32], days: [Int?]) {
    tooLate = Self.tooLate(days)
    later = [UInt32](repeating: 0, count: words.count)
    undated = later
    documents.reserveCapacity(words.count + words.count / 4)
    let occurrences = Self.occurrences(of: words, lists: starts)
    let firstUndated = UInt32(days.firstIndex(of: nil) ?? days.count)
    var start = 0
    while start < occurrences.count {
      var end = start
      while end < occurrences.count, occurrences[end].hash == occurrences[start].hash { end += 1 }
      append(occurrences[start..<end], firstUndated: firstUndated)
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

  private static func occurrences(of words: [UInt32], lists starts: [Int]) -> [Occurrence] {
    var occurrences: [Occurrence] = []
    occurrences.reserveCapacity(words.count)
    for document in 0..<(starts.count - 1) {
      for place in starts[document]..<starts[document + 1] {
        let hash = UInt64(words[place]) << 32 | UInt64(words[place])
        occurrences.append(
          Occurrence(hash: hash, document: UInt32(document), position: UInt32(place)))
      }
    }
    occurrences.sortByHash()
    return occurrences
  }

  private mutating func append(_ group: ArraySlice<Occurrence>, firstUndated: UInt32) {
    let dated = group.count { $0.document < firstUndated }
    let undatedStart = UInt32(documents.count + dated)
    let groupEnd = UInt32(documents.count + group.count)
    let isRareAmongUndated = group.count - dated <= Self.mostUndated
    for occurrence in group {
      later[Int(occurrence.position)] = UInt32(documents.count + 1)
      let isDated = occurrence.document < firstUndated
      undated[Int(occurrence.position)] =
        isDated && !isRareAmongUndated ? groupEnd : undatedStart
      documents.append(occurrence.document)
    }
    documents.append(.max)
  }

  /// Calls a closure with the later documents that have the word at a place and are near in time.
  @inline(__always)
  func forEachLater(than document: Int, place: Int, _ body: (Int) -> Void) {
    var index = Int(later[place])
    while documents[index] < tooLate[document] {
      body(Int(documents[index]))
      index += 1
    }
    index = max(index, Int(undated[place]))
    while documents[index] != .max {
      body(Int(documents[index]))
      index += 1
    }
  }
}

/// What one document shares with others.
private struct RareCounts {
  private var weights: [Float]
  private var counts: [UInt16]
  private var touched: [Int] = []

  init(documents: Int) {
    weights = [Float](repeating: 0, count: documents)
    counts = [UInt16](repeating: 0, count: documents)
  }

  @inline(__always)
  mutating func add(_ weight: Float, to document: Int) {
    if counts[document] == 0 { touched.append(document) }
    counts[document] &+= 1
    weights[document] += weight
  }

  /// The documents for which a closure finds a closeness, closest first; everything is forgotten.
  mutating func drain(_ closeness: (Int, Int, Float) -> Float?) -> [Int] {
    var close: [(document: Int, closeness: Float)] = []
    for document in touched {
      if let value = closeness(document, Int(counts[document]), weights[document]) {
        close.append((document, value))
      }
      counts[document] = 0
      weights[document] = 0
    }
    touched.removeAll(keepingCapacity: true)
    return close.sorted { ($0.closeness, $1.document) > ($1.closeness, $0.document) }
      .map(\.document)
  }
}
