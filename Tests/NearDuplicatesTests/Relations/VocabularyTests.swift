import Testing

@testable import NearDuplicates

/// Sets of words with weights.
@Suite struct VocabularyTests {
  @Test func wordsCountOnceInWhateverOrder() {
    let one = Vocabulary([(word: 7, weight: 2), (word: 3, weight: 1), (word: 7, weight: 2)])
    let other = Vocabulary([(word: 3, weight: 1), (word: 7, weight: 2)])
    #expect(one == other)
    #expect(one.count == 2)
    #expect(one.total == 3)
  }

  @Test func lackingIsWhatASetWouldSay() {
    var random = SplitMix(seed: 6)
    for round in 0..<50 {
      let words = (0..<round).map { _ in UInt32(truncatingIfNeeded: random.next()) }
      let known = words.filter { _ in random.next() % 2 == 0 }
      let others = (0..<400).map { _ in UInt32(truncatingIfNeeded: random.next()) }
      let vocabulary = Vocabulary(words.map { (word: $0, weight: 2) })
      let expected = Set(words).subtracting(known).subtracting(others).count
      let missing = vocabulary.weightMissing(from: (known + others).shuffled(using: &random))
      #expect(missing == Float(2 * expected), "round \(round)")
    }
  }

  @Test func theLesserWeightOfAWordCounts() {
    let one = Vocabulary([(word: 7, weight: 2), (word: 7, weight: -1), (word: 7, weight: 0.5)])
    #expect(one.total == -1)
    #expect(Vocabulary([(word: 7, weight: 2), (word: 7, weight: 0)]).total == 0)
  }
}
