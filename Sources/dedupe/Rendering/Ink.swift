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
