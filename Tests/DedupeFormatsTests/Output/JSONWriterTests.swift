import Testing

@testable import DedupeFormats

struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func writesRecords() {
    let line = written {
      $0.object {
        $0.field("a", "x")
        $0.field("n", Optional<Int>.none)
        $0.key("list")
        $0.array {
          $0.value(1)
          $0.object { _ in }
          $0.array { _ in }
          $0.value(true)
        }
        $0.field("s", 0.5)
      }
      $0.endLine()
      $0.object { $0.field("b", false) }
    }
    #expect(line == "{\"a\":\"x\",\"n\":null,\"list\":[1,{},[],true],\"s\":0.5}\n{\"b\":false}")
  }

  @Test(
    arguments: [
      (0, "0"), (1, "1"), (0.5, "0.5"), (0.12345, "0.1235"), (-0.00001, "0"), (-1.25, "-1.25"),
      (0.1 + 0.2, "0.3"), (1e-9, "0"), (2.0 / 3, "0.6667"), (99_999.99999, "100000"),
      (12_345_678.9, "12345678.9"), (0.0001, "0.0001"), (.nan, "null"), (.infinity, "null"),
    ] as [(Double, String)])
  func numbersHaveFourDecimals(number: Double, text: String) {
    #expect(written { $0.value(number) } == text)
  }

  @Test func onlyWhatMustIsEscaped() {
    #expect(
      written { $0.value("a\"\\/\n\r\t\u{8}\u{C}\0\u{1F}\u{7F}é😀\u{2028}") }
        == #""a\"\\/\n\r\t\b\f\u0000\u001f"# + "\u{7F}é😀\u{2028}\"")
  }

  @Test(arguments: 0..<20)
  func stringsComeBack(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        let limit = [0x20, 0x80, 0x800, 0x10_FFFF].randomElement(using: &random) ?? 0x80
        text.append(Unicode.Scalar(UInt32.random(in: 0..<UInt32(limit), using: &random)) ?? "\"")
      }
      let line = written { $0.object { $0.field("text", String(text)) } }
      var parser = RecordParser(names: FieldNames(), dates: DateParser())
      var batch = Batch(file: InputFile(origin: .standardInput, name: "", kind: .lines, size: nil))
      Array(line.utf8).withUnsafeBytes { parser.parse(lines: $0, into: &batch) }
      let back = try #require(batch.records.first?.document.text, "seed \(seed): \(line)")
      #expect(Array(back.unicodeScalars) == Array(text), "seed \(seed)")
    }
  }
}
