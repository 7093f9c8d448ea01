/// Folds the letters of Cyrillic where they stand, 16 bytes at a time.
///
/// The Russian alphabet and the small letters є, і, ј, њ keep their length when they are folded:
///
///     D0 90 … 9F   А … П   →   D0 B0 … BF        D0 B9        й   →   D0 B8   и
///     D0 A0 … AF   Р … Я   →   D1 80 … 8F        D1 91, D0 81 ё, Ё: not here, as all else
///
/// so that a Russian word is hashed as fast as an English one. Scalar by scalar it took three times
/// the instructions.
enum CyrillicFolder {
  /// Where scalars of U+0400 to U+047F begin: all ones or zeros in each byte.
  @inline(__always)
  static func leads(in bytes: ByteVector) -> ByteLanes {
    lanes((bytes & ByteVector(repeating: 0xFE)) .== ByteVector(repeating: 0xD0))
  }

  /// Folds a block into its copy, and returns a bit for each byte of the letters that are folded
  /// now, or need not be.
  ///
  /// `lastByte` stands before the block; the byte behind it is read.
  @inline(__always)
  static func fold(
    _ block: UnsafePointer<UInt8>, into copy: UnsafeMutablePointer<UInt8>, after lastByte: UInt8
  ) -> UInt64 {
    var regular = ByteMask()
    var carried = UInt64(lastByte) &<< 56
    for part in 0..<4 {
      let bytes = ByteVector(from: copy + 16 &* part)
      let letters = CyrillicLetters(
        bytes: bytes, next: ByteVector(from: block + 16 &* part + 1),
        previous: shifted(bytes.lanes, carried))
      carried = bytes.lanes[1]
      UnsafeMutableRawPointer(copy + 16 &* part).storeBytes(of: letters.folded, as: ByteLanes.self)
      regular.insert(letters.regular, part)
    }
    return regular.bits
  }

  /// Moves all bytes up by one; the highest of `carried` becomes the lowest.
  @inline(__always)
  private static func shifted(_ bytes: ByteLanes, _ carried: UInt64) -> ByteVector {
    let moved = bytes &<< 8 | ByteLanes(carried, bytes[0]) &>> 56
    return unsafeBitCast(moved, to: ByteVector.self)
  }
}

/// The letters of Cyrillic in 16 bytes, given with those one place on and one place back.
private struct CyrillicLetters {
  let bytes: ByteVector
  let next: ByteVector
  private let afterD0: ByteLanes
  private let afterD1: ByteLanes

  @inline(__always)
  init(bytes: ByteVector, next: ByteVector, previous: ByteVector) {
    self.bytes = bytes
    self.next = next
    afterD0 = lanes(previous .== ByteVector(repeating: 0xD0))
    afterD1 = lanes(previous .== ByteVector(repeating: 0xD1))
  }

  @inline(__always)
  var folded: ByteLanes {
    let capitals =
      afterD0 & lanes((bytes &- ByteVector(repeating: 0x90)) .< ByteVector(repeating: 0x20))
    let small = bytes.lanes ^ capitals & ByteLanes(repeating: 0x2020_2020_2020_2020)
    let shortI =
      afterD0
      & lanes(unsafeBitCast(small, to: ByteVector.self) .== ByteVector(repeating: 0xB9))
    let leadsOfRToYa =
      lanes(bytes .== ByteVector(repeating: 0xD0))
      & lanes((next & ByteVector(repeating: 0xF0)) .== ByteVector(repeating: 0xA0))
    return small ^ (shortI | leadsOfRToYa) & ByteLanes(repeating: 0x0101_0101_0101_0101)
  }

  /// The bytes of letters that ``folded`` has as they are hashed: of a word with another letter
  /// some may be regular and some not.
  @inline(__always)
  var regular: ByteLanes {
    let inAlphabet =
      afterD0 & lanes((bytes &- ByteVector(repeating: 0x90)) .< ByteVector(repeating: 0x30))
    let restOfAlphabet =
      lanes((bytes & ByteVector(repeating: 0xF0)) .== ByteVector(repeating: 0x80))
    let foreign =
      lanes(
        ((bytes &- ByteVector(repeating: 0x94)) & ByteVector(repeating: 0xF9))
          .== ByteVector(repeating: 0))
    let leads =
      CyrillicFolder.leads(in: bytes)
      & lanes((next & ByteVector(repeating: 0xC0)) .== ByteVector(repeating: 0x80))
    return inAlphabet | afterD1 & (restOfAlphabet | foreign) | leads
  }
}
