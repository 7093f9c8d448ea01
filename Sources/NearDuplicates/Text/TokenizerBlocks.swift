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
  /// The bytes of the last block that belong to words but are no letters or digits of ASCII.
  private(set) var special: UInt64 = 0
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
    var plain = ByteMask()
    var all = Lanes(repeating: 0)
    for part in 0..<4 {
      let bytes = WordScanner.load(block + 16 &* part)
      let letters = (bytes | Bytes(repeating: 0x20)) &- Bytes(repeating: 0x61)
      let digits = bytes &- Bytes(repeating: 0x30)
      plain.insert(
        WordScanner.lanes(letters .< Bytes(repeating: 26))
          | WordScanner.lanes(digits .< Bytes(repeating: 10)), part)
      all |=
        unsafeBitCast(bytes, to: Lanes.self)
        | WordScanner.lanes(bytes .== Bytes(repeating: 0x5F))
    }
    special = 0
    if _slowPath((all[0] | all[1]) & 0x8080_8080_8080_8080 != 0) {
      special = specialWordBytes(of: block)
    }
    return plain.bits | special
  }

  /// Underscores, and the bytes outside ASCII that do not belong to well-known punctuation.
  @inline(__always)
  private mutating func specialWordBytes(of block: UnsafePointer<UInt8>) -> UInt64 {
    var high = ByteMask()
    var underscores = ByteMask()
    var threes = ByteMask()
    var twos = ByteMask()
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
      high.insert(WordScanner.lanes(bytes .>= Bytes(repeating: 0x80)), part)
      underscores.insert(WordScanner.lanes(bytes .== Bytes(repeating: 0x5F)), part)
      threes.insert(isThree, part)
      twos.insert(isTwo, part)
    }
    return underscores.bits | high.bits & ~separators(threes: threes.bits, twos: twos.bits)
  }

  /// All bytes of the scalars of three and of two bytes that begin at the bits which are set.
  @inline(__always)
  private mutating func separators(threes: UInt64, twos: UInt64) -> UInt64 {
    let separators =
      threes | threes &<< 1 | threes &<< 2 | twos | twos &<< 1 | carriedSeparators
    carriedSeparators = threes &>> 63 | threes &>> 62 | twos &>> 63
    return separators
  }

  @inline(__always)
  private static func load(_ start: UnsafePointer<UInt8>) -> Bytes {
    UnsafeRawPointer(start).loadUnaligned(as: Bytes.self)
  }

  @inline(__always)
  private static func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> Lanes {
    unsafeBitCast(mask, to: Lanes.self)
  }
}

/// Gathers one bit for each of 64 bytes out of the results of vector comparisons.
///
/// Baseline Swift has no word for the instruction that does this. Each half of a vector sets one
/// bit of all eight bytes of a number, and an 8 × 8 transposition puts them in order: 25
/// instructions for 64 bytes, where gathering each half by a multiplication takes 40, and more
/// where the compiler insists on doing it in vectors.
private struct ByteMask {
  private var gathered = SIMD2<UInt64>(repeating: 0)

  /// Takes in the result for the bytes from `16 * part`: all ones or zeros in each byte.
  @inline(__always)
  mutating func insert(_ mask: SIMD2<UInt64>, _ part: Int) {
    let weight: UInt64 = 0x0101_0101_0101_0101 &<< UInt64(2 &* part)
    gathered |= mask & SIMD2(weight, weight &<< 1)
  }

  /// A bit for each byte, the first byte lowest.
  @inline(__always)
  var bits: UInt64 {
    var matrix = gathered[0] | gathered[1]
    matrix = ByteMask.swapping(matrix, 0x00AA_00AA_00AA_00AA, 7)
    matrix = ByteMask.swapping(matrix, 0x0000_CCCC_0000_CCCC, 14)
    return ByteMask.swapping(matrix, 0x0000_0000_F0F0_F0F0, 28)
  }

  /// Exchanges the bits under a mask with those `distance` above them.
  @inline(__always)
  private static func swapping(_ matrix: UInt64, _ mask: UInt64, _ distance: UInt64) -> UInt64 {
    let difference = (matrix ^ matrix &>> distance) & mask
    return matrix ^ difference ^ difference &<< distance
  }
}
