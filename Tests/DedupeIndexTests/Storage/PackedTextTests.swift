import Testing

@testable import DedupeIndex

@Test(
  "Texts come back as they were",
  arguments: [
    "", "a", "short text", String(repeating: "the same words again ", count: 2_000),
    "Übergröße 北京 \u{1F600} e\u{301}", "\u{0}\r\n\u{FFFD}",
  ])
func textsComeBack(text: String) {
  let packed = PackedText(text)
  let back = packed.bytes.withUnsafeBytes {
    PackedText.text(of: $0, form: packed.form, textLength: packed.textLength)
  }
  // Scalars, not characters: equal strings may differ in them.
  #expect(back.map { Array($0.utf8) } == Array(text.utf8))
  #expect(packed.bytes.count <= max(text.utf8.count, 1))
}

@Test("A text that grows by packing is kept as it is")
func incompressibleTextsAreKept() {
  var random = SplitMix(seed: 5)
  let text = String((0..<200).map { _ in Character(UnicodeScalar(UInt8(33 + random.next() % 90))) })
  let packed = PackedText(text)
  #expect(packed.bytes.count <= text.utf8.count)
}

@Test("Bytes that are no packed text are refused")
func damagedTextsAreRefused() {
  let packed = PackedText(String(repeating: "news ", count: 100))
  #expect(packed.form == .zstd)
  packed.bytes.withUnsafeBytes { bytes in
    #expect(PackedText.text(of: bytes, form: .zstd, textLength: 499) == nil)
    #expect(PackedText.text(of: bytes, form: .zstd, textLength: -1) == nil)
    #expect(PackedText.text(of: bytes, form: .zstd, textLength: .max) == nil)
    #expect(PackedText.text(of: bytes, form: .raw, textLength: 500) == nil)
    let half = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)])
    #expect(PackedText.text(of: half, form: .zstd, textLength: 500) == nil)
  }
}
