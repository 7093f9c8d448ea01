import Testing

@testable import NearDuplicates

struct ByteMaskTests {
  @Test(arguments: 0..<64) func `sets the bit of each byte`(byte: Int) {
    var bytes = [UInt8](repeating: 0, count: 64)
    bytes[byte] = 0xFF
    #expect(bits(of: bytes) == 1 << UInt64(byte))
  }

  @Test func `agrees with its twin on random bytes`() {
    var random = SplitMix(seed: 1)
    for round in 0..<200 {
      let bytes = (0..<64).map { _ in Bool.random(using: &random) ? 0xFF as UInt8 : 0 }
      let twin = bytes.indices.reduce(0 as UInt64) { $0 | UInt64(bytes[$1] & 1) << UInt64($1) }
      #expect(bits(of: bytes) == twin, "round \(round)")
    }
  }

  private func bits(of bytes: [UInt8]) -> UInt64 {
    var mask = ByteMask()
    bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      for part in 0..<4 {
        mask.insert(
          lanes(ByteVector(from: start + 16 * part) .== ByteVector(repeating: 0xFF)), part)
      }
    }
    return mask.bits
  }
}
