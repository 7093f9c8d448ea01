import NearDuplicates
import Testing

@testable import dedupe

@Suite struct TypesetterTests {
  private func plain(_ words: [MarkedWord], columns: Int) -> [String] {
    Typesetter(usesColor: false, columns: columns).lines(words)
      .map { $0.map(\.text).joined() }
  }

  @Test func bracketsSharedStretchesWhereThereAreNoColours() {
    let pair = Samples.pair
    #expect(
      plain(Array(pair.words(ofParagraph: 0, of: .earlier)), columns: 60)
        == ["[The council ~voted~ on Monday to close the bridge.]"])
    #expect(
      plain(Array(pair.words(ofParagraph: 2, of: .later)), columns: 60)
        == ["He said: ‹“We had no choice,” the mayor said.›"])
  }

  @Test func joinsWordsOfOneInkWhereThereAreColours() {
    let words = Samples.pair.words(ofParagraph: 0, of: .earlier)
    let lines = Typesetter(usesColor: true, columns: 60).lines(words)
    #expect(
      lines == [
        [
          Span("The council", .narrative), Span(" "), Span("voted", .different), Span(" "),
          Span("on Monday to close the bridge.", .narrative),
        ]
      ])
  }

  @Test func breaksLinesBetweenWordsAndInsideThoseThatAreTooLong() {
    let words = MarkedWord.words(of: "one two extraordinarily x")
    #expect(plain(words, columns: 8) == ["one two", "extraord", "inarily", "x"])
  }

  @Test func setsWideCharactersWithoutBlanks() {
    #expect(plain(MarkedWord.words(of: "新华社北京"), columns: 6) == ["新华社", "北京"])
  }

  @Test func setsNothingAsNoLines() {
    #expect(plain([], columns: 10).isEmpty)
  }
}
