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

  @Test func commonIsWhatASetWouldSay() {
    var random = SplitMix(seed: 5)
    for _ in 0..<50 {
      let left = (0..<20).map { _ in UInt32(truncatingIfNeeded: random.next() % 40) }
      let right = (0..<30).map { _ in UInt32(truncatingIfNeeded: random.next() % 40) }
      let common = Vocabulary(left.map { (word: $0, weight: 2) })
        .common(with: Vocabulary(right.map { (word: $0, weight: 3) }))
      let expected = Set(left).intersection(right).count
      #expect(common.count == expected)
      #expect(common.weight == Float(expected * 2))
    }
  }

  @Test func namesAndFiguresOfTheNarrationAreFacts() {
    var reader = TextReader(profile: .empty)
    let plain = Vocabulary(factsOf: reader.read("Then Winnow paid 31 crowns in Ellery."))
    let quoted = Vocabulary(
      factsOf: reader.read("he said: \"Then Winnow paid 31 crowns in Ellery.\" and went on"))
    #expect(plain.count == 3)
    #expect(quoted.count == 0)
    // A text that is all quotation is told by it.
    let whole = Vocabulary(factsOf: reader.read("\"Then Winnow paid 31 crowns in Ellery.\""))
    #expect(whole.count == 3)
  }
}
