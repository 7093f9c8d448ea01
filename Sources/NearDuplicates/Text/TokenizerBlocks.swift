/// Finds the stretches of a text that can hold words, 64 bytes at a time.
///
/// A byte counts as part of a word where it is a letter or digit of ASCII, an underscore, or any
/// byte of a scalar outside ASCII, except for the punctuation that English is full of: curly
/// quotes, dashes, ellipses and spaces of U+2010 to U+2029, and U+00A0, «, » separate here already,
/// so that a page with typographer's quotes never leaves the fast path. What else separates, the
/// scalar by scalar path behind finds out.
struct WordScanner {
  /// The bytes that may be read after the 64 of a block.
  static let lookahead = 2

  /// Whether the last byte of the block before was part of a word: 0 or 1.
  private(set) var carriedWord: UInt64 = 0
  /// Which of the first bytes belong to punctuation that the block before began.
  private var carriedSeparators: UInt64 = 0

  private typealias Lanes = SIMD2<UInt64>
  private typealias Bytes = SIMD16<UInt8>

  /// Sets a bit for each byte of the block with which a stretch begins, or before which one ends.
  @inline(__always)
  mutating func edges(of block: UnsafePointer<UInt8>) -> UInt64 {
    let words = wordBytes(of: block)
    let edges = words ^ (words &<< 1 | carriedWord)
    carriedWord = words &>> 63
    return edges
  }

  @inline(__always)
  private mutating func wordBytes(of block: UnsafePointer<UInt8>) -> UInt64 {
    var words: UInt64 = 0
    var all = Lanes(repeating: 0)
    for part in 0..<4 {
      let bytes = WordScanner.load(block + 16 &* part)
      let letters = (bytes | Bytes(repeating: 0x20)) &- Bytes(repeating: 0x61)
      let digits = bytes &- Bytes(repeating: 0x30)
      let isWord =
        WordScanner.lanes(letters .< Bytes(repeating: 26))
        | WordScanner.lanes(digits .< Bytes(repeating: 10))
        | WordScanner.lanes(bytes .== Bytes(repeating: 0x5F))
      words |= WordScanner.bits(isWord) &<< UInt64(16 &* part)
      all |= unsafeBitCast(bytes, to: Lanes.self)
    }
    if _fastPath(((all[0] | all[1]) & 0x8080_8080_8080_8080 | carriedSeparators) == 0) {
      return words
    }
    return words | highWordBytes(of: block)
  }

  /// The bytes outside ASCII that do not belong to well-known punctuation.
  @inline(__always)
  private mutating func highWordBytes(of block: UnsafePointer<UInt8>) -> UInt64 {
    var high: UInt64 = 0
    var threes: UInt64 = 0
    var twos: UInt64 = 0
    for part in 0..<4 {
      let start = block + 16 &* part
      let bytes = WordScanner.load(start)
      let next = WordScanner.load(start + 1)
      let last = WordScanner.load(start + 2) &- Bytes(repeating: 0x90)
      let isThree =
        WordScanner.lanes(bytes .== Bytes(repeating: 0xE2))
        & WordScanner.lanes(next .== Bytes(repeating: 0x80))
        & WordScanner.lanes(last .< Bytes(repeating: 0x1A))
      let isTwo =
        WordScanner.lanes(bytes .== Bytes(repeating: 0xC2))
        & (WordScanner.lanes(next .== Bytes(repeating: 0xA0))
          | WordScanner.lanes((next & Bytes(repeating: 0xEF)) .== Bytes(repeating: 0xAB)))
      let shift = UInt64(16 &* part)
      high |= WordScanner.bits(unsafeBitCast(bytes, to: Lanes.self) &>> 7) &<< shift
      threes |= WordScanner.bits(isThree) &<< shift
      twos |= WordScanner.bits(isTwo) &<< shift
    }
    let separators =
      threes | threes &<< 1 | threes &<< 2 | twos | twos &<< 1 | carriedSeparators
    carriedSeparators = threes &>> 63 | threes &>> 62 | twos &>> 63
    return high & ~separators
  }

  @inline(__always)
  private static func load(_ start: UnsafePointer<UInt8>) -> Bytes {
    UnsafeRawPointer(start).loadUnaligned(as: Bytes.self)
  }

  @inline(__always)
  private static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> Lanes {
    unsafeBitCast(mask, to: Lanes.self)
  }

  /// The lowest bit of each byte, in one number.
  ///
  /// The multiplication gathers the bits of eight bytes in the uppermost; baseline Swift has no
  /// word for the instruction that does this.
  @inline(__always)
  private static func bits(_ lanes: Lanes) -> UInt64 {
    let ones = lanes & Lanes(repeating: 0x0101_0101_0101_0101)
    return (ones[0] &* 0x0102_0408_1020_4080) &>> 56
      | ((ones[1] &* 0x0102_0408_1020_4080) &>> 56) &<< 8
  }
}
