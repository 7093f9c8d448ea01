/// Finds where sentences end.
///
/// The rules look at shapes, not at words of one language: a full stop ends no sentence behind an
/// initial or a short capitalised abbreviation ("Mr.", "Gen.", "U.S."), behind a longer one before a
/// figure or a bracket ("Sept. 11", "PARIS, Tenn. (AP)"), behind an ordinal of one or two digits
/// ("17. Februar"), or where the text goes on in lower case.
package enum Sentences {
  /// The UTF-8 offsets behind the sentences of one paragraph, in order; the last is its end.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package static func ends(
    in text: UnsafeBufferPointer<UInt8>, paragraph: Range<Int>
  ) -> [Int] {
    var ends: [Int] = []
    forEachEnd(in: text, paragraph: paragraph) { ends.append($0) }
    return ends
  }

  /// Calls a closure with the offset behind each sentence of one paragraph.
  @inline(__always)
  static func forEachEnd(
    in text: UnsafeBufferPointer<UInt8>, paragraph: Range<Int>, _ body: (Int) -> Void
  ) {
    var last = -1
    var position = mayTerminate(in: text, from: paragraph.lowerBound, to: paragraph.upperBound)
    while position < paragraph.upperBound {
      if let after = terminator(at: position, in: text, paragraph: paragraph) {
        let isStop = text[position] == UInt8(ascii: ".")
        let resume = skipClosers(from: after, in: text, to: paragraph.upperBound)
        if !isStop || endsSentence(stop: position, resume: resume, in: text, paragraph: paragraph) {
          last = resume
          body(resume)
        }
        position = resume
      } else {
        position += 1
      }
      position = mayTerminate(in: text, from: position, to: paragraph.upperBound)
    }
    if last != paragraph.upperBound { body(paragraph.upperBound) }
  }

  /// The next offset at which ``terminator(at:in:paragraph:)`` may find one.
  private static func mayTerminate(
    in text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    ByteSearch.first(in: text, from: start, to: end) { word in
      ByteSearch.equal(word, UInt8(ascii: ".")) | ByteSearch.equal(word, UInt8(ascii: "!"))
        | ByteSearch.equal(word, UInt8(ascii: "?")) | ByteSearch.equal(word, 0xE3)
        | ByteSearch.equal(word, 0xEF)
    }
  }

  /// Where the text behind a terminator goes on, or nil where no terminator stands.
  private static func terminator(
    at position: Int, in text: UnsafeBufferPointer<UInt8>, paragraph: Range<Int>
  ) -> Int? {
    switch text[position] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return position + 1
    case 0xE3 where position + 2 < paragraph.upperBound:  // 。
      return text[position + 1] == 0x80 && text[position + 2] == 0x82 ? position + 3 : nil
    case 0xEF where position + 2 < paragraph.upperBound:  // ！ ？ ；
      let isMark = text[position + 1] == 0xBC && [0x81, 0x9F, 0x9B].contains(text[position + 2])
      return isMark ? position + 3 : nil
    default:
      return nil
    }
  }

  private static func skipClosers(
    from start: Int, in text: UnsafeBufferPointer<UInt8>, to end: Int
  ) -> Int {
    var position = start
    while position < end {
      switch text[position] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        position += 1
      case 0xE2
      where position + 2 < end && text[position + 1] == 0x80
        && [0x99, 0x9C, 0x9D].contains(text[position + 2]):
        position += 3
      case 0xE3
      where position + 2 < end && text[position + 1] == 0x80
        && [0x8D, 0x8F].contains(text[position + 2]):
        position += 3
      case 0xC2 where position + 1 < end && text[position + 1] == 0xBB:
        position += 2
      default:
        return position
      }
    }
    return end
  }

  private static func endsSentence(
    stop: Int, resume: Int, in text: UnsafeBufferPointer<UInt8>, paragraph: Range<Int>
  ) -> Bool {
    guard resume < paragraph.upperBound else { return true }
    guard text[resume] <= UInt8(ascii: " ") else { return false }
    var next = resume
    while next < paragraph.upperBound, text[next] <= UInt8(ascii: " ") { next += 1 }
    guard next < paragraph.upperBound else { return true }
    if isLowercase(next, in: text) { return false }
    return !endsAbbreviation(stop: stop, before: text[next], in: text, paragraph: paragraph)
  }

  /// Whether a small Latin or Cyrillic letter begins at a position.
  private static func isLowercase(
    _ position: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let byte = text[position]
    guard byte >= 0x80 else { return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) }
    guard position + 1 < text.count else { return false }
    return switch (byte, text[position + 1]) {
    case (0xC3, 0x9F...0xBF), (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x9F): true
    default: false
    }
  }

  private static func endsAbbreviation(
    stop: Int, before next: UInt8, in text: UnsafeBufferPointer<UInt8>, paragraph: Range<Int>
  ) -> Bool {
    var start = stop
    while start > paragraph.lowerBound, isWordByte(text[start - 1]) { start -= 1 }
    let length = stop - start
    guard length > 0 else { return false }
    let first = text[start]
    if (0x30...0x39).contains(first) { return length <= 2 }
    // "NATO." and "FBI." end sentences, "Mr.", "Gen." and the "S." of "U.S." do not.
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
    if length == 1 { return true }
    let goesOn = (0x30...0x39).contains(next) || next == UInt8(ascii: "(")
    return isCapital && length <= (goesOn ? 5 : 3) && text[start + 1] >= UInt8(ascii: "a")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) || (0x30...0x39).contains(byte)
      || byte >= 0x80
  }
}
