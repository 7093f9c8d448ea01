/// Finds the words of a text that tell most, in buffers that serve text after text.
package struct RareWordFinder: Sendable {
  private let weights: WordWeights
  /// The words that are not common at first sight.
  private var uncommon: [UInt32] = []
  /// Weight and word in one number, for numbers sort three times as fast as pairs; weights are
  /// positive, so that their bits are in order.
  private var ranked: [UInt64] = []

  /// Creates a finder for the weights of a profile.
  package init(_ weights: WordWeights) {
    self.weights = weights
  }

  /// Calls a closure with the distinct words of a text that are rare enough, the rarest first, at
  /// most so many.
  package mutating func forEachRarest(
    of tokens: ArraySlice<UInt32>, most: Int, _ body: (RareWordIndex.RareWord) -> Void
  ) {
    if weights.covers(tokens) {
      rankCovered(tokens)
    } else {
      rankUncovered(tokens)
    }
    ranked.sort()
    var last: UInt64?
    var count = 0
    for bits in ranked.reversed() where bits != last {
      last = bits
      body(
        RareWordIndex.RareWord(
          word: UInt32(truncatingIfNeeded: bits),
          weight: Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32))))
      count += 1
      if count == most { break }
    }
  }

  /// Keeps the words of a language that the lexicon covers.
  ///
  /// Every word is written and only some move the end on, because one in six, in no order, costs
  /// more in branches that go wrong than the writing.
  private mutating func rankCovered(_ tokens: ArraySlice<UInt32>) {
    uncommon.resize(to: tokens.count + 1, with: 0)
    var count = 0
    uncommon.withUnsafeMutableBufferPointer { uncommon in
      tokens.withUnsafeBufferPointer { tokens in
        weights.withCommonBits { common in
          for token in tokens {
            uncommon[count] = token
            count &+= common.contains(token) ? 0 : 1
          }
        }
      }
    }
    rank(count, from: weights.tellingWeight(isCovered: true))
  }

  /// Ranks so many words that seemed uncommon by their weights, those that weigh enough.
  private mutating func rank(_ count: Int, from least: Float) {
    ranked.resize(to: count + 1, with: 0)
    var kept = 0
    ranked.withUnsafeMutableBufferPointer { ranked in
      uncommon.withUnsafeBufferPointer { uncommon in
        for token in uncommon[..<count] {
          let weight = weights.coveredWeight(of: token)
          ranked[kept] = Self.rank(token, weight)
          kept &+= weight >= least ? 1 : 0
        }
      }
    }
    ranked.removeLast(ranked.count - kept)
  }

  private mutating func rankUncovered(_ tokens: ArraySlice<UInt32>) {
    let least = weights.tellingWeight(isCovered: false)
    ranked.removeAll(keepingCapacity: true)
    for token in tokens {
      let weight = weights.uncoveredWeight(of: token, letters: 8)
      if weight >= least { ranked.append(Self.rank(token, weight)) }
    }
  }

  @inline(__always)
  private static func rank(_ word: UInt32, _ weight: Float) -> UInt64 {
    UInt64(weight.bitPattern) << 32 | UInt64(word)
  }
}

/// The rare words of some successive documents, each list by rarity.
struct RareWordLists: Sendable {
  private(set) var words: [UInt32] = []
  private(set) var weights: [Float] = []
  /// Where each document's words begin; one more than there are documents.
  private(set) var starts: [Int] = [0]
  /// The summed weights of each document's words.
  private(set) var totals: [Float] = []

  init() {}

  /// Gathers the words of a range of documents.
  init(of documents: Range<Int>, _ digests: Digests, _ wordWeights: WordWeights) {
    var finder = RareWordFinder(wordWeights)
    for document in documents {
      var total: Float = 0
      finder.forEachRarest(of: digests.tokens(of: document), most: RareWordIndex.mostWords) {
        words.append($0.word)
        weights.append($0.weight)
        total += $0.weight
      }
      starts.append(words.count)
      totals.append(total)
    }
  }

  /// Joins the lists of successive documents.
  init(joining parts: [RareWordLists]) {
    let count = parts.reduce(0) { $0 + $1.words.count }
    words.reserveCapacity(count)
    weights.reserveCapacity(count)
    for part in parts {
      let base = words.count
      words.append(contentsOf: part.words)
      weights.append(contentsOf: part.weights)
      starts.append(contentsOf: part.starts.dropFirst().map { $0 + base })
      totals.append(contentsOf: part.totals)
    }
  }
}
