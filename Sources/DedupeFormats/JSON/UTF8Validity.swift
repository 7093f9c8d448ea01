import NearDuplicates

/// Tells whether bytes are UTF-8, as `String(validating:as:)` does, without making a string of them.
enum UTF8Validity {
  /// Whether the bytes are well-formed UTF-8.
  ///
  /// Complexity: O(*n*); what is ASCII goes by 16 bytes a step.
  static func isValid(_ bytes: UnsafeRawBufferPointer, by kernels: Kernels = .best) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    if let isUTF8 = kernels.table.isUTF8 {
      return isUTF8(base.assumingMemoryBound(to: UInt8.self), bytes.count)
    }
    var offset = 0
    while offset < bytes.count {
      if offset &+ 16 <= bytes.count {
        let ascii = leadingASCII(base + offset)
        offset &+= ascii
        if ascii == 16 { continue }
      }
      if base.load(fromByteOffset: offset, as: UInt8.self) < 0x80 {
        offset &+= 1
      } else {
        let length = sequenceLength(base + offset, bytes.count &- offset)
        if length == 0 { return false }
        offset &+= length
      }
    }
    return true
  }

  /// How many of the next 16 bytes are ASCII before the first that is not.
  @inline(__always)
  private static func leadingASCII(_ start: UnsafeRawPointer) -> Int {
    let low = UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) & topBits
    let high =
      UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) & topBits
    if low | high == 0 { return 16 }
    return low != 0 ? low.trailingZeroBitCount >> 3 : 8 &+ high.trailingZeroBitCount >> 3
  }

  private static let topBits: UInt64 = 0x8080_8080_8080_8080

  /// The bytes of the sequence that begins with a byte of 0x80 and more, 0 where it is none
  /// (Unicode 3.9, table 3-7).
  private static func sequenceLength(_ start: UnsafeRawPointer, _ room: Int) -> Int {
    func byte(_ index: Int) -> UInt8 { start.load(fromByteOffset: index, as: UInt8.self) }
    func isContinuation(_ index: Int) -> Bool { byte(index) & 0xC0 == 0x80 }
    let first = byte(0)
    switch first {
    case 0xC2...0xDF: return room >= 2 && isContinuation(1) ? 2 : 0
    case 0xE0...0xEF:
      guard room >= 3, isContinuation(1), isContinuation(2) else { return 0 }
      if first == 0xE0, byte(1) < 0xA0 { return 0 }
      return first == 0xED && byte(1) > 0x9F ? 0 : 3
    case 0xF0...0xF4:
      guard room >= 4, isContinuation(1), isContinuation(2), isContinuation(3) else { return 0 }
      if first == 0xF0, byte(1) < 0x90 { return 0 }
      return first == 0xF4 && byte(1) > 0x8F ? 0 : 4
    default: return 0
    }
  }
}
