import NearDuplicates

/// Sets marked words in lines of a width, with colours or, without them, with brackets.
struct Typesetter: Sendable {
  let usesColor: Bool
  /// The columns of a line.
  let columns: Int

  /// What stands around shared stretches where there are no colours.
  static func brackets(of kind: Passage.Kind) -> (open: String, close: String) {
    switch kind {
    case .narrative: ("[", "]")
    case .quotation: ("‹", "›")
    case .boilerplate: ("{", "}")
    }
  }

  /// Stands on both sides of a word that differs, where there are no colours.
  static let differenceSign = "~"

  /// The lines of a paragraph.
  func lines(_ words: some BidirectionalCollection<MarkedWord>) -> [[Span]] {
    var lines: [[Span]] = []
    var line: [Span] = []
    var width = 0
    for piece in pieces(Array(words)) {
      for part in piece.span.split(to: columns) {
        let blank = width > 0 && !piece.isGlued ? 1 : 0
        if width + blank + part.columns > columns {
          lines.append(line)
          line = []
          width = 0
        } else if blank == 1 {
          line.append(Span(" "))
          width += 1
        }
        line.append(part)
        width += part.columns
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map(Self.joined)
  }

  private struct Piece {
    var span: Span
    var isGlued: Bool
  }

  private func pieces(_ words: [MarkedWord]) -> [Piece] {
    words.indices.map { index in
      let word = words[index]
      guard !usesColor else {
        return Piece(span: Span(word.text, word.mark.ink), isGlued: word.isGlued)
      }
      let before = index > 0 ? words[index - 1].mark.kind : nil
      let after = index + 1 < words.count ? words[index + 1].mark.kind : nil
      return Piece(
        span: Span(bracketed(word, before: before, after: after)), isGlued: word.isGlued)
    }
  }

  /// A word with the brackets that open before it and close after it.
  private func bracketed(
    _ word: MarkedWord, before: Passage.Kind?, after: Passage.Kind?
  ) -> String {
    guard let kind = word.mark.kind else { return word.text }
    var text = word.text
    if case .different = word.mark { text = Self.differenceSign + text + Self.differenceSign }
    let (open, close) = Self.brackets(of: kind)
    return (before == kind ? "" : open) + text + (after == kind ? "" : close)
  }

  /// Blanks between two words of one ink take it too, and stretches of one ink become one span.
  private static func joined(_ line: [Span]) -> [Span] {
    var result: [Span] = []
    for (index, span) in line.enumerated() {
      let isBlankWithin =
        span.text == " " && index + 1 < line.count && result.last?.ink == line[index + 1].ink
      if let last = result.last, isBlankWithin || last.ink == span.ink {
        result[result.count - 1].text += span.text
      } else {
        result.append(span)
      }
    }
    return result
  }
}

extension MarkedWord.Mark {
  /// The kind of shared stretch that the word lies in.
  var kind: Passage.Kind? {
    switch self {
    case .own, .common: nil
    case .shared(let kind), .different(let kind): kind
    }
  }

  var ink: Ink {
    switch self {
    case .own: .plain
    case .common: .common
    case .different: .different
    case .shared(.narrative): .narrative
    case .shared(.quotation): .quotation
    case .shared(.boilerplate): .boilerplate
    }
  }
}

extension Span {
  /// The span in parts that each fit a line; almost always the span itself.
  fileprivate func split(to columns: Int) -> [Span] {
    guard self.columns > columns else { return [self] }
    var parts: [Span] = []
    var current = ""
    var width = 0
    for character in text {
      let next = DisplayWidth.of(character)
      if width + next > columns {
        parts.append(Span(current, ink))
        current = ""
        width = 0
      }
      current.append(character)
      width += next
    }
    return parts + [Span(current, ink)]
  }
}
