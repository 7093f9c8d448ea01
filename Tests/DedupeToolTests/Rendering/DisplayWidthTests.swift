import Testing

@testable import dedupe

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("plain", 5), ("Ärger", 5), ("新华社", 6), ("e\u{301}", 1), ("日a", 3), ("🎉", 2),
    ("“q”", 3), ("한국", 4),
  ])
  func widths(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test func shortensWithoutSplittingAWideCharacter() {
    #expect("新华社北京".shortened(to: 6) == "新华…")
    #expect("新华社".shortened(to: 6) == "新华社")
    #expect("abc".shortened(to: 0).isEmpty)
  }

  @Test func fitsToExactlyTheColumns() {
    for columns in 1...9 {
      #expect(DisplayWidth.of("a新b华c".fitted(to: columns)) == columns)
    }
  }

  @Test func disarmsEscapeSequences() {
    #expect("a\u{1B}[31mb".printable == "a\u{FFFD}[31mb")
    #expect("a\u{0}b\u{202E}c".printable == "a\u{FFFD}b\u{FFFD}c")
    #expect("Zoë".printable == "Zoë")
  }
}
