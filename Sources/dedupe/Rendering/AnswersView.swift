import NearDuplicates

/// The paragraphs of two articles that answer each other: beside each other where the terminal is
/// wide enough, else above each other.
struct AnswersView: Sendable {
  let pair: MarkedPair
  /// What the articles are called above their texts.
  let names: (earlier: String, later: String)
  /// The most rows that are shown; nil for all.
  var mostRows: Int?
  /// How many words of a long stretch without a change are kept at each edge; nil for all.
  var edge: Int?

  private static let indent = "  "
  private static let rule = " │ "

  /// Draws the rows, and says how many were left out.
  func draw(on page: inout Page) {
    let all = AnswerRow.rows(of: pair.comparison.links)
    guard !all.isEmpty else { return }
    let rows = mostRows.map { AnswerRow.most($0, of: all) } ?? all
    drawNames(on: &page)
    for row in rows { draw(row, on: &page) }
    if rows.count < all.count {
      let rest = (all.count - rows.count).counted("more pair")
      page.line(Span("\(Self.indent)… and \(rest) of paragraphs that answer each other", .faint))
    }
  }

  private func columnWidth(_ page: Page) -> Int {
    (page.terminal.columns - Self.indent.count - Self.rule.count) / 2
  }

  private func drawNames(on page: inout Page) {
    let width = columnWidth(page)
    guard page.terminal.fitsSideBySide else {
      page.line(Span("  < \(names.earlier)", .strong))
      page.line(Span("  > \(names.later)", .strong))
      return
    }
    page.line(
      Span(Self.indent), Span(names.earlier.fitted(to: width), .strong), Span(Self.rule, .faint),
      Span(names.later.shortened(to: width), .strong))
  }

  private func draw(_ row: AnswerRow, on page: inout Page) {
    switch row {
    case .same(let earlier, let later):
      let words = earlier.reduce(0) { $0 + pair.words(ofParagraph: $1, of: .earlier).count }
      page.line(
        Span(
          "\(Self.indent)¶ \(Self.numbers(earlier)) = ¶ \(Self.numbers(later))"
            + " · \(words.counted("word")), the same in both", .faint))
    case .answer(let earlier, let links):
      page.line(Span(Self.indent + Self.caption(earlier, links), .faint))
      drawTexts(earlier, links, on: &page)
    }
  }

  private func drawTexts(_ earlier: Int, _ links: [ParagraphLink], on page: inout Page) {
    if page.terminal.fitsSideBySide {
      let typesetter = Typesetter(
        usesColor: page.terminal.usesColor, columns: columnWidth(page))
      let left = typesetter.lines(words(ofParagraph: earlier, of: .earlier))
      let right = links.flatMap { typesetter.lines(words(ofParagraph: $0.b, of: .later)) }
      drawBesideEachOther(left, right, on: &page)
    } else {
      let typesetter = Typesetter(
        usesColor: page.terminal.usesColor, columns: page.terminal.columns - 4)
      draw(typesetter.lines(words(ofParagraph: earlier, of: .earlier)), after: "  < ", on: &page)
      for link in links {
        draw(typesetter.lines(words(ofParagraph: link.b, of: .later)), after: "  > ", on: &page)
      }
    }
    page.line()
  }

  private func words(ofParagraph index: Int, of side: MarkedPair.Side) -> [MarkedWord] {
    let words = pair.words(ofParagraph: index, of: side)
    return edge.map { words.elided(keeping: $0) } ?? Array(words)
  }

  private func drawBesideEachOther(_ left: [[Span]], _ right: [[Span]], on page: inout Page) {
    let width = columnWidth(page)
    for index in 0..<max(left.count, right.count) {
      let first = index < left.count ? left[index] : []
      let second = index < right.count ? right[index] : []
      let filled = first.reduce(0) { $0 + $1.columns }
      let gap = String(repeating: " ", count: max(0, width - filled))
      page.line([Span(Self.indent)] + first + [Span(gap), Span(Self.rule, .faint)] + second)
    }
  }

  private func draw(_ lines: [[Span]], after sign: String, on page: inout Page) {
    for line in lines { page.line([Span(sign, .faint)] + line) }
  }

  /// `¶ 3 ↔ ¶ 2, 5 · 14 shared words (41 % and 38 %) · certainty 97 %`.
  private static func caption(_ earlier: Int, _ links: [ParagraphLink]) -> String {
    let later = links.map { String($0.b + 1) }.joined(separator: ", ")
    let certainty = links.map(\.certainty).max() ?? 0
    return "¶ \(earlier + 1) ↔ ¶ \(later) · \(shared(links)) · certainty \(certainty.percent)"
  }

  private static func shared(_ links: [ParagraphLink]) -> String {
    let words = links.reduce(0) { $0 + $1.sharedWords }
    guard words > 0 else { return "said in other words" }
    let counted = words.counted("shared word")
    guard links.count == 1, let link = links.first else { return counted }
    return "\(counted) (\(link.shareOfA.percent) and \(link.shareOfB.percent))"
  }

  private static func numbers(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1)–\(range.upperBound + 1)"
  }
}
