import NearDuplicates

/// What colours, brackets and signs mean.
enum Legend {
  /// Draws how shared words are shown.
  static func drawMarks(on page: inout Page) {
    guard page.terminal.usesColor else {
      page.prose(Span("Marks   "), brackets)
      return
    }
    page.line(
      Span("Marks   ", .faint), Span("shared reporting", .narrative), Span(" · "),
      Span("shared quotation", .quotation), Span(" · "),
      Span("shared page furniture", .boilerplate), Span(" · "), Span("differs", .different))
    page.line(Span("        "), Span("a word that the other paragraph has too", .common))
  }

  /// Draws what the signs of a strip mean.
  static func drawStrips(on page: inout Page) {
    page.prose(Span("Strips  ", .faint), Strip.legend, .faint)
  }

  /// Draws what a score means.
  static func drawScores(threshold: Double, on page: inout Page) {
    page.prose(
      Span("Scores  ", .faint),
      "confidence that two articles carry the same report, 0 to 1; from \(threshold.decimals()) on "
        + "they share a cluster", .faint)
  }

  private static var brackets: String {
    let names: [(Passage.Kind, String)] = [
      (.narrative, "reporting"), (.quotation, "quotation"), (.boilerplate, "page furniture"),
    ]
    let samples = names.map { kind, name in
      let (open, close) = Typesetter.brackets(of: kind)
      return "\(open)shared \(name)\(close)"
    }
    let sign = Typesetter.differenceSign
    return samples.joined(separator: " · ") + " · \(sign)differs\(sign)"
  }
}
