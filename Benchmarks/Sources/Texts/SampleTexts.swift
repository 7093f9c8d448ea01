import DedupeFormats

/// Texts of the length of a news article, the same at every run.
///
///     let russian = try await SampleTexts(.russian).texts
///
/// Words are drawn from a real text (the seed articles for English, a short report in
/// `Benchmarks/texts` for the others) until an article is full. So the letters, the lengths of the
/// words and the punctuation are those of the language, and no two articles have shingles in common
/// but by chance, as it is with news.
package struct SampleTexts {
  /// A language and its script.
  package enum Language: String, CaseIterable, Sendable {
    /// English, ASCII but for quotation marks.
    case english = "en"
    /// German, one letter in thirty with two bytes.
    case german = "de"
    /// Russian, two bytes a letter.
    case russian = "ru"
    /// Chinese, three bytes a character and no spaces.
    case chinese = "zh"
  }

  /// Bytes of UTF-8 in an article: the median of the English news that the project measures with.
  package static let length = 6_000

  /// The articles.
  package let texts: [String]

  /// Their length in bytes of UTF-8, all together.
  package var byteCount: Int { texts.reduce(0) { $0 + $1.utf8.count } }

  /// Makes so many articles.
  package init(_ language: Language, count: Int = 64) async throws {
    let units = try await language.units()
    var random = SplitMix(state: 1)
    texts = (0..<count).map { _ in SampleTexts.text(of: units, &random) }
  }

  private static func text(of units: [Substring], _ random: inout SplitMix) -> String {
    var text = ""
    while text.utf8.count < length {
      for _ in 0..<40 { text += units[Int(random.next() % UInt64(units.count))] }
      text += "\n\n"
    }
    return text
  }
}

extension SampleTexts.Language {
  /// The words of the text, each with the space after it; characters where there are no spaces.
  fileprivate func units() async throws -> [Substring] {
    let collection = try await CollectionLoader().load([source])
    let text = collection.documents.map(\.text).joined(separator: "\n")
    guard self != .chinese else { return text.indices.map { text[$0...$0] } }
    return text.split { $0.isWhitespace }.map { $0 + " " }
  }

  /// The file or folder of the text, found from where this file stands.
  private var source: String {
    let sources = #filePath.split(separator: "/").dropLast(3)
    let benchmarks = "/" + sources.joined(separator: "/")
    return self == .english ? benchmarks + "/../seeds" : benchmarks + "/texts/\(rawValue).txt"
  }
}

/// Random numbers from a seed: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014,
/// DOI 10.1145/2714064.2660195).
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// Creates a generator.
  package init(state: UInt64) { self.state = state }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ bits &>> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits &>> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits &>> 31
  }
}
