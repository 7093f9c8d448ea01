import NearDuplicates

/// What the head of a plain-text file tells of its publication.
///
/// Read are the first 40 lines or 2 KB, by rules of form alone: lines `Label: value` (YAML front
/// matter is no more than that), dates after a label such as "Published on", dates that have a
/// line or a part of a line to themselves, and headings. Prose is never searched. The text itself
/// stays whole, so that offsets refer to all of it.
package struct TextHead: Sendable, Equatable {
  /// The headline.
  package var title: String?
  /// The outlet.
  package var source: String?
  /// The date of publication; where there is none that of an update, then that of retrieval.
  package var date: Timestamp?
  /// The address of the page.
  package var url: String?

  /// Reads the head of a text.
  package init(of text: String, dates: DateParser) {
    let lines = HeadLine.lines(of: text)
    var dateRank = DateLabel.Rank.none
    var isFirst = true
    for line in lines where !line.isBlank {
      if let (date, rank) = HeadDate.find(in: line, isFirst: isFirst, dates), rank < dateRank {
        (self.date, dateRank) = (date, rank)
      }
      readField(line)
      isFirst = false
    }
    title = title ?? HeadTitle.find(in: lines, dates)
  }

  private mutating func readField(_ line: HeadLine) {
    guard let (label, value) = line.field else { return }
    switch label {
    case _ where Self.titleLabels.contains(label): title = title ?? value
    case _ where value.contains("://"):
      if Self.urlLabels.contains(label) || Self.sourceLabels.contains(label) { url = url ?? value }
    case _ where Self.sourceLabels.contains(label): source = source ?? value
    default: break
    }
  }

  private static let titleLabels: Set<String> = [
    "title", "headline", "titel", "überschrift", "titre", "título", "titular", "titolo",
    "заголовок", "标题", "標題",
  ]
  private static let sourceLabels: Set<String> = [
    "source", "publisher", "publication", "outlet", "newspaper", "site", "website", "quelle",
    "fuente", "fonte", "bron", "источник", "来源", "來源",
  ]
  private static let urlLabels: Set<String> = ["url", "link", "canonical", "permalink", "href"]
}

/// A line of the head without its marks of layout.
struct HeadLine {
  /// The line without space and emphasis around it.
  var text: String
  /// The level of a Markdown heading, 1 to 6, or nil.
  var headingLevel: Int?
  /// Whether the head ends inside the line.
  var isCut = false

  var isBlank: Bool { text.isEmpty }

  var hasDigit: Bool { text.utf8.contains(where: JSONByte.isDigit) }

  /// The label, in lower case, and the value of a line `Label: value`.
  var field: (label: String, value: String)? {
    let start = text.unicodeScalars.prefix(Self.maximumLabel)
    guard !isCut, let colon = start.firstIndex(where: { $0 == ":" || $0 == "：" }) else {
      return nil
    }
    let label = text[..<colon].trimmed(of: " \t*_").lowercased()
    let value = text[text.index(after: colon)...].trimmed(of: " \t*_\"'")
    return label.isEmpty || value.isEmpty ? nil : (label, String(value))
  }

  /// The lines of the head of a text.
  static func lines(of text: String) -> [HeadLine] {
    let head = Array(text.utf8.prefix(maximumLength))
    let isCut = text.utf8.count > maximumLength
    var lines = head.split(
      separator: UInt8(ascii: "\n"), maxSplits: maximumLines, omittingEmptySubsequences: false)
    if lines.count > maximumLines {
      lines.removeLast()
      return lines.map { HeadLine($0) }
    }
    let last = lines.indices.last
    return lines.indices.map { HeadLine(lines[$0], isCut: isCut && $0 == last) }
  }

  private init(_ bytes: ArraySlice<UInt8>, isCut: Bool = false) {
    let line = String(decoding: bytes, as: UTF8.self).trimmed(of: " \t\r\u{A0}\u{3000}\u{FEFF}")
    let marks = line.prefix { $0 == "#" }.count
    let isHeading = (1...6).contains(marks) && line.dropFirst(marks).first == " "
    headingLevel = isHeading ? marks : nil
    text = String((isHeading ? line.dropFirst(marks) : line).trimmed(of: " \t*_>|#"))
    // A rule of dashes parts the page as a blank line does.
    if text.allSatisfy({ "-=~".contains($0) }) { text = "" }
    self.isCut = isCut
  }

  private static let maximumLabel = 40
  private static let maximumLines = 40
  private static let maximumLength = 2048
}

extension StringProtocol {
  /// The text without any of the characters around it.
  func trimmed(of characters: String) -> SubSequence {
    guard let first = firstIndex(where: { !characters.contains($0) }),
      let last = lastIndex(where: { !characters.contains($0) })
    else { return self[endIndex...] }
    return self[first...last]
  }
}
