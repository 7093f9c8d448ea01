/// The third channel: pairs of documents close in date that share many rare words, for rewrites
/// that left no run of words in common.
///
/// Of each document the rarest words are kept, names and figures most of all. Two documents are
/// proposed where the rare words they share weigh enough beside all of the poorer one, each with
/// the few others that come closest, so that an event of a hundred reports does not propose five
/// thousand pairs.
struct RareWordIndex {
  /// Days between the dates of two documents at most; undated documents are near to all.
  static let windowDays = 3
  /// How many of its rarest words are kept of a document.
  private static let mostWords = 200
  /// How many words two documents must share.
  private static let leastShared = 8
  /// The share of the poorer document's weight that must be common.
  private static let leastShare: Float = 0.2
  /// How many others are proposed for a document.
  private static let mostProposed = 8

  private let days: [Int?]
  /// The kept words of all documents, document after document, each list by word.
  private var words: [RareWord] = []
  private var starts: [Int] = [0]
  /// The summed weights of each document's words.
  private var totals: [Float] = []
  private var postings = RarePostings()

  private struct RareWord {
    var word: UInt32
    var weight: Float
  }

  /// Indexes the rare words of a collection in canonical order.
  ///
  /// Complexity: O(*n*) for *n* tokens.
  init(_ digests: Digests, weights: WordWeights, days: [Int?]) {
    self.days = days
    for document in 0..<digests.count {
      let rarest = Self.rarest(of: digests.tokens[digests.tokenRange(of: document)], weights)
      words.append(contentsOf: rarest)
      starts.append(words.count)
      totals.append(rarest.reduce(0) { $0 + $1.weight })
    }
    postings = RarePostings(lists: starts, words: words.map(\.word), days: days)
  }

  /// The distinct words of a text that are rare enough, the rarest first.
  private static func rarest(of tokens: ArraySlice<UInt32>, _ weights: WordWeights) -> [RareWord] {
    let isCovered = weights.covers(tokens)
    let least = weights.tellingWeight(isCovered: isCovered)
    var rare: [RareWord] = []
    for token in tokens where !(isCovered && weights.seemsCommon(token)) {
      let weight =
        isCovered
        ? weights.coveredWeight(of: token) : weights.uncoveredWeight(of: token, letters: 8)
      if weight >= least { rare.append(RareWord(word: token, weight: weight)) }
    }
    rare.sort { ($0.weight, $0.word) > ($1.weight, $1.word) }
    var distinct: [RareWord] = []
    for word in rare where word.word != distinct.last?.word {
      distinct.append(word)
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
        guard count >= Self.leastShared else { return nil }
        let poorer = min(totals[document], totals[other])
        return weight >= Self.leastShare * poorer ? weight / poorer : nil
      }
      for other in proposed.prefix(Self.mostProposed) {
        pairs.append(PairKey(UInt32(document), UInt32(other)))
      }
    }
    return pairs.sorted()
  }
}

/// Where each rare word stands, in the order of the documents.
private struct RarePostings {
  /// For each kept word of each document: where the later documents with that word begin.
  private var later: [UInt32] = []
  private var documents: [UInt32] = []
  private var days: [Int?] = []
  private var hasUndated = false

  init() {}

  init(lists starts: [Int], words: [UInt32], days: [Int?]) {
    self.days = days
    hasUndated = days.contains(nil)
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
    later = [UInt32](repeating: 0, count: words.count)
    documents.reserveCapacity(words.count + words.count / 4)
    var start = 0
    while start < occurrences.count {
      var end = start
      while end < occurrences.count, occurrences[end].hash == occurrences[start].hash {
        later[Int(occurrences[end].position)] = UInt32(documents.count + 1)
        documents.append(occurrences[end].document)
        end += 1
      }
      documents.append(.max)
      start = end
    }
  }

  /// Calls a closure with the later documents that have the word at a place and are near in time.
  @inline(__always)
  func forEachLater(than document: Int, place: Int, _ body: (Int) -> Void) {
    var index = Int(later[place])
    let last = days[document].map { $0 + RareWordIndex.windowDays }
    while documents[index] != .max {
      let other = Int(documents[index])
      index += 1
      if let last, let day = days[other], day > last {
        // Undated documents come last, and are near to all.
        if hasUndated { continue }
        return
      }
      body(other)
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
