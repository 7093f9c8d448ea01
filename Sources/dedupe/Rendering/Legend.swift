import NearDuplicates

/// What colours, brackets and signs mean.
enum Legend {
  /// Draws how shared words are shown.
  static func drawMarks(on page: inout Page) {
    page.line(marks(usesColor: page.terminal.usesColor))
  }

  /// Draws what the signs of a strip mean.
  static func drawStrips(on page: inout Page) {
    page.prose(Span("Strips  ", .faint), Strip.legend, .faint)
  }

  private static func marks(usesColor: Bool) -> [Span] {
    guard usesColor else {
      let samples = [
        ("reporting", Passage.Kind.narrative), ("quotation", .quotation),
        ("page furniture", .boilerplate),
      ]
      .map { name, kind in
        let (open, close) = Typesetter.brackets(of: kind)
        return "\(open)shared \(name)\(close)"
      }
      let difference = Typesetter.differenceSign
      return [
        Span("Marks   \(samples.joined(separator: " · ")) · \(difference)differs\(difference)")
      ]
    }
    return [
      Span("Marks   ", .faint), Span("shared reporting", .narrative), Span(" · "),
      Span("shared quotation", .quotation), Span(" · "),
      Span("shared page furniture", .boilerplate), Span(" · "), Span("differs", .different),
      Span(" · "), Span("word that the other paragraph has too", .common),
    ]
  }
}
