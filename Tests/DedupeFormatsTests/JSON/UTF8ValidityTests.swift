import Testing

@testable import DedupeFormats

/// Bytes are UTF-8 where the standard library says so.
struct UTF8ValidityTests {
  private func isValid(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes(UTF8Validity.isValid) }

  @Test func agreesOnAllShortSequences() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second]
        #expect(isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      }
    }
    #expect(isValid([]))
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func agreesOnTextsWithBadBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aé€𝄞桥\u{7FF}\u{FFFF}\u{10FFFF}\u{D7FF}\u{E000}")
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...30, using: &random) {
        text.append(
          Bool.random(using: &random) ? "x" : alphabet.randomElement(using: &random) ?? "x")
      }
      var bytes = Array(text.utf8)
      #expect(isValid(bytes))
      guard !bytes.isEmpty else { continue }
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      if Bool.random(using: &random) { bytes.removeLast() }
      #expect(isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }
}
