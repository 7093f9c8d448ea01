/// Finds the stretches of a text that can hold words, 64 bytes at a time, and copies them with
/// small letters for the capitals of ASCII.
///
/// A byte counts as part of a word where it is a letter or digit of ASCII, an underscore, or any
/// byte of a scalar outside ASCII, except for the punctuation that English is full of: curly
/// quotes, dashes, ellipses and spaces of U+2010 to U+2029, and U+00A0, «, » separate here already,
/// so that a page with typographer's quotes never leaves the fast path. What else separates, the
/// scalar by scalar path behind finds out.
struct WordScanner {
  /// The bytes that may be read after the 64 of a block.
  static let lookahead = 2
  /// The bytes of scratch memory that a scanner takes.
  static let scratchSize = 2 * marksSize

  /// Whether the last byte of the block before was part of a word: 0 or 1.
  private(set) var carriedWord: UInt64 = 0
  /// Where punctuation of two or three bytes begins, from the byte before the block on.
  ///
  /// All ones or zeros in each byte, and in memory, because the same marks are read again shifted by
  /// a byte.
  private let starts: UnsafeMutableRawPointer
  /// The same for punctuation of three bytes, from two bytes before the block on.
  private let longStarts: UnsafeMutableRawPointer

  private static let marksSize = 80

  private typealias Lanes = SIMD2<UInt64>
  private typealias Bytes = SIMD16<UInt8>

  init(scratch: UnsafeMutableRawPointer) {
    starts = scratch
    longStarts = scratch + WordScanner.marksSize
    starts.storeBytes(of: 0, as: UInt8.self)
    longStarts.storeBytes(of: 0, as: UInt16.self)
  }

  /// Sets a bit for each byte of the block with which a stretch begins, or before which one ends,
  /// and writes the block to `copy`.
  @inline(__always)
  mutating func edges(
    of block: UnsafePointer<UInt8>, copy: UnsafeMutablePointer<UInt8>
  ) -> UInt64 {
    let words = wordBytes(of: block, copy: copy)
    let edges = words ^ (words &<< 1 | carriedWord)
    carriedWord = words &>> 63
    return edges
  }

  @inline(__always)
  private func wordBytes(
    of block: UnsafePointer<UInt8>, copy: UnsafeMutablePointer<UInt8>
  ) -> UInt64 {
    var words = ByteMask()
    var all = Lanes(repeating: 0)
    for part in 0..<4 {
      let bytes = WordScanner.load(block + 16 &* part)
      let letters = WordScanner.lanes(
        ((bytes | Bytes(repeating: 0x20)) &- Bytes(repeating: 0x61)) .< Bytes(repeating: 26))
      let digits = WordScanner.lanes((bytes &- Bytes(repeating: 0x30)) .< Bytes(repeating: 10))
      let underscores = WordScanner.lanes(bytes .== Bytes(repeating: 0x5F))
      words.insert(letters | digits | underscores, part)
      let lanes = unsafeBitCast(bytes, to: Lanes.self)
      let folded = lanes | letters & Lanes(repeating: 0x2020_2020_2020_2020)
      UnsafeMutableRawPointer(copy + 16 &* part).storeBytes(of: folded, as: Lanes.self)
      all |= lanes
    }
    if _slowPath((all[0] | all[1]) & 0x8080_8080_8080_8080 != 0) {
      insertScalars(of: block, into: &words)
    }
    return words.bits
  }

  /// Takes in the bytes outside ASCII that do not belong to well-known punctuation.
  @inline(__always)
  private func insertScalars(of block: UnsafePointer<UInt8>, into words: inout ByteMask) {
    for part in 0..<4 {
      let bytes = WordScanner.load(block + 16 &* part)
      let next = WordScanner.load(block + 16 &* part + 1)
      let last = WordScanner.load(block + 16 &* part + 2) &- Bytes(repeating: 0x90)
      let three =
        WordScanner.lanes(bytes .== Bytes(repeating: 0xE2))
        & WordScanner.lanes(next .== Bytes(repeating: 0x80))
        & WordScanner.lanes(last .< Bytes(repeating: 0x1A))
      let two =
        WordScanner.lanes(bytes .== Bytes(repeating: 0xC2))
        & (WordScanner.lanes(next .== Bytes(repeating: 0xA0))
          | WordScanner.lanes((next & Bytes(repeating: 0xEF)) .== Bytes(repeating: 0xAB)))
      let separators = spread(two | three, three, part)
      words.insert(WordScanner.lanes(bytes .>= Bytes(repeating: 0x80)) & ~separators, part)
    }
    starts.storeBytes(of: starts.load(fromByteOffset: 64, as: UInt8.self), as: UInt8.self)
    longStarts.storeBytes(
      of: longStarts.load(fromByteOffset: 64, as: UInt16.self), as: UInt16.self)
  }

  /// All bytes of the punctuation that begins in 16 bytes, or reaches into them.
  @inline(__always)
  private func spread(_ all: Lanes, _ long: Lanes, _ part: Int) -> Lanes {
    starts.storeBytes(of: all, toByteOffset: 16 &* part + 1, as: Lanes.self)
    longStarts.storeBytes(of: long, toByteOffset: 16 &* part + 2, as: Lanes.self)
    return all | starts.loadUnaligned(fromByteOffset: 16 &* part, as: Lanes.self)
      | longStarts.loadUnaligned(fromByteOffset: 16 &* part, as: Lanes.self)
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
