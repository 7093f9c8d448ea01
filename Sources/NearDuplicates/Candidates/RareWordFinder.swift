/// Finds the words of a text that tell most, in buffers that serve text after text.
package struct RareWordFinder: Sendable {
  private let weights: WordWeights
  /// The words that are not common at first sight.
  private var uncommon: [UInt32] = []
  /// Weight and word in one number, for numbers sort three times as fast as pairs; weights are
  /// positive, so that their bits are in order.
  private var ranked: [UInt64] = []
  private var rarest: [RareWordIndex.RareWord] = []

  /// Creates a finder for the weights of a profile.
  package init(_ weights: WordWeights) {
    self.weights = weights
  }

  /// The distinct words of a text that are rare enough, the rarest first, at most so many.
  mutating func rarest(
    of tokens: UnsafeBufferPointer<UInt32>, most: Int
  ) -> ArraySlice<RareWordIndex.RareWord> {
    if weights.covers(tokens) {
      rankCovered(tokens)
    } else {
      rankUncovered(tokens)
    }
    ranked.sort()
    return rarest[..<min(most, takeDistinct())]
  }

  /// Writes the ranked words to ``rarest``, each once, the last first, and returns how many there are.
  private mutating func takeDistinct() -> Int {
    rarest.resize(to: ranked.count + 1, with: RareWordIndex.RareWord(word: 0, weight: 0))
    return rarest.withUnsafeMutableBufferPointer { rarest in
      // No weight has these bits: those that are ranked are numbers.
      var last = UInt64.max
      var count = 0
      for bits in ranked.reversed() {
        rarest[count] = RareWordIndex.RareWord(
          word: UInt32(truncatingIfNeeded: bits),
          weight: Float(bitPattern: UInt32(truncatingIfNeeded: bits >> 32)))
        // A word that comes again is written over by the next.
        count &+= (bits != last).count
        last = bits
      }
      return count
    }
  }

  /// Calls a closure with the words that ``rarest(of:most:)`` finds among those of an array.
  package mutating func forEachRarest(
    of tokens: [UInt32], most: Int, _ body: (RareWordIndex.RareWord) -> Void
  ) {
    for word in tokens.withUnsafeBufferPointer({ rarest(of: $0, most: most) }) { body(word) }
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
    rank(dropRepeated(of: count), from: weights.tellingWeight(isCovered: true))
  }

  /// Keeps one of most words that come again among so many uncommon ones, and returns how many are
  /// left: half, which need not be weighed and put in order.
  private mutating func dropRepeated(of count: Int) -> Int {
    // Each word is remembered by its low bits until another takes its place.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.remembered) { last in
      last.initialize(repeating: 0)
      // Zero would be remembered there before it came.
      last[0] = 1
      return uncommon.withUnsafeMutableBufferPointer { uncommon in
        var kept = 0
        for word in uncommon[..<count] {
          let place = Int(word) & (Self.remembered - 1)
          uncommon[kept] = word
          kept &+= (last[place] != word).count
          last[place] = word
        }
        return kept
      }
    }
  }

  private static let remembered = 1024

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
