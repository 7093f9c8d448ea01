/// Finds where the plain part of a JSON string ends.
enum PlainRun {
  /// The first offset in `start..<end` with a quotation mark, a backslash or a control character,
  /// or `end`.
  ///
  /// Sixteen bytes at a time: article texts are runs of some 200 bytes between two escapes.
  @inline(__always)
  static func end(_ base: UnsafeRawPointer, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset &+ 16 <= end {
      let block = base.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      let hits =
        (block .== JSONByte.quote) .| (block .== JSONByte.backslash) .| (block .< 0x20)
      // The two halves of the mask are tested as words; asking for the lowest lane is slower.
      let words = unsafeBitCast(hits, to: SIMD2<UInt64>.self)
      if words[0] | words[1] != 0 { return offset &+ firstLane(words) }
      offset &+= 16
    }
    while offset < end, isPlain(base.load(fromByteOffset: offset, as: UInt8.self)) { offset &+= 1 }
    return offset
  }

  private static func firstLane(_ words: SIMD2<UInt64>) -> Int {
    let low = UInt64(littleEndian: words[0])
    if low != 0 { return low.trailingZeroBitCount / 8 }
    return 8 + UInt64(littleEndian: words[1]).trailingZeroBitCount / 8
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != JSONByte.quote && byte != JSONByte.backslash && byte >= 0x20
  }
}
