import NearDuplicates

/// A word of an article with what the report has to say about it.
///
/// The report's words are what blanks separate, punctuation included; every wide character (of a
/// script that has no blanks) is a word of its own.
struct MarkedWord: Sendable, Equatable {
  /// What is known of a word.
  enum Mark: Sendable, Equatable {
    /// Only this text has it.
    case own
    /// The answering paragraph has it too, though not in a shared stretch.
    case common
    /// It lies in a shared stretch of a kind.
    case shared(Passage.Kind)
    /// It lies in a shared stretch of a kind, but the other text has another word here.
    case different(Passage.Kind)
  }

  var text: String
  /// Where it stands, in UTF-8 offsets of the article.
  var range: Range<Int>
  /// Whether no blank separates it from the word before.
  var isGlued: Bool
  var mark = Mark.own

  /// The word as it is compared: case, outer punctuation and the form of apostrophes count for
  /// nothing.
  var key: String {
    let letters = text.drop { !$0.isLetter && !$0.isNumber }
    let end = letters.lastIndex { $0.isLetter || $0.isNumber }
    let core = end.map { String(letters[...$0]) } ?? text
    return String(core.lowercased().map { $0 == "’" ? "'" : $0 })
  }

  /// The words of a text.
  static func words(of text: String) -> [MarkedWord] {
    var words: [MarkedWord] = []
    var current = ""
    var start = 0
    var offset = 0
    var isGlued = false

    func close() {
      if !current.isEmpty {
        words.append(
          MarkedWord(text: current.printable, range: start..<offset, isGlued: isGlued))
        isGlued = true
      }
      current = ""
    }

    for character in text {
      let isWide = DisplayWidth.isWide(character)
      if character.isWhitespace || isWide { close() }
      if character.isWhitespace { isGlued = false }
      if current.isEmpty { start = offset }
      offset += character.utf8.count
      guard !character.isWhitespace else { continue }
      current.append(character)
      if isWide { close() }
    }
    close()
    return words
  }
}
