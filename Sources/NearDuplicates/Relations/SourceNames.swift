/// The names by which texts call an outlet: "New York Times", "Kingsway News Agency" and "KNA".
struct SourceNames {
  /// Each name as words, in the values of ``Reading/words``.
  private let names: [[UInt32]]
  /// Whether the name begins with an article, as that of The Hill does.
  private let hasArticle: Bool

  /// Reads the names from that of a source, in house style as texts are: "Harbour" is "Harbor".
  init(of source: String, reader: inout TextReader) {
    let written = source.prefix { !"(–—|".contains($0) }
    hasArticle = written.lowercased().hasPrefix("the ")
    let whole = hasArticle ? written.dropFirst(4) : written
    var names = ([String(whole)] + Self.abbreviations(in: source)).map { reader.read($0).words }
    names.append(House.words(naming: source))
    self.names = names.filter { !$0.isEmpty }
  }

  /// Abbreviations in brackets: "KNA" of "Kingsway News Agency (KNA)".
  private static func abbreviations(in source: String) -> [String] {
    source.split { "()".contains($0) }.dropFirst()
      .filter { (2...6).contains($0.count) && $0.allSatisfy(\.isUppercase) }
      .map(String.init)
  }

  /// Whether one of the names stands among some words of a text.
  func stand(in reading: Reading, of text: String, _ range: Range<Int>) -> Bool {
    names.contains { name in
      range.contains { word in
        reading.words[word] == name[0] && stands(name, at: word, reading, text)
      }
    }
  }

  /// Whether a name stands at a word: with capital letters where the script has them, and a single
  /// common word not at the start of a sentence, where "Time" may be no magazine.
  private func stands(
    _ name: [UInt32], at word: Int, _ reading: Reading, _ text: String
  ) -> Bool {
    let last = word + name.count - 1
    guard last < reading.count, reading.words[word...last].elementsEqual(name),
      !Self.isLowercase(word, reading, text), !Self.isLowercase(last, reading, text)
    else { return false }
    guard name.count == 1 else { return true }
    if hasArticle, Self.endsLongerName(word, reading) { return false }
    return reading.weights[word] >= reading.rareWeight
      || !reading.sentences.contains { $0.lowerBound == word }
  }

  private static let article = Tokenizer.word("the")

  /// Whether a word is the end of a longer name: "Capitol Hill" is not The Hill, and the "Baltimore
  /// Sun" is not The Sun.
  private static func endsLongerName(_ word: Int, _ reading: Reading) -> Bool {
    reading.followsClosely(word) && reading.flags[word - 1].contains(.capitalised)
      && reading.words[word - 1] != article
  }

  /// The flags of a reading know ASCII capitals only.
  private static func isLowercase(_ word: Int, _ reading: Reading, _ text: String) -> Bool {
    let bytes = text.utf8.dropFirst(Int(reading.begins[word])).prefix(4)
    let first = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
    return first?.properties.isLowercase ?? false
  }
}

/// The names of the sources that were asked for, each read once.
struct KnownSourceNames {
  private var reader = TextReader(profile: .empty)
  private var known: [String: SourceNames] = [:]

  /// Sources that are kept at a time: some 1 MB.
  private static let mostKnown = 4096

  /// The names of a source.
  mutating func names(of source: String) -> SourceNames {
    if let names = known[source] { return names }
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    let names = SourceNames(of: source, reader: &reader)
    known[source] = names
    return names
  }
}
