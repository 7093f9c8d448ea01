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
  /// In how many houses each fingerprint stands that three and more have, boilerplate left out.
  let widespread: FrequencyTable
  /// A bit for each value of the low bits of a fingerprint: set where a table has one.
  ///
  /// 32 bits and more for each that is known, 32 KB and more in all: settles 97 of 100 that no table
  /// has. With 32 KB for 40,000 one in seven went on to the tables.
  private let repeatedBits: [UInt64]
  /// How much each word tells.
  package let weights: WordWeights
  /// A name made from all that was learned: 16 hexadecimal digits.
  public let fingerprint: String

  /// A profile that knows nothing: words are weighed by their length alone.
  public static let empty = Profile(
    documents: 0, sampled: 0, words: FrequencyTable(), boilerplate: FrequencyTable(),
    widespread: FrequencyTable())

  init(
    documents: Int, sampled: Int, words: FrequencyTable, boilerplate: FrequencyTable,
    widespread: FrequencyTable, weights: WordWeights? = nil
  ) {
    self.documents = documents
    self.sampled = sampled
    self.words = words
    self.boilerplate = boilerplate
    self.widespread = widespread
    var size = 1 << 12
    while size * 2 < boilerplate.count + widespread.count { size *= 2 }
    var bits = [UInt64](repeating: 0, count: size)
    for table in [boilerplate, widespread] {
      table.forEach { key, _ in bits[Int(key >> 6) & (size - 1)] |= 1 << (key & 63) }
    }
    repeatedBits = bits
    self.weights = weights ?? WordWeights(words, sampled: sampled)
    let bytes = Self.encode(documents, sampled, words, boilerplate, widespread)
    fingerprint = bytes.withUnsafeBytes { xxh3($0.baseAddress, $0.count) }.hexDigits
  }

  /// Puts together what was learned of a collection of so many documents.
  init(of documents: Int, _ words: LearnedWords, _ passages: LearnedPassages) {
    self.init(
      documents: documents, sampled: words.sampled, words: words.documents,
      boilerplate: passages.boilerplate, widespread: passages.widespread, weights: words.weights)
  }

  /// Whether a fingerprint is boilerplate.
  @inline(__always)
  package func isBoilerplate(_ fingerprint: UInt64) -> Bool {
    mayRepeat(fingerprint) && boilerplate[fingerprint] > 0
  }

  /// Whether a fingerprint may be boilerplate or stand in three and more houses.
  @inline(__always)
  func mayRepeat(_ fingerprint: UInt64) -> Bool {
    repeatedBits[Int(fingerprint >> 6) & (repeatedBits.count &- 1)] >> (fingerprint & 63) & 1 == 1
  }

  /// The number of words whose frequency is known.
  public var knownWords: Int { words.count }

  /// The number of 8-word fingerprints that count as boilerplate.
  public var knownBoilerplate: Int { boilerplate.count }

  /// The number of 8-word fingerprints that three and more houses have.
  public var knownWidespread: Int { widespread.count }
}

extension Profile: Equatable {
  /// Whether both have learned the same.
  public static func == (left: Profile, right: Profile) -> Bool {
    left.fingerprint == right.fingerprint
  }
}
