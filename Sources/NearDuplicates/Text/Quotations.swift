/// Finds the stretches of a text that people said or published.
///
/// Quotation has many clothes, and all are taken by their marks rather than by words of one
/// language: quotation marks of every script, paragraphs that open a mark and leave the closing to
/// the next one, embedded posts ("— Name (@handle) …"), transcripts ("NAME:"), quoted lines
/// ("> …") and the statement behind a paragraph that ends in a colon.
package struct Quotations {
  let text: UnsafeBufferPointer<UInt8>
  private var found: [Range<Int>] = []
  private var posts: [Range<Int>] = []
  /// The closing mark of a quotation that the paragraph before left open.
  private var pendingCloser: QuotationMark?
  private var followsColon = false
  private(set) var previousParagraph: Range<Int>?

  /// The quoted stretches of a UTF-8 text and those among them that are embedded posts, as ranges in
  /// order and without overlap.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package static func find(
    in text: UnsafeBufferPointer<UInt8>, paragraphs: [Range<Int>]
  ) -> (quoted: [Range<Int>], posts: [Range<Int>]) {
    var finder = Quotations(text: text)
    for paragraph in paragraphs { finder.read(paragraph) }
    return (merged(finder.found), merged(finder.posts))
  }

  /// The most bytes of a post, twice those of a long one with its signature: where a whole article is
  /// one paragraph, it is none for the post in it.
  private static let longestPost = 800

  private init(text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  private mutating func read(_ paragraph: Range<Int>) {
    let opens = opensWithMark(paragraph)
    defer {
      followsColon = endsInColon(paragraph)
      previousParagraph = paragraph
    }
    if text[paragraph.lowerBound] == UInt8(ascii: ">") || isTranscript(paragraph)
      || (followsColon && !opens)
    {
      found.append(paragraph)
      pendingCloser = nil
      return
    }
    if let post = embeddedPost(in: paragraph) {
      found += post
      posts += post.filter { $0.count <= Self.longestPost }
      pendingCloser = nil
      return
    }
    readMarks(of: paragraph)
  }

  // MARK: Quotation marks

  private mutating func readMarks(of paragraph: Range<Int>) {
    var position = paragraph.lowerBound
    if let end = endOfOpenedBefore(paragraph) {
      found.append(position..<end)
      position = end
    }
    pendingCloser = nil
    while let (start, mark, afterMark) = nextOpener(from: position, in: paragraph) {
      if let end = endOfQuotation(mark, from: afterMark, in: paragraph) {
        found.append(start..<end)
        position = end
      } else if mark.isSingle || start != paragraph.lowerBound && isStray(start, in: paragraph) {
        position = afterMark
      } else {
        found.append(start..<paragraph.upperBound)
        pendingCloser = mark
        return
      }
    }
  }

  /// Where a quotation ends that this paragraph closes without having opened it: the paragraph
  /// before left it open, or its opening mark was lost.
  private func endOfOpenedBefore(_ paragraph: Range<Int>) -> Int? {
    if let closer = pendingCloser, !opensWithMark(paragraph) {
      return endOfQuotation(closer, from: paragraph.lowerBound, in: paragraph)
    }
    var position = paragraph.lowerBound
    while true {
      position = nextMark(from: position, to: paragraph.upperBound)
      guard position < paragraph.upperBound else { return nil }
      let (scalar, length) = scalarAt(position)
      if scalar == QuotationMark.straight || scalar == QuotationMark.rightDouble {
        let isCloser = closes(position, length, in: paragraph) && !isStray(position, in: paragraph)
        return isCloser ? position + length : nil
      }
      if QuotationMark.opened(by: scalar) != nil, scalar != QuotationMark.apostrophe { return nil }
      position += length
    }
  }

  /// The next offset at which a mark of quotation may stand: ", ', ` or a byte outside ASCII.
  private func nextMark(from start: Int, to end: Int) -> Int {
    ByteSearch.first(in: text, from: start, to: end) { word in
      ByteSearch.equal(word, 0x22) | ByteSearch.equal(word, 0x27) | ByteSearch.equal(word, 0x60)
        | word & ByteSearch.tops
    }
  }

  /// Whether an ASCII mark without partner stands for inches or minutes rather than speech.
  private func isStray(_ position: Int, in paragraph: Range<Int>) -> Bool {
    position > paragraph.lowerBound && text[position] == UInt8(ascii: "\"")
      && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[position - 1])
  }

  private func nextOpener(
    from start: Int, in paragraph: Range<Int>
  ) -> (start: Int, mark: QuotationMark, after: Int)? {
    var position = start
    while true {
      position = nextMark(from: position, to: paragraph.upperBound)
      guard position < paragraph.upperBound else { return nil }
      let byte = text[position]
      if byte == 0x60, position + 1 < paragraph.upperBound, text[position + 1] == 0x60 {
        return (position, .typewritten, position + 2)
      }
      guard byte == 0x22 || byte == 0x27 || byte >= 0xC2 else {
        position += 1
        continue
      }
      let (scalar, length) = scalarAt(position)
      if let mark = QuotationMark.opened(by: scalar), mayOpen(mark, position, length, in: paragraph)
      {
        return (position, mark, position + length)
      }
      position += length
    }
  }

  private func mayOpen(
    _ mark: QuotationMark, _ position: Int, _ length: Int, in paragraph: Range<Int>
  ) -> Bool {
    switch mark.opener {
    case QuotationMark.apostrophe, QuotationMark.rightDouble, QuotationMark.rightGuillemet:
      opens(position, length, in: paragraph)
    default:
      !mark.isSingle || !isLetter(before: position)
    }
  }

  /// Where a quotation ends, behind its closing mark; nil where the paragraph does not close it.
  ///
  /// Quotations nest in the same marks: “He tweeted “Big news” today,” she said. Where marks do
  /// not come out even, the first closing one counts.
  private func endOfQuotation(
    _ mark: QuotationMark, from start: Int, in paragraph: Range<Int>
  ) -> Int? {
    var position = start
    var depth = 0
    var firstEnd: Int?
    while true {
      position = nextMark(from: position, to: paragraph.upperBound)
      guard position < paragraph.upperBound else { return firstEnd }
      let byte = text[position]
      if byte == 0x27, mark.isTypewritten, position + 1 < paragraph.upperBound,
        text[position + 1] == 0x27
      {
        return position + 2
      }
      guard byte == 0x22 || byte == 0x27 || byte >= 0xC2 else {
        position += 1
        continue
      }
      let (scalar, length) = scalarAt(position)
      if reopens(mark, scalar, position, length, in: paragraph) {
        depth += 1
      } else if mark.closers.contains(scalar), mayClose(mark, position, length, in: paragraph) {
        if depth == 0 { return position + length }
        depth -= 1
        firstEnd = firstEnd ?? position + length
      }
      position += length
    }
  }

  private func reopens(
    _ mark: QuotationMark, _ scalar: UInt32, _ position: Int, _ length: Int,
    in paragraph: Range<Int>
  ) -> Bool {
    scalar == mark.opener && !mark.isSingle && scalar != QuotationMark.rightDouble
      && scalar != QuotationMark.rightGuillemet && opens(position, length, in: paragraph)
  }

  private func mayClose(
    _ mark: QuotationMark, _ position: Int, _ length: Int, in paragraph: Range<Int>
  ) -> Bool {
    if mark.opener == QuotationMark.apostrophe {
      // "voters' wishes" closes nothing: the mark must follow a stop.
      return position > 0 && Self.stops.contains(text[position - 1])
        && closes(position, length, in: paragraph)
    }
    return !mark.isSingle || !isLetter(after: position + length)
  }

  private static let stops: [UInt8] = Array(",.!?".utf8)

  /// Whether a mark stands before a word and behind none, as an opening one does.
  private func opens(_ position: Int, _ length: Int, in paragraph: Range<Int>) -> Bool {
    let isBehindWord = position > paragraph.lowerBound && !isGap(text[position - 1])
    let end = position + length
    return !isBehindWord && end < paragraph.upperBound && isWordByte(text[end])
  }

  /// Whether a mark stands behind a word and before none, as a closing one does.
  private func closes(_ position: Int, _ length: Int, in paragraph: Range<Int>) -> Bool {
    guard position > paragraph.lowerBound, !isGap(text[position - 1]) else { return false }
    let end = position + length
    return end == paragraph.upperBound || !isWordByte(text[end])
  }

  private func isGap(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: " ") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
      || byte == UInt8(ascii: "-")
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0xC3
      || Self.wordSigns.contains(byte)
  }

  /// What a quoted text may begin with besides a letter: "@name", "#tag", "$5", "...".
  private static let wordSigns: [UInt8] = Array("@#$[.'".utf8)

  private func opensWithMark(_ paragraph: Range<Int>) -> Bool {
    let byte = text[paragraph.lowerBound]
    guard byte == 0x22 || byte == 0x27 || byte == 0xC2 || byte >= 0xE2 else { return false }
    return QuotationMark.opened(by: scalarAt(paragraph.lowerBound).scalar) != nil
  }

  private func scalarAt(_ position: Int) -> (scalar: UInt32, length: Int) {
    let lead = text[position]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, position + length <= text.count else { return (UInt32(lead), 1) }
    var scalar = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { scalar = scalar << 6 | UInt32(text[position + offset] & 0x3F) }
    return (scalar, length)
  }

  private func isLetter(before position: Int) -> Bool {
    position > 0 && isLetter(text[position - 1])
  }

  private func isLetter(after position: Int) -> Bool {
    position < text.count && isLetter(text[position])
  }

  func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
  }

  private static func merged(_ stretches: [Range<Int>]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for range in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ranges.last, range.lowerBound <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}
