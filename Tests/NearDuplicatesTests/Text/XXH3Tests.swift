import Testing

@testable import NearDuplicates

/// The formulas for short inputs against the library, on every length they are for.
struct XXH3Tests {
  private static let bytes = (0..<64).map { UInt8(truncatingIfNeeded: 37 &* $0 &+ 129) }

  /// The number that eight of the bytes are, or four.
  private func number<Number: FixedWidthInteger>(at offset: Int, _: Number.Type) -> UInt64 {
    let size = Number.bitWidth / 8
    return Self.bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  @Test(arguments: 1...3) func `of 1 to 3 bytes`(count: Int) {
    let (first, middle) = (UInt64(Self.bytes[0]), UInt64(Self.bytes[count / 2]))
    let packed = middle << 24 | first << 16 | UInt64(Self.bytes[count - 1])
    #expect(xxh3(of1To3: packed, UInt64(count)) == xxh3(Self.bytes, count))
  }

  @Test(arguments: 4...8) func `of 4 to 8 bytes`(count: Int) {
    let packed = number(at: 0, UInt32.self) << 32 | number(at: count - 4, UInt32.self)
    #expect(xxh3(of4To8: packed, UInt64(count)) == xxh3(Self.bytes, count))
  }

  @Test(arguments: 9...16) func `of 9 to 16 bytes`(count: Int) {
    let last = number(at: count - 8, UInt64.self)
    let hash = xxh3(of9To16: number(at: 0, UInt64.self), last, UInt64(count))
    #expect(hash == xxh3(Self.bytes, count))
  }

  @Test(arguments: 17...32) func `of 17 to 32 bytes`(count: Int) {
    let hash = xxh3(
      of17To32: number(at: 0, UInt64.self), number(at: 8, UInt64.self),
      number(at: count - 16, UInt64.self), number(at: count - 8, UInt64.self), UInt64(count))
    #expect(hash == xxh3(Self.bytes, count))
  }

  @Test(arguments: Kernels.available) func `of many bytes on every path`(kernels: Kernels) {
    var random = SplitMix(seed: 5)
    let bytes = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    bytes.withUnsafeBytes { bytes in
      for count in Array(0..<600) + [1_023, 1_024, 1_025, 2_048, 4_096, 4_990] {
        let part = UnsafeRawBufferPointer(rebasing: bytes[count % 7..<count % 7 + count])
        #expect(xxh3(ofMany: part, by: kernels) == xxh3(part.baseAddress, count), "\(count)")
      }
    }
  }
}
