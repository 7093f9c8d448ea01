/// Tells of most keys that are not in a column of postings that they are not, from one word.
///
/// A Bloom filter in words of 64 bits: a key sets three bits of one word, eight keys share a word,
/// and about 4 % of the absent keys seem to be there. Two of three fingerprints of a new document
/// stand in no other one; without a filter each of them costs two places of a large segment, with
/// it one of a section a tenth as long (a lookup takes a third of the time). Keys that are mostly
/// there, as rare words are, need none.
enum KeyFilter {
  /// Keys a word.
  private static let density = 8

  /// The columns that have a filter.
  static func isOf(_ column: Int) -> Bool {
    column == PostingFamily.bands.rawValue || column == PostingFamily.fingerprints.rawValue
  }

  /// The number of words for at most so many keys.
  static func words(atMost keys: Int) -> Int { keys / density + 1 }

  /// The word of a key; it rises with the key, so that a filter is written from front to back.
  ///
  /// - Precondition: there are fewer than 2^31 words.
  @inline(__always)
  static func word(of key: UInt64, of words: Int) -> Int {
    Int(truncatingIfNeeded: (key >> 8) &* UInt64(truncatingIfNeeded: words) >> 32)
  }

  /// The bits of a key within its word.
  @inline(__always)
  static func bits(of key: UInt64) -> UInt64 {
    1 << (key & 63) | 1 << (key >> 6 & 63) | 1 << (key >> 12 & 63)
  }
}
