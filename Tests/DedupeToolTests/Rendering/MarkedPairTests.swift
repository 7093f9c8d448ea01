import NearDuplicates
import Testing

@testable import dedupe

@Suite struct MarkedPairTests {
  private func marks(_ index: Int, _ side: MarkedPair.Side) -> [String: MarkedWord.Mark] {
    let words = Samples.pair.words(ofParagraph: index, of: side)
    return Dictionary(words.map { ($0.key, $0.mark) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func lightsSharedWordsAndMarksTheOnesThatDiffer() {
    let earlier = marks(0, .earlier)
    #expect(earlier["council"] == .shared(.narrative))
    #expect(earlier["voted"] == .different(.narrative))
    #expect(marks(0, .later)["decided"] == .different(.narrative))
    #expect(marks(0, .later)["bridge"] == .shared(.narrative))
  }

  @Test func leavesWordsOutsideSharedStretchesAlone() {
    #expect(marks(1, .later).values.allSatisfy { $0 == .own })
    #expect(marks(2, .later)["he"] == .own)
    #expect(marks(2, .later)["mayor"] == .shared(.quotation))
  }

  @Test func lightsTellingWordsOfAnAnsweringParagraph() {
    let a = Document(id: "a", text: "Floods hit Porto again")
    let b = Document(id: "b", text: "Porto suffers the floods again")
    let link = ParagraphLink(
      a: 0, b: 0, sharedWords: 0, shareOfA: 0, shareOfB: 0, certainty: 0.7)
    let comparison = Comparison(
      relation: .rewrite, score: 0.6, measures: Measures(), passages: [],
      paragraphsOfA: [0..<a.text.utf8.count], paragraphsOfB: [0..<b.text.utf8.count],
      links: [link], evidence: [])
    let words = MarkedPair(a, b, comparison: comparison).words(ofParagraph: 0, of: .earlier)
    #expect(words.map(\.mark) == [.common, .own, .common, .common])
  }
}
