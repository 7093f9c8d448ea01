/// What the inflected forms of a word share.
///
/// The first letters serve for every script with letters: all of a word of up to four, four of
/// five, five of six to eight, six of longer ones. "leader" and "leaders", "Russia" and "Russian",
/// "Regierung" and "Regierungen" so fall together, without a table for any language. Of a figure the
/// digits count: "17" and "17th", "9m" and "9million" are one.
package struct Stem: Equatable {
  /// What stems are compared by.
  package var value: UInt32
  /// The number of letters of the whole word.
  package var letters: Int

  /// Names a stem.
  @inline(__always)
  init(value: UInt32, letters: Int) {
    self.value = value
    self.letters = letters
  }

  /// The stem of the word that stands in a range of a UTF-8 text.
  ///
  /// Letters outside ASCII keep their case, which costs a match only where a sentence begins.
  @inline(__always)
  init(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self =
      text[range.lowerBound] &- 0x30 < 10
      ? Self.figure(text, range) : Self.short(text, range) ?? Self.long(text, range)
  }

  @inline(never)
  private static func figure(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Stem {
    var bits: UInt64 = 0
    for position in range {
      guard text[position] &- 0x30 < 10 else { break }
      bits = (bits &<< 8 | bits &>> 56) ^ UInt64(text[position])
    }
    return Stem(value: value(of: bits), letters: range.count)
  }

  /// The stem of a word of up to 16 letters of ASCII, or of four letters in up to eight bytes.
  ///
  /// It takes one or two loads, where going through the bytes of a word took 13 ns. Nil for any
  /// other word, and at the end of the text, where eight bytes cannot be read.
  @inline(__always)
  private static func short(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Stem? {
    let length = range.upperBound &- range.lowerBound
    guard length > 0, length <= 16, range.lowerBound &+ 8 <= text.count,
      let start = text.baseAddress
    else { return nil }
    let word = ShortWord(start + range.lowerBound, length: min(length, 8))
    if word.isASCII {
      guard length <= 8 || ShortWord(start + range.upperBound - 8, length: 8).isASCII else {
        return nil
      }
      return Stem(value: value(of: word.bits(ofFirst: keptLetters(of: length))), letters: length)
    }
    let letters = length &- word.continuations
    guard length <= 8, letters <= 4 else { return nil }
    return Stem(value: value(of: word.bits(ofFirst: length)), letters: letters)
  }

  @inline(never)
  private static func long(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Stem {
    var letters = 0
    for position in range where text[position] & 0xC0 != 0x80 { letters += 1 }
    let kept = keptLetters(of: letters)
    var bits: UInt64 = 0
    var seen = 0
    for position in range {
      let byte = text[position]
      if byte & 0xC0 != 0x80 { seen += 1 }
      if seen > kept { break }
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      bits = (bits &<< 8 | bits &>> 56) ^ UInt64(folded)
    }
    return Stem(value: value(of: bits), letters: letters)
  }

  @inline(__always)
  private static func value(of bits: UInt64) -> UInt32 {
    let mixed = (bits &+ 1).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return UInt32(truncatingIfNeeded: mixed.high ^ mixed.low)
  }

  @inline(__always)
  private static func keptLetters(of letters: Int) -> Int {
    switch letters {
    case ...4: letters
    case 5: 4
    case 6...8: 5
    default: 6
    }
  }
}

/// Up to eight bytes of UTF-8 in a register, the first lowest, zeros behind the last.
private struct ShortWord {
  private let bytes: UInt64

  /// Loads the first `length` bytes, 1 to 8, of eight that can be read.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, length: Int) {
    let all = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    bytes = all & ~0 &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length)
  }

  @inline(__always)
  var isASCII: Bool { bytes & ByteSearch.tops == 0 }

  /// The number of bytes that begin no scalar.
  @inline(__always)
  var continuations: Int { (bytes &>> 7 & ~(bytes &>> 6) & ByteSearch.ones).nonzeroBitCount }

  /// The first bytes, at least one, with small letters for the capitals of ASCII and the first byte
  /// highest, as appending them one by one gives.
  @inline(__always)
  func bits(ofFirst count: Int) -> UInt64 {
    let low = bytes & ~ByteSearch.tops
    let fromA = low &+ ByteSearch.ones &* (0x80 - 0x41)
    let behindZ = low &+ ByteSearch.ones &* (0x80 - 0x5B)
    let capitals = fromA & ~behindZ & ~bytes & ByteSearch.tops
    return (bytes | capitals &>> 2).byteSwapped &>> UInt64(truncatingIfNeeded: 64 &- 8 &* count)
  }
}
