/// The text of a report as it grows, line by line.
struct Page: Sendable {
  /// What the page is written for.
  let terminal: Terminal
  private(set) var text = ""

  init(for terminal: Terminal) {
    self.terminal = terminal
  }

  /// Adds a line, or an empty one.
  mutating func line(_ spans: Span...) {
    line(spans)
  }

  /// Adds a line, or an empty one.
  mutating func line(_ spans: [Span]) {
    for span in spans { put(span) }
    // No report has use for blanks at a line's end, and they break comparisons of reports.
    while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
    text += "\n"
  }

  /// Adds a line of plain text.
  mutating func line(_ text: String) {
    line(Span(text))
  }

  /// Adds a sentence, in as many lines as it takes; those after the first stand under it.
  mutating func prose(_ lead: Span, _ sentence: String, _ ink: Ink = .plain) {
    let room = max(20, terminal.columns - lead.columns)
    let lines = Typesetter(usesColor: false, columns: room).lines(MarkedWord.words(of: sentence))
    let margin = Span(String(repeating: " ", count: lead.columns))
    for (index, words) in lines.enumerated() {
      line([index == 0 ? lead : margin] + words.map { Span($0.text, ink) })
    }
  }

  private mutating func put(_ span: Span) {
    guard terminal.usesColor, !span.ink.parameters.isEmpty, !span.text.isEmpty else {
      text += span.text
      return
    }
    text += "\u{1B}[\(span.ink.parameters)m\(span.text)\u{1B}[0m"
  }
}
