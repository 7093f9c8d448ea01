/// Says of the 3-word shingles of one text whether another has them, by a bit for each: one in 32
/// and more is set by accident.
struct ShingleFilter {
  private static let size = 3
  private static let bitsPerShingle = 32
  private var words: [UInt64] = []

  /// The share of the shingles of one text that stand in the other; 0 where it has none.
  ///
  /// Complexity: O(*n*) for *n* tokens of both.
  mutating func share(
    of text: UnsafeBufferPointer<UInt32>, in other: UnsafeBufferPointer<UInt32>
  ) -> Double {
    let count = text.count - Self.size + 1
    guard count > 0, other.count >= Self.size else { return 0 }
    let bits = clear(for: other.count)
    var found = 0
    words.withUnsafeMutableBufferPointer { words in
      for start in 0...(other.count - Self.size) {
        let bit = Self.bit(other, start, bits)
        words[bit >> 6] |= 1 << UInt64(bit & 63)
      }
      for start in 0..<count {
        let bit = Self.bit(text, start, bits)
        found &+= Int(truncatingIfNeeded: words[bit >> 6] >> UInt64(bit & 63) & 1)
      }
    }
    return Double(found) / Double(count)
  }

  /// Makes room for the shingles of a text; the bits of an index into it.
  private mutating func clear(for count: Int) -> Int {
    let least = count * Self.bitsPerShingle
    let bits = Int.bitWidth - (least - 1).leadingZeroBitCount
    let size = max(1, (1 << bits) / UInt64.bitWidth)
    words.removeAll(keepingCapacity: true)
    words.append(contentsOf: repeatElement(0, count: size))
    return bits
  }

  /// The bit of the shingle that begins at a place.
  @inline(__always)
  private static func bit(
    _ tokens: UnsafeBufferPointer<UInt32>, _ start: Int, _ bits: Int
  ) -> Int {
    let firstTwo = UInt64(tokens[start]) | UInt64(tokens[start &+ 1]) << 32
    let third = UInt64(tokens[start &+ 2]) &* 0x9FB2_1C65_1E98_DF25
    let mixed = (firstTwo ^ third) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> UInt64(UInt64.bitWidth - bits))
  }
}
