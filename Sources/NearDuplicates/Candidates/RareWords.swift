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
    of tokens: UnsafeBufferPointer<UInt32>, most: Int, _ body: (RareWordIndex.RareWord) -> Void
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

  /// Calls a closure with the same of words in an array.
  package mutating func forEachRarest(
    of tokens: [UInt32], most: Int, _ body: (RareWordIndex.RareWord) -> Void
  ) {
    tokens.withUnsafeBufferPointer { forEachRarest(of: $0, most: most, body) }
  }

  /// Keeps the words of a language that the lexicon covers.
  ///
  /// Every word is written and only some move the end on, because one in six, in no order, costs
  /// more in branches that go wrong than the writing.
  private mutating func rankCovered(_ tokens: UnsafeBufferPointer<UInt32>) {
    uncommon.resize(to: tokens.count + 1, with: 0)
    var count = 0
    uncommon.withUnsafeMutableBufferPointer { uncommon in
      weights.withCommonBits { common in
        for token in tokens {
          uncommon[count] = token
          count &+= (!common.contains(token)).count
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
          kept &+= (weight >= least).count
        }
      }
    }
    ranked.removeLast(ranked.count - kept)
  }

  private mutating func rankUncovered(_ tokens: UnsafeBufferPointer<UInt32>) {
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
