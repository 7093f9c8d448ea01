/// Splits a text into paragraphs.
///
/// A line break ends a paragraph, unless the next line goes on in the middle of a sentence: it
/// begins with a lower-case ASCII letter and the line before it has no closing mark. Hard-wrapped
/// lines, also those that a converter set apart by blank lines, so become one paragraph again.
package enum Paragraphs {
  /// The paragraphs of a UTF-8 text as ranges without surrounding white space, in order.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package static func ranges(in text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var lineStart = 0
    while lineStart < text.count {
      let lineEnd = endOfLine(from: lineStart, in: text)
      if let line = trimmed(lineStart..<lineEnd, in: text) {
        if let last = paragraphs.last, continues(last, at: line.lowerBound, in: text) {
          paragraphs[paragraphs.count - 1] = last.lowerBound..<line.upperBound
        } else {
          paragraphs.append(line)
        }
      }
      lineStart = lineEnd + 1
    }
    return paragraphs
  }

  private static func endOfLine(from start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    ByteSearch.first(in: text, from: start, to: text.count) { word in
      ByteSearch.equal(word, UInt8(ascii: "\n")) | ByteSearch.equal(word, UInt8(ascii: "\r"))
    }
  }

  private static func trimmed(
    _ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, text[start] <= UInt8(ascii: " ") { start += 1 }
    while end > start, text[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start < end ? start..<end : nil
  }

  private static func continues(
    _ paragraph: Range<Int>, at start: Int, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[start]) else { return false }
    switch text[paragraph.upperBound - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: ")"):
      return false
    case let last:
      return last < 0x80 || last >= 0xC0
        || !endsInClosingMark(text[paragraph.lowerBound..<paragraph.upperBound])
    }
  }

  /// Whether the last scalar is General Punctuation or CJK punctuation: ” … 。 and their like.
  private static func endsInClosingMark(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard line.count >= 3 else { return false }
    let lead = line[line.endIndex - 3]
    let middle = line[line.endIndex - 2]
    return (lead == 0xE2 && middle == 0x80) || (lead == 0xE3 && middle == 0x80)
      || (lead == 0xEF && middle == 0xBC)
  }
}
