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
  /// Words at both edges of paragraphs that both articles have: enough to know them again.
  private static let edgeOfSame = 20
  /// Words around what is shared in a paragraph that was shown before.
  private static let edgeOfRepeated = 6
  private static let rule = " │ "

  /// Draws the rows, and says how many were left out.
  func draw(on page: inout Page) {
    let all = AnswerRow.rows(of: pair.comparison.links.filter(\.isWorthReading))
    guard !all.isEmpty else { return }
    let rows = mostRows.map { AnswerRow.most($0, of: all) } ?? all
    drawNames(on: &page)
    var seen: Set<Int> = []
    for row in rows { draw(row, seen: &seen, on: &page) }
    if rows.count < all.count {
      let rest = (all.count - rows.count).counted("more pair")
      page.line(Span("\(Self.indent)… and \(rest) of paragraphs that answer each other", .faint))
      page.line()
    }
  }

  private func columnWidth(_ page: Page) -> Int {
    (page.terminal.columns - Self.indent.count - Self.rule.count) / 2
  }

  private func drawNames(on page: inout Page) {
    let width = columnWidth(page)
    guard page.terminal.fitsSideBySide else {
      let room = page.terminal.columns - 4
      page.line(Span("  < \(names.earlier.shortened(to: room))", .strong))
      page.line(Span("  > \(names.later.shortened(to: room))", .strong))
      return
    }
    page.line(
      Span(Self.indent), Span(names.earlier.fitted(to: width), .strong), Span(Self.rule, .faint),
      Span(names.later.shortened(to: width), .strong))
  }

  private func draw(_ row: AnswerRow, seen: inout Set<Int>, on page: inout Page) {
    switch row {
    case .same(let earlier, let later, _): drawSame(earlier, later, on: &page)
    case .answer(let earlier, let links):
      page.line(Span(Self.indent + Self.caption(earlier, links), .faint))
      let left = words(ofParagraph: earlier, of: .earlier)
      let right = links.map { answer($0.b, isRepeated: !seen.insert($0.b).inserted) }
      drawTexts(left, right, on: &page)
    }
    page.line()
  }

  /// Paragraphs that both have need be read only once, and their middle not at all.
  private func drawSame(
    _ earlier: ClosedRange<Int>, _ later: ClosedRange<Int>, on page: inout Page
  ) {
    let words = earlier.flatMap { pair.words(ofParagraph: $0, of: .earlier) }
    let numbers = "¶ \(Self.numbers(earlier)) = ¶ \(Self.numbers(later))"
    page.line(
      Span("\(Self.indent)\(numbers) · \(words.count.counted("word")), the same in both", .faint))
    let typesetter = Typesetter(
      usesColor: page.terminal.usesColor, columns: page.terminal.columns - Self.indent.count)
    draw(
      typesetter.lines(words.elided(keeping: Self.edgeOfSame)), after: Self.indent, on: &page)
  }

  private func drawTexts(
    _ left: [MarkedWord], _ right: [[MarkedWord]], on page: inout Page
  ) {
    let isBeside = page.terminal.fitsSideBySide
    let typesetter = Typesetter(
      usesColor: page.terminal.usesColor,
      columns: isBeside ? columnWidth(page) : page.terminal.columns - 4)
    let earlier = typesetter.lines(left)
    let later = right.flatMap { typesetter.lines($0) }
    if isBeside {
      drawBesideEachOther(earlier, later, on: &page)
    } else {
      draw(earlier, after: "  < ", on: &page)
      draw(later, after: "  > ", on: &page)
    }
  }

  private func words(ofParagraph index: Int, of side: MarkedPair.Side) -> [MarkedWord] {
    let words = pair.words(ofParagraph: index, of: side)
    return edge.map { words.elided(keeping: $0) } ?? Array(words)
  }

  /// An answering paragraph; where it stood before, only what is around its shared words.
  private func answer(_ index: Int, isRepeated: Bool) -> [MarkedWord] {
    guard isRepeated else { return words(ofParagraph: index, of: .later) }
    return pair.words(ofParagraph: index, of: .later).elided(keeping: Self.edgeOfRepeated)
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

  /// `¶ 3 ↔ ¶ 2 · 14 shared words (41 % and 38 %) · 97 % sure to say the same`.
  private static func caption(_ earlier: Int, _ links: [ParagraphLink]) -> String {
    let later = links.map { String($0.b + 1) }.joined(separator: ", ")
    let certainty = (links.map(\.certainty).max() ?? 0).percent
    let said = "\(shared(links)) · \(certainty) sure to say the same"
    return "¶ \(earlier + 1) ↔ ¶ \(later) · \(said)"
  }

  private static func shared(_ links: [ParagraphLink]) -> String {
    let words = links.reduce(0) { $0 + $1.sharedWords }
    guard words > 0 else { return "in other words" }
    let counted = words.counted("shared word")
    guard links.count == 1, let link = links.first else { return counted }
    return "\(counted) (\(link.shareOfA.percent) and \(link.shareOfB.percent))"
  }

  private static func numbers(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound + 1)" : "\(range.lowerBound + 1)–\(range.upperBound + 1)"
  }
}

extension ParagraphLink {
  /// Whether the texts of the two are worth a reader's time: a link that shares no phrase and is
  /// less than one third certain is shown in tables only.
  fileprivate var isWorthReading: Bool { sharedWords >= 5 || certainty >= 0.34 }
}
