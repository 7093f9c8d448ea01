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

  @Test func namesAndFiguresOfTheNarrationAreFacts() {
    var reader = TextReader(profile: .empty)
    let plain = StatedWords(reader.read("Then Winnow paid 31 crowns in Ellery."))
    let quoted = StatedWords(
      reader.read("he said: \"Then Winnow paid 31 crowns in Ellery.\" and went on"))
    #expect(plain.facts.count == 3)
    #expect(plain.names.count == 2)
    #expect(quoted.facts.count == 0)
    // A text that is all quotation is told by it.
    let whole = StatedWords(reader.read("\"Then Winnow paid 31 crowns in Ellery.\""))
    #expect(whole.facts.count == 3)
  }

  @Test func headlinesTellNoNames() {
    var reader = TextReader(profile: .empty)
    let stated = StatedWords(reader.read("Harbour Board Pays Crowns In Ellery. winnow is 31."))
    #expect(stated.names.count == 0)
    #expect(stated.facts.count > 3)
  }
}
