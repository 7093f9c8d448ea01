/// Finds the headline among the first lines of a plain text.
enum HeadTitle {
  /// The first heading of the highest level, or else the first line that looks like a headline.
  static func find(in lines: [HeadLine], _ dates: DateParser) -> String? {
    let headings = lines.filter { $0.headingLevel != nil && !$0.isBlank && !$0.isCut }
    let highest = headings.compactMap(\.headingLevel).min()
    if let heading = headings.first(where: { $0.headingLevel == highest }) { return heading.text }
    return leadingLine(of: lines, dates)
  }

  /// Of the lines before the prose that stand alone or are repeated, the first that is long
  /// enough for a headline; a single word such as "Policy" is the name of a section.
  private static func leadingLine(of lines: [HeadLine], _ dates: DateParser) -> String? {
    var short: String?
    var seen = 0
    for (index, line) in lines.enumerated() where !line.isBlank && seen < maximumLeadingLines {
      if isFurniture(line, dates) { continue }
      seen += 1
      guard isCandidate(line), isSetApart(index, lines) else { break }
      if isLongEnough(line.text) { return line.text }
      short = short ?? line.text
    }
    return short
  }

  private static func isCandidate(_ line: HeadLine) -> Bool {
    guard !line.isCut, line.text.count <= maximumLength, let last = line.text.last else {
      return false
    }
    return last != "。" && (last != "." || line.text.hasSuffix("..."))
  }

  /// Whether a blank line or a repeat follows; so does the end of the text.
  private static func isSetApart(_ index: Int, _ lines: [HeadLine]) -> Bool {
    guard index + 1 < lines.count else { return false }
    return lines[index + 1].isBlank || lines[index + 1].text == lines[index].text
  }

  /// Dates, bylines and lines with a label are no headlines.
  private static func isFurniture(_ line: HeadLine, _ dates: DateParser) -> Bool {
    if HeadDate.find(in: line, isFirst: false, dates) != nil { return true }
    if let label = line.field?.label, furnitureLabels.contains(label) { return true }
    return isByline(line.text.split(separator: " "))
  }

  /// `By Jane Doe and John Roe`, but not "By the numbers: …".
  private static func isByline(_ words: [Substring]) -> Bool {
    guard (2...8).contains(words.count), words[1].first?.isUppercase == true else { return false }
    return ["by", "von", "par", "por"].contains(words[0].lowercased())
  }

  private static func isLongEnough(_ text: String) -> Bool {
    if text.split(separator: " ").count >= 3 { return true }
    // Chinese and Japanese write a headline without spaces.
    return text.unicodeScalars.count { $0.value >= 0x2E80 } >= 6
  }

  private static let furnitureLabels: Set<String> = [
    "author", "authors", "by", "byline", "category", "categories", "tags", "section", "source",
    "publisher", "url", "link", "language", "id", "autor", "auteur", "quelle", "fuente", "fonte",
    "источник", "автор", "来源", "作者",
  ]

  private static let maximumLeadingLines = 5
  private static let maximumLength = 200
}
