/// Quotation that is told by other signs than quotation marks.
extension Quotations {
  func endsInColon(_ paragraph: Range<Int>) -> Bool {
    text[paragraph.upperBound - 1] == UInt8(ascii: ":") && paragraph.count >= 20
  }

  /// `NAME:` or `MR. NAME, HOST:` at the start of a paragraph: capitals before an early colon.
  func isTranscript(_ paragraph: Range<Int>) -> Bool {
    var capitals = 0
    for position in paragraph.prefix(48) {
      let byte = text[position]
      if byte == UInt8(ascii: ":") {
        return capitals >= 1 && position + 1 < paragraph.upperBound
          && text[position + 1] == UInt8(ascii: " ")
      }
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        capitals += 1
      } else if isLetter(byte) || byte >= 0x80 || (0x30...0x39).contains(byte) {
        return false
      }
    }
    return false
  }

  /// The paragraphs of a post that ends in its signature: "Text — Name (@handle) Month D, YYYY", or
  /// the signature alone below the text.
  func embeddedPost(in paragraph: Range<Int>) -> [Range<Int>]? {
    guard let handle = position(of: "(@", in: paragraph),
      position(of: ")", in: handle..<paragraph.upperBound) != nil,
      let dash = lastDash(before: handle, in: paragraph), handle - dash < 80
    else { return nil }
    guard dash == paragraph.lowerBound, let previousParagraph else { return [paragraph] }
    return [previousParagraph, paragraph]
  }

  private func position(of pattern: StaticString, in range: Range<Int>) -> Int? {
    let count = pattern.utf8CodeUnitCount
    guard range.count >= count else { return nil }
    let last = range.upperBound - count
    let first = pattern.utf8Start[0]
    var start = range.lowerBound
    while true {
      start = ByteSearch.first(in: text, from: start, to: last + 1) { ByteSearch.equal($0, first) }
      guard start <= last else { return nil }
      if (1..<count).allSatisfy({ text[start + $0] == pattern.utf8Start[$0] }) { return start }
      start += 1
    }
  }

  private func lastDash(before end: Int, in paragraph: Range<Int>) -> Int? {
    var position = end - 1
    while position >= paragraph.lowerBound {
      if text[position] == UInt8(ascii: "-") { return position }
      if text[position] == 0xE2, position + 2 < end, text[position + 1] == 0x80,
        (0x93...0x95).contains(text[position + 2])
      {
        return position
      }
      position -= 1
    }
    return nil
  }
}
