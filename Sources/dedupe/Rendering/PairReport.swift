import NearDuplicates

/// The report of one comparison for a person: the verdict, what was measured, what moved the
/// score, which paragraph answers which, and the texts.
struct PairReport: Sendable {
  let pair: MarkedPair
  /// The least score of a match that would cluster.
  let threshold: Double
  /// What was known of the collection, if anything.
  let profile: Profile?

  private var comparison: Comparison { pair.comparison }

  /// Draws the report.
  func draw(on page: inout Page) {
    draw(pair.earlier, number: 1, on: &page)
    draw(pair.later, number: 2, on: &page)
    page.line()
    page.line(Span(verdict, .heading))
    page.prose(Span("Why: ", .strong), Reason(pair: pair).sentences)
    page.prose(Span("Profile: ", .faint), knowledge, .faint)
    page.line()
    drawMeasures(on: &page)
    drawEvidence(on: &page)
    drawParagraphTable(on: &page)
    drawTexts(on: &page)
  }

  private var knowledge: String {
    guard let profile else {
      return "none; boilerplate and word frequencies are judged by what this pair alone shows"
    }
    return "\(profile.fingerprint), learned from \(profile.documents.counted("article"))"
  }

  private func draw(_ document: Document, number: Int, on page: inout Page) {
    page.line(
      Span("\(number)  ", .strong), Span("\(document.day)  "), Span(document.label, .strong))
    page.line("   " + document.headline.shortened(to: page.terminal.columns - 3))
  }

  /// "Same report (rewrite), score 0.87".
  private var verdict: String {
    let score = comparison.score.decimals(4)
    guard let relation = comparison.relation else { return "Not related, score \(score)" }
    guard relation.clusters else {
      return "Not the same report (\(relation.rawValue)), score \(score)"
    }
    return pair.clusters(at: threshold)
      ? "The same report (\(relation.rawValue)), score \(score)"
      : "Perhaps the same report (\(relation.rawValue)), but score \(score) is under the "
        + "threshold of \(threshold.decimals())"
  }

  // MARK: - Tables

  private func drawMeasures(on page: inout Page) {
    let measures = comparison.measures
    page.line(Span("Measures", .heading))
    let rows: [(String, String, String)] = [
      (
        "jaccard", measures.jaccard.decimals(4),
        "5-word shingles that both have, of all that either has"
      ),
      ("containment_a", measures.containmentA.decimals(4), "share of 1’s shingles that 2 has"),
      ("containment_b", measures.containmentB.decimals(4), "share of 2’s shingles that 1 has"),
      (
        "shared_words", "\(measures.sharedWords)",
        "words of the shorter text inside shared passages"
      ),
      ("narrative_words", "\(measures.narrativeWords)", "of these, the outlet’s own reporting"),
      ("quoted_words", "\(measures.quotedWords)", "of these, what people said or published"),
      (
        "boilerplate_words", "\(measures.boilerplateWords)",
        "of these, page furniture and standing text"
      ),
      ("longest_run", "\(measures.longestRun)", "words of the longest verbatim run"),
      ("days_apart", measures.daysApart.map(String.init) ?? "–", "days between the two dates"),
    ]
    for (name, value, meaning) in rows {
      page.line(
        Span("  \(name.fitted(to: 18))"), Span(value.fitted(to: 8), .strong), Span(meaning, .faint))
    }
    page.line()
  }

  private func drawEvidence(on page: inout Page) {
    guard !comparison.evidence.isEmpty else { return }
    page.line(
      Span("What moved the score", .heading), Span("  (logits; above 0: the same report)", .faint))
    for piece in comparison.evidence {
      let effect = (piece.effect >= 0 ? "+" : "") + piece.effect.decimals()
      page.line(
        Span("  \(effect.fitted(to: 8))", piece.effect >= 0 ? .narrative : .different),
        Span("\(piece.name): \(piece.value.decimals())"))
    }
    page.line()
  }

  private func drawParagraphTable(on page: inout Page) {
    guard !comparison.links.isEmpty else { return }
    page.line(Span("Paragraphs", .heading))
    page.line(
      Span("  1     2     shared words   of 1          of 2          says the same", .faint))
    for link in comparison.links {
      let cells = [
        ("¶ \(link.a + 1)", 6), ("¶ \(link.b + 1)", 6), ("\(link.sharedWords)", 15),
        (link.shareOfA.percent, 14), (link.shareOfB.percent, 14), (link.certainty.percent, 12),
      ]
      page.line("  " + cells.map { $0.0.fitted(to: $0.1) }.joined())
    }
    page.line()
    for (name, side) in [("1", MarkedPair.Side.earlier), ("2", .later)] {
      let strip = Strip(of: side, in: pair)
      page.line(
        Span("  \(name)  "), Span(strip.text(columns: page.terminal.columns - 40), .narrative),
        Span("  \(strip.share.percent) of its words are shared"))
    }
    Legend.drawStrips(on: &page)
    page.line()
  }

  private func drawTexts(on page: inout Page) {
    guard !comparison.links.isEmpty else { return }
    let names = (earlier: "1 · \(pair.earlier.label)", later: "2 · \(pair.later.label)")
    page.line(Span("Texts", .heading))
    Legend.drawMarks(on: &page)
    AnswersView(pair: pair, names: names).draw(on: &page)
  }
}
