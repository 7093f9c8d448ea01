import Testing

@testable import NearDuplicates

/// Searches by eights find what asking byte by byte finds.
@Suite struct ByteSearchTests {
  /// Bytes next to those that are looked for, which borrows and carries might mistake.
  private static let bytes: [UInt8] = [
    0x00, 0x01, 0x20, 0x21, 0x22, 0x23, 0x2D, 0x2E, 0x2F, 0x7F, 0x80, 0xA1, 0xAE, 0xAF, 0xFF,
  ]

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `finds the first of two bytes, wherever it stands`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for length in 0..<40 {
      let text = (0..<length).map { _ in
        Int.random(in: 0..<3, using: &random) == 0
          ? Self.bytes.randomElement(using: &random) ?? 0 : UInt8(ascii: "a")
      }
      let start = Int.random(in: 0...length, using: &random)
      let end = Int.random(in: start...length, using: &random)
      let found = text.withUnsafeBufferPointer { text in
        ByteSearch.first(in: text, from: start, to: end) {
          ByteSearch.equal($0, 0x2E) | ByteSearch.equal($0, 0x21)
        }
      }
      let expected = text[start..<end].firstIndex { $0 == 0x2E || $0 == 0x21 } ?? end
      #expect(found == expected, "seed \(seed): \(text[start..<end])")
    }
  }
}
