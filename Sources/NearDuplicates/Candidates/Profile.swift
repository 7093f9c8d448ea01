import RealModule

/// What was learned of a collection: how common its words are and which passages recur across
/// its stories.
///
/// Boilerplate and rarity are facts about a collection, not about a pair. With the same profile a
/// pair gets the same verdict everywhere; its ``fingerprint`` stands in every result.
public struct Profile: Sendable {
  /// The number of documents the profile was learned from.
  public let documents: Int
  /// The number of documents in which words were counted: all, or an even sample of 8,192.
  let sampled: Int
  /// In how many of the sampled documents each word stands, by the low half of its token hash.
  let words: FrequencyTable
  /// In how many documents each fingerprint that is boilerplate stands.
  let boilerplate: FrequencyTable
  /// A name made from all that was learned: 16 hexadecimal digits.
  public let fingerprint: String

  /// A profile that knows nothing: words are weighed by their length alone.
  public static let empty = Profile(
    documents: 0, sampled: 0, words: FrequencyTable(), boilerplate: FrequencyTable())

  init(documents: Int, sampled: Int, words: FrequencyTable, boilerplate: FrequencyTable) {
    self.documents = documents
    self.sampled = sampled
    self.words = words
    self.boilerplate = boilerplate
    let bytes = Self.encode(documents, sampled, words, boilerplate)
    let hash = bytes.withUnsafeBytes { xxh3($0.baseAddress, $0.count) }
    let digits = String(hash, radix: 16)
    fingerprint = String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The number of words whose frequency is known.
  public var knownWords: Int { words.count }

  /// The number of 8-word fingerprints that count as boilerplate.
  public var knownBoilerplate: Int { boilerplate.count }

  /// How much a common word tells: the inverse document frequency, about 0 for "the" and 9 for
  /// a name that one document in ten thousand has.
  ///
  /// A prior, the frequency that is usual for the word, stands in for what the collection is too
  /// small to teach. It is worth 500 documents where the language is known, so that a folder of
  /// reports on one event does not make its words common, and 20 where only the length of the word
  /// speaks.
  ///
  /// - Parameters:
  ///   - word: the low half of the token hash.
  ///   - letters: the length of the word.
  ///   - isCovered: whether the lexicon covers the language.
  /// - Returns: the natural logarithm of the inverse frequency.
  package func weight(of word: UInt32, letters: Int, isCovered: Bool) -> Double {
    let usual = Lexicon.shared.usualShare(of: word, letters: letters, isCovered: isCovered)
    let documents = isCovered ? 500.0 : 20.0
    let known = Double(words[UInt64(word)]) + documents * usual
    return Double.log((Double(sampled) + documents) / known)
  }

  /// The weight from which a word counts as rare: three quarters of what a word of eight letters
  /// weighs that the collection does not know; one document in four hundred of a large one.
  package func rareWeight(isCovered: Bool) -> Double {
    0.75 * weight(of: 0, letters: 8, isCovered: isCovered)
  }
}

extension Profile: Equatable {
  /// Whether both have learned the same.
  public static func == (left: Profile, right: Profile) -> Bool {
    left.fingerprint == right.fingerprint
  }
}
