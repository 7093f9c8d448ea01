/// How common words usually are in news, before anything is learned of a collection.
///
/// ``CommonWords`` lists what is common in a few languages. A text of which the list knows a
/// quarter is in one of them, and a word of it that is not listed is uncommon. In every other text
/// the length of a word must do: short words are common in all languages with an alphabet.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  private var shares: [UInt32: Double] = [:]

  private init() {
    for (percent, words) in CommonWords.byPercent {
      for word in words.split(whereSeparator: \.isWhitespace) {
        shares[Tokenizer.word(String(word))] = Double(percent) / 100
      }
    }
  }

  /// The share of documents in which a word that is not listed stands.
  private static let uncommon = 0.004

  /// The share of documents that have a word, by its letters, averaged over running words.
  private static let byLetters = [
    0.5, 0.80, 0.90, 0.80, 0.52, 0.34, 0.25, 0.20, 0.15, 0.12, 0.10, 0.08, 0.06,
  ]

  /// Whether the list covers the language of a text.
  func covers(_ words: [UInt32]) -> Bool {
    words.count { shares[$0] != nil } * 4 >= words.count
  }

  /// The share of documents in which a word usually stands.
  ///
  /// - Parameters:
  ///   - word: the low half of the token hash.
  ///   - letters: the length of the word.
  ///   - isCovered: whether the list covers the language.
  /// - Returns: a share above 0 and below 1.
  func usualShare(of word: UInt32, letters: Int, isCovered: Bool) -> Double {
    if isCovered { return shares[word] ?? Self.uncommon }
    return Self.byLetters[min(letters, Self.byLetters.count - 1)]
  }
}
