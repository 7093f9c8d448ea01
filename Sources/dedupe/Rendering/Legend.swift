import NearDuplicates

/// What colours, brackets and signs mean.
enum Legend {
  /// One line on how shared words are shown.
  static func marks(usesColor: Bool) -> [Span] {
    guard usesColor else {
      let samples = [("reporting", Passage.Kind.narrative), ("quotation", .quotation), ("page furniture", .boilerplate)]
        .map { name, kind in
          let (open, close) = Typesetter.brackets(of: kind)
          return "\(open)shared \(name)\(close)"
        }
      let difference = Typesetter.differenceSign
      return [
        Span("Marks  \(samples.joined(separator: " · ")) · \(difference)differs\(difference)")
      ]
    }
    return [
      Span("Marks  ", .faint), Span("shared reporting", .narrative), Span(" · "),
      Span("shared quotation", .quotation), Span(" · "),
      Span("shared page furniture", .boilerplate), Span(" · "), Span("differs", .different),
      Span(" · "), Span("word that the other paragraph has too", .common),
    ]
  }

  /// One line on the signs of a strip.
  static let strip = [Span("Strips \(Strip.legend)", .faint)]
}
