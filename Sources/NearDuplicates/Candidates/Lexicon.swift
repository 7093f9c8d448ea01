/// How common words usually are in news, before anything is learned of a collection.
///
/// ``CommonWords`` lists what is common in a few languages. A text of which the list knows a
/// quarter is in one of them, and a word of it that is not listed is uncommon. In every other text
/// the length of a word must do: short words are common in all languages with an alphabet.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  /// The share of documents in which each listed word stands.
  let shares: [UInt32: Double]

  private init() {
    var shares: [UInt32: Double] = [:]
    for (percent, words) in CommonWords.byPercent {
      for word in words.split(whereSeparator: \.isWhitespace) {
        shares[Tokenizer.word(String(word))] = Double(percent) / 100
      }
    }
    self.shares = shares
  }

  /// The share of documents in which a word that is not listed stands, where the list covers the
  /// language.
  static let uncommon = 0.004

  /// The share of documents that have a word, by its letters, averaged over running words: 12
  /// stands for all longer ones.
  static let byLetters = [
    0.5, 0.80, 0.90, 0.80, 0.52, 0.34, 0.25, 0.20, 0.15, 0.12, 0.10, 0.08, 0.06,
  ]
}
