/// What the inflected forms of a word share.
///
/// The first letters serve for every script with letters: all of a word of up to four, four of
/// five, five of six to eight, six of longer ones. "leader" and "leaders", "Russia" and "Russian",
/// "Regierung" and "Regierungen" so fall together, without a table for any language.
package struct Stem {
  /// What stems are compared by.
  package var value: UInt32
  /// The number of letters of the whole word.
  package var letters: Int

  /// Names a stem.
  init(value: UInt32, letters: Int) {
    self.value = value
    self.letters = letters
  }

  /// The stem of the word that stands in a range of a UTF-8 text.
  ///
  /// Letters outside ASCII keep their case, which costs a match only where a sentence begins.
  init(of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    letters = 0
    for position in range where text[position] & 0xC0 != 0x80 { letters += 1 }
    let kept = Self.keptLetters(of: letters)
    var bits: UInt64 = 0
    var seen = 0
    for position in range {
      let byte = text[position]
      if byte & 0xC0 != 0x80 { seen += 1 }
      if seen > kept { break }
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      bits = (bits &<< 8 | bits &>> 56) ^ UInt64(folded)
    }
    let mixed = (bits &+ 1).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    value = UInt32(truncatingIfNeeded: mixed.high ^ mixed.low)
  }

  private static func keptLetters(of letters: Int) -> Int {
    switch letters {
    case ...4: letters
    case 5: 4
    case 6...8: 5
    default: 6
    }
  }
}
