import Testing

@testable import dedupe

@Suite struct MarkedWordTests {
  @Test func splitsAtBlanksAndKnowsWhereWordsStand() {
    let words = MarkedWord.words(of: " Zoë said:\n“Yes.”")
    #expect(words.map(\.text) == ["Zoë", "said:", "“Yes.”"])
    #expect(words.map(\.range) == [1..<5, 6..<11, 12..<22])
    #expect(words.map(\.key) == ["zoë", "said", "yes"])
    #expect(words.allSatisfy { !$0.isGlued })
  }

  @Test func takesWideCharactersOneByOne() {
    let words = MarkedWord.words(of: "新华社 abc京")
    #expect(words.map(\.text) == ["新", "华", "社", "abc", "京"])
    #expect(words.map(\.isGlued) == [false, true, true, false, true])
    #expect(words.map(\.range) == [0..<3, 3..<6, 6..<9, 10..<13, 13..<16])
  }

  @Test func hasNoWordsWhereThereAreNone() {
    #expect(MarkedWord.words(of: "").isEmpty)
    #expect(MarkedWord.words(of: " \n\u{3000}").isEmpty)
  }

  @Test func elidesTheMiddleOfLongStretches() {
    let words = MarkedWord.words(of: (1...30).map { "w\($0)" }.joined(separator: " "))
    let elided = words.elided(keeping: 3).map(\.text)
    #expect(elided == ["w1", "w2", "w3", "(… 24 words …)", "w28", "w29", "w30"])
    #expect(words.elided(keeping: 12) == words)
  }
}
