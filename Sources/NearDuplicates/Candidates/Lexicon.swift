/// How common words usually are in news, before anything is learned of a collection.
///
/// ``CommonWords`` lists what is common in a few languages. A text of which the list knows a
/// quarter is in one of them, and a word of it that is not listed is uncommon. In every other text
/// the length of a word must do: short words are common in all languages with an alphabet.
struct Lexicon: Sendable {
  static let shared = Lexicon()

  /// The share of documents in which each listed word stands.
  let shares: [UInt32: Double]

  /// The listed words in a table with open addressing, 0 where a place is empty: asked for 96 words
  /// of every document.
  private let listed: [UInt32]

  private init() {
    var shares: [UInt32: Double] = [:]
    for (percent, words) in CommonWords.byPercent {
      for word in words.split(whereSeparator: \.isWhitespace) {
        shares[Tokenizer.word(String(word))] = Double(percent) / 100
      }
    }
    self.shares = shares
    var size = 1024
    while size < 4 * shares.count { size *= 2 }
    var listed = [UInt32](repeating: 0, count: size)
    listed.withUnsafeMutableBufferPointer { listed in
      for word in shares.keys.sorted() {
        listed[Self.place(of: word, in: UnsafeBufferPointer(listed))] = word
      }
    }
    self.listed = listed
  }

  /// Whether at least a quarter of some words are listed.
  ///
  /// Of English news that is settled after two fifths of a sample.
  func listsQuarter(of words: some RandomAccessCollection<UInt32>) -> Bool {
    let needed = (words.count + 3) / 4
    return listed.withUnsafeBufferPointer { listed in
      var found = 0
      var rest = words.count
      for word in words {
        if found >= needed || found + rest < needed { break }
        found += word != 0 && listed[Self.place(of: word, in: listed)] == word ? 1 : 0
        rest -= 1
      }
      return found >= needed
    }
  }

  /// The place that holds a word, or the empty one for it.
  @inline(__always)
  private static func place(of word: UInt32, in listed: UnsafeBufferPointer<UInt32>) -> Int {
    let mask = listed.count - 1
    var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B1) &>> 7) & mask
    while listed[place] != word, listed[place] != 0 { place = (place &+ 1) & mask }
    return place
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
