import NearDuplicates
import Testing

@testable import DedupeFormats

struct TextDecoderTests {
  private func decode(
    _ bytes: [UInt8], hasEscapes: Bool = false, by kernels: Kernels = .best
  ) -> (String, invalid: Bool) {
    var decoder = TextDecoder(kernels: kernels)
    let text = bytes.withUnsafeBytes { decoder.text(ofJSON: $0, hasEscapes: hasEscapes) }
    return (text, decoder.foundInvalidBytes)
  }

  /// Golden vectors: `bytes.decode("utf-8", "replace")` of CPython 3.11.
  @Test(
    arguments: [
      ([0x80], "\u{FFFD}"), ([97, 0xE2, 0x82, 98], "a\u{FFFD}b"), ([0xF0, 0x9F, 0x98], "\u{FFFD}"),
      ([0xF0, 0x9F, 0x98, 122], "\u{FFFD}z"), ([0xC0, 0x80], "\u{FFFD}\u{FFFD}"),
      ([0xED, 0xA0, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF4, 0x90, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF5, 0x80], "\u{FFFD}\u{FFFD}"), ([0xE2, 0x28, 0xA1], "\u{FFFD}(\u{FFFD}"),
      ([0xFF, 0xFE], "\u{FFFD}\u{FFFD}"), ([0xC3], "\u{FFFD}"),
      ([0xE0, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xF0, 0x80, 0x80, 0x80], "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
      (
        [0xE1, 0x80, 0xE2, 0xF0, 0x91, 0x92, 0xF1, 0xBF, 65],
        "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}A"
      ),
    ] as [([UInt8], String)])
  func invalidBytesBecomeReplacementCharacters(bytes: [UInt8], text: String) {
    #expect(Array(decode(bytes).0.unicodeScalars) == Array(text.unicodeScalars))
    #expect(decode(bytes).invalid)
    #expect(
      Array(decode(bytes + Array(#"\n"#.utf8), hasEscapes: true).0.utf8)
        == Array((text + "\n").utf8))
  }

  @Test(arguments: [
    (#"a\nb\tc\r\b\f\/\\\""#, "a\nb\tc\r\u{8}\u{C}/\\\""), (#"\u00e9\u00E9"#, "éé"),
    (#"\u4e2d\u20ac"#, "中€"), (#"\ud83d\ude00!"#, "😀!"), (#"\uDBFF\uDFFF"#, "\u{10FFFF}"),
    (#"\ud83d"#, "\u{FFFD}"), (#"\ude00x"#, "\u{FFFD}x"), (#"\ud83d\u0041"#, "\u{FFFD}A"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}😀"), (#"\ud83d\n"#, "\u{FFFD}\n"), (#"\u0000"#, "\0"),
    (#"\u007f\u0080\u07ff\u0800\uffff"#, "\u{7F}\u{80}\u{7FF}\u{800}\u{FFFF}"),
  ])
  func escapesAreUndone(raw: String, text: String) {
    for kernels in Kernels.available {
      // At the ends of blocks, too.
      for before in [0, 50, 57, 58, 59, 60, 61, 62, 63, 64] {
        let plain = String(repeating: "x", count: before)
        let (decoded, invalid) = decode(
          Array((plain + raw + plain).utf8), hasEscapes: true, by: kernels)
        #expect(Array(decoded.unicodeScalars) == Array((plain + text + plain).unicodeScalars))
        #expect(!invalid)
      }
    }
  }

  @Test(arguments: Kernels.available, 0..<4 as Range<UInt64>)
  func escapesAreUndoneAsOneByOne(kernels: Kernels, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      (#"\\"#, "\\"), (#"\""#, "\""), (#"\n"#, "\n"), (#"\/"#, "/"), (#"\b"#, "\u{8}"),
      (#"\f"#, "\u{C}"), (#"\r"#, "\r"), (#"\t"#, "\t"), (#"\u0041"#, "A"), ("bfnrtu", "bfnrtu"),
    ]
    for _ in 0..<2_000 {
      var (raw, text) = ("", "")
      let share = Int.random(in: 1...30, using: &random)
      for _ in 0..<Int.random(in: 0...220, using: &random) {
        let isPlain = Int.random(in: 0..<share, using: &random) != 0
        let piece = isPlain ? ("a", "a") : pieces[Int.random(in: 0..<pieces.count, using: &random)]
        raw += piece.0
        text += piece.1
      }
      let decoded = decode(Array(raw.utf8), hasEscapes: true, by: kernels).0
      #expect(Array(decoded.utf8) == Array(text.utf8), "seed \(seed): \(raw)")
    }
  }

  /// Bad bytes at every place of a block, among escapes.
  @Test(arguments: Kernels.available, 0..<4 as Range<UInt64>)
  func badBytesAreFoundAmongEscapes(kernels: Kernels, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["\\n", "\\\"", "\\u00e9", "“", "é", "plain", "ж", "\u{10348}"].map {
      Array($0.utf8)
    }
    let bad: [[UInt8]] = [
      [0x80], [0xC3], [0xE2, 0x80], [0xF0, 0x9F], [0xED, 0xA0, 0x80], [0xC0, 0x80],
    ]
    for _ in 0..<1_000 {
      var raw: [UInt8] = []
      for _ in 0..<Int.random(in: 0...60, using: &random) {
        raw += pieces[Int.random(in: 0..<pieces.count, using: &random)]
        if Int.random(in: 0..<80, using: &random) == 0 {
          raw += bad[Int.random(in: 0..<bad.count, using: &random)]
        }
      }
      let expected = String(validating: raw, as: UTF8.self) == nil
      #expect(decode(raw, hasEscapes: true, by: kernels).invalid == expected, "\(raw)")
    }
  }

  @Test func scratchIsUsedAgain() {
    var decoder = TextDecoder()
    for text in ["\\n" + String(repeating: "x", count: 100), "\\ny", "\\n"] {
      let decoded = Array(text.utf8).withUnsafeBytes { decoder.text(ofJSON: $0, hasEscapes: true) }
      #expect(decoded == "\n" + text.dropFirst(2))
    }
  }
}
