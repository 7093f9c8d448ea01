import NearDuplicates
import Testing

@testable import DedupeFormats

/// Bytes are UTF-8 where the standard library says so.
struct UTF8ValidityTests {
  private func isValid(_ bytes: [UInt8], by kernels: Kernels) -> Bool {
    bytes.withUnsafeBytes { UTF8Validity.isValid($0, by: kernels) }
  }

  @Test(arguments: Kernels.available)
  func agreesOnAllShortSequences(kernels: Kernels) {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let bytes = [first, second]
        let expected = String(validating: bytes, as: UTF8.self) != nil
        #expect(isValid(bytes, by: kernels) == expected, "\(bytes)")
      }
    }
    #expect(isValid([], by: kernels))
  }

  @Test(arguments: Kernels.available)
  func agreesOnWhatLiesAcrossBlocks(kernels: Kernels) {
    let sequences: [[UInt8]] = [
      [0xC3, 0xA9], [0xC1, 0x80], [0xE2, 0x80, 0x9C], [0xE0, 0xA0, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF0, 0x90, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xFF],
    ]
    for sequence in sequences {
      for start in 56...64 {
        for length in 1...sequence.count {
          for rest in [0, 1, 63 - start, 64, 70] where rest >= 0 {
            let bytes =
              [UInt8](repeating: 0x61, count: start) + sequence[..<length]
              + [UInt8](repeating: 0x61, count: rest)
            let expected = String(validating: bytes, as: UTF8.self) != nil
            #expect(isValid(bytes, by: kernels) == expected, "\(bytes)")
          }
        }
      }
    }
  }

  @Test(arguments: Kernels.available, 0..<4 as Range<UInt64>)
  func agreesOnTextsWithBadBytes(kernels: Kernels, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("aé€𝄞桥\u{7FF}\u{FFFF}\u{10FFFF}\u{D7FF}\u{E000}")
    for _ in 0..<4_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...(seed.isMultiple(of: 2) ? 30 : 200), using: &random) {
        text.append(
          Bool.random(using: &random) ? "x" : alphabet.randomElement(using: &random) ?? "x")
      }
      var bytes = Array(text.utf8)
      #expect(isValid(bytes, by: kernels))
      guard !bytes.isEmpty else { continue }
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
      if Bool.random(using: &random) { bytes.removeLast() }
      let expected = String(validating: bytes, as: UTF8.self) != nil
      #expect(isValid(bytes, by: kernels) == expected, "\(bytes)")
    }
  }
}
