/// Compares texts as sets of shingles, text after text.
struct ShingleSets {
  private var shingler = TextShingler()
  private var table = DistinctTable()
  /// Holds the first set of the last comparison.
  private var first = DistinctTable()
  private var firstName: UInt32?

  /// The distinct shingles of a text in UTF-8, and a hash of its sequence of tokens.
  mutating func distinct(
    of utf8: UnsafeBufferPointer<UInt8>
  ) -> (shingles: [UInt64], identity: UInt64) {
    shingler.withShingles(of: utf8) { shingles, tokens in
      (table.distinct(shingles), tokens.identity)
    }
  }

  /// The Jaccard similarity of sets without repetitions, 0 where both are empty.
  ///
  /// A set that comes first again, under the same name, is not hashed anew.
  ///
  /// Complexity: O(*n* + *m*).
  mutating func jaccard(_ one: [UInt64], named name: UInt32, _ other: [UInt64]) -> Double {
    if name != firstName {
      first.fill(one)
      firstName = name
    }
    let common = first.countCommon(one, other)
    let union = one.count + other.count - common
    return union == 0 ? 0 : Double(common) / Double(union)
  }
}
