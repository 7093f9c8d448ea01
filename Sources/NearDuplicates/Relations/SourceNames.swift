/// The names by which texts call an outlet: "New York Times", "Kingsway News Agency" and "KNA".
struct SourceNames {
  /// Each name as words, in the values of ``Reading/words``.
  private let names: [[UInt32]]

  /// Reads the names from that of a source, in house style as texts are: "Harbour" is "Harbor".
  init(of source: String, reader: inout TextReader) {
    let written = source.prefix { !"(–—|".contains($0) }
    let whole = written.lowercased().hasPrefix("the ") ? written.dropFirst(4) : written
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
        reading.words[word] == name[0] && Self.stands(name, at: word, reading, text)
      }
    }
  }

  /// Whether a name stands at a word: with capital letters where the script has them, and a single
  /// common word not at the start of a sentence, where "Time" may be no magazine.
  private static func stands(
    _ name: [UInt32], at word: Int, _ reading: Reading, _ text: String
  ) -> Bool {
    let last = word + name.count - 1
    guard last < reading.count, reading.words[word...last].elementsEqual(name),
      !isLowercase(word, reading, text), !isLowercase(last, reading, text)
    else { return false }
    return name.count > 1 || reading.weights[word] >= reading.rareWeight
      || !reading.sentences.contains { $0.lowerBound == word }
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
