/// Hashes the letters that are tokens of their own in a stretch without spaces: nearly all of a
/// Chinese text, and most of a Japanese one.
///
/// All of it is one loop in a function of its own, so that everything stays in registers: some 30
/// instructions a letter, where it took 55 in the middle of others. Ideographs of U+4E00 to U+9FFF
/// need no look-up, since all of them stay as they are; for kana and the other letters of three
/// bytes the table is asked, and for the punctuation between them.
struct LetterHasher {
  let text: UnsafePointer<UInt8>
  let table = ScalarTable.shared

  /// Bytes of a letter.
  static let length = 3

  /// Hashes the letters from an offset on, and returns where they end and how many there are.
  ///
  /// They end at a scalar that is neither a letter of three bytes folded, nor a separator of three.
  /// That may be a mark, which belongs to the letter before.
  @inline(never)
  func hash(
    from start: Int, before end: Int, to hashes: UnsafeMutablePointer<UInt64>,
    _ bounds: UnsafeMutablePointer<TokenBounds>
  ) -> (end: Int, count: Int) {
    var count = 0
    var next = text + start
    let end = text + end
    var token = TokenBounds(begin: start, end: start &+ LetterHasher.length, isUnspaced: true)
    while next + (LetterHasher.length - 1) < end {
      let bytes = ThreeBytes(next)
      if bytes.areIdeograph {
        hashes[count] = bytes.hash
        bounds[count] = token
        count &+= 1
      } else {
        guard let scalar = bytes.scalar else { break }
        let entry = ScalarEntry(bits: table.firstPlane[scalar])
        if entry.isLetterOfThreeBytes {
          hashes[count] = LetterHasher.hash(of: entry)
          bounds[count] = token
          count &+= 1
        } else if entry.kind != ScalarClass.separator.rawValue {
          break
        }
      }
      token = token.moved(by: LetterHasher.length)
      next += LetterHasher.length
    }
    return (next - text, count)
  }

  @inline(__always)
  private static func hash(of letter: ScalarEntry) -> UInt64 {
    let bits = UInt64(letter.bits)
    return xxh3(of1To3: (bits & 0xFF00) &<< 16 | (bits & 0xFF) &<< 16 | bits &>> 16 & 0xFF, 3)
  }
}

/// Three bytes in the order in which ``xxh3(of1To3:_:)`` takes them: the second highest, then the
/// first, and the third lowest.
private struct ThreeBytes {
  private let bits: UInt32

  @inline(__always)
  init(_ start: UnsafePointer<UInt8>) {
    let firstTwo = UnsafeRawPointer(start).loadUnaligned(as: UInt16.self).littleEndian
    bits = UInt32(firstTwo) &<< 16 | UInt32(start[2])
  }

  @inline(__always)
  var hash: UInt64 { xxh3(of1To3: UInt64(bits), 3) }

  /// Whether these are an ideograph of U+4E00 to U+9FFF: E4 B8 80 to E9 BF BF.
  @inline(__always)
  var areIdeograph: Bool {
    let firstTwo = UInt16(truncatingIfNeeded: bits &>> 16).byteSwapped
    return bits & 0xC000_00C0 == 0x8000_0080 && firstTwo &- 0xE4B8 < 0xEA00 - 0xE4B8
  }

  /// The scalar that they are, or nil; none below U+1000, and none of U+D000 to U+DFFF.
  @inline(__always)
  var scalar: Int? {
    let lead = bits &>> 16 & 0xFF ^ 0xE0
    // E0 might begin an overlong form, ED a surrogate.
    guard bits & 0xC000_00C0 == 0x8000_0080, lead < 0x10, lead != 0, lead != 0xD else { return nil }
    return Int(lead &<< 12 | (bits &>> 24 & 0x3F) &<< 6 | bits & 0x3F)
  }
}
