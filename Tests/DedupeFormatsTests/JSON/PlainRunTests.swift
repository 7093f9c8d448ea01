import Testing

@testable import DedupeFormats

struct PlainRunTests {
  /// The naive twin.
  private func end(_ bytes: [UInt8], from start: Int) -> Int {
    bytes[start...].firstIndex { $0 == 0x22 || $0 == 0x5C || $0 < 0x20 } ?? bytes.count
  }

  @Test(arguments: 0..<20)
  func findsWhatTheNaiveSearchFinds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Bytes next to those that count, in every lane: borrows must not spread.
    let alphabet: [UInt8] = [
      0x1F, 0x20, 0x21, 0x22, 0x23, 0x5B, 0x5C, 0x5D, 0x80, 0xA2, 0xDC, 0xFF,
    ]
    for _ in 0..<500 {
      let isDense = Bool.random(using: &random)
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        isDense || Int.random(in: 0..<12, using: &random) == 0
          ? alphabet.randomElement(using: &random) ?? 0 : UInt8(ascii: "x")
      }
      bytes.withUnsafeBytes { raw in
        guard let base = raw.baseAddress else { return }
        for start in bytes.indices {
          let found = PlainRun.end(base, from: start, to: bytes.count)
          #expect(found == end(bytes, from: start), "seed \(seed): \(bytes) from \(start)")
        }
      }
    }
  }
}
