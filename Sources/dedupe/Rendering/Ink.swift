/// How a stretch of the report looks on a terminal with colours.
enum Ink: Sendable, Equatable {
  case plain
  case faint
  case strong
  case heading
  /// Reporting that both texts have word for word.
  case narrative
  /// Quoted words that both texts have.
  case quotation
  /// Page furniture that both texts have.
  case boilerplate
  /// A word inside a shared stretch that the other text has otherwise.
  case different
  /// A word that the answering paragraph has too, somewhere.
  case common

  /// The parameters of the terminal's "select graphic rendition" sequence; empty for none.
  var parameters: String {
    switch self {
    case .plain: ""
    case .faint: "2"
    case .strong: "1"
    case .heading: "1;36"
    case .narrative: "1;32"
    case .quotation: "3;33"
    case .boilerplate: "2;35"
    case .different: "1;4;31"
    case .common: "32"
    }
  }
}

/// A stretch of text in one ink.
struct Span: Sendable, Equatable {
  var text: String
  var ink: Ink

  init(_ text: String, _ ink: Ink = .plain) {
    self.text = text
    self.ink = ink
  }

  var columns: Int { DisplayWidth.of(text) }
}

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

  private mutating func put(_ span: Span) {
    guard terminal.usesColor, !span.ink.parameters.isEmpty, !span.text.isEmpty else {
      text += span.text
      return
    }
    text += "\u{1B}[\(span.ink.parameters)m\(span.text)\u{1B}[0m"
  }
}
