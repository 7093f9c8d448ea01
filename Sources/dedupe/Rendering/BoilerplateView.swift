import NearDuplicates

/// The standing text of a collection, for a person to check: what is shown here does not count as
/// reporting when two articles share it.
struct BoilerplateView: Sendable {
  let stretches: [BoilerplateStretch]
  /// How many articles were searched.
  let documents: Int

  /// Stretches that are shown, and outlets and characters of each.
  static let most = 50
  private static let mostOutlets = 3
  private static let mostCharacters = 600

  /// Draws the stretches, the most frequent first.
  func draw(on page: inout Page) {
    page.line()
    let searched = documents.counted("article")
    guard !stretches.isEmpty else {
      page.line("None of it stands in the \(searched) searched.")
      return
    }
    page.line(
      Span("Most frequent standing text", .heading), Span("  in \(searched) searched"))
    page.prose(
      Span("  "), "What recurs across stories is no sign that two articles carry the same report.",
      .faint)
    for (index, stretch) in stretches.enumerated() { draw(stretch, number: index + 1, on: &page) }
  }

  private func draw(_ stretch: BoilerplateStretch, number: Int, on page: inout Page) {
    page.line()
    page.line(
      Span("\(number)".fitted(to: 4), .strong),
      Span("\(stretch.documents.counted("article")) · \(Self.names(of: stretch.outlets))"))
    let words = stretch.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    page.prose(Span("    "), words.printable.shortened(to: Self.mostCharacters), .boilerplate)
  }

  /// "CNN (12), Fox News (3) and 4 more outlets".
  private static func names(of outlets: [BoilerplateStretch.Outlet]) -> String {
    let first = outlets.prefix(mostOutlets).map { outlet in
      "\((outlet.name ?? "unknown outlet").printable) (\(outlet.documents.grouped))"
    }
    let rest = outlets.count - first.count
    return first.joined(separator: ", ")
      + (rest > 0 ? " and \(rest.counted("more outlet"))" : "")
  }
}
