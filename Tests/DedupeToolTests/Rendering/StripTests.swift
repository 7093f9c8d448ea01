import Testing

@testable import dedupe

@Suite struct StripTests {
  private func block(_ shared: Int, of words: Int = 100, certainty: Double = 0) -> Strip.Block {
    Strip.Block(sharedWords: shared, words: words, certainty: certainty)
  }

  @Test func drawsABlockForEachParagraph() {
    let strip = Strip(blocks: [
      block(100), block(60), block(30), block(10), block(10, certainty: 0.8), block(0),
    ])
    #expect(strip.text(columns: 40) == "█▓▒░≈·")
    #expect(strip.share == 0.35)
  }

  @Test func poolsNeighboursWhereThereIsNoRoom() {
    let strip = Strip(blocks: [block(100), block(100), block(0), block(0)])
    #expect(strip.text(columns: 2) == "█·")
  }

  @Test func countsTheWordsOfAPair() {
    #expect(Strip(of: .later, in: Samples.pair).text(columns: 40) == "█·█")
    #expect(Strip(of: .earlier, in: Samples.pair).text(columns: 40) == "██")
  }

  @Test func survivesAnArticleWithoutWords() {
    #expect(Strip(blocks: []).share == 0)
    #expect(Strip(blocks: [block(0, of: 0)]).text(columns: 40) == "·")
  }
}
