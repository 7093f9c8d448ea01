/// Compares texts as sets of shingles, text after text.
struct ShingleSets {
  private var shingler = TextShingler()
  private var table = DistinctTable()
  /// The name of the set that the table holds.
  private(set) var held: UInt32?

  /// Replaces the content of `shingles` with those of a text in UTF-8, repetitions included, and
  /// returns a hash of its sequence of tokens.
  mutating func read(
    _ utf8: UnsafeBufferPointer<UInt8>, into shingles: inout [UInt64]
  ) -> UInt64 {
    shingler.read(utf8, into: &shingles)
  }

  /// Holds the shingles of a text under a name, to be compared with those of others.
  ///
  /// Complexity: O(*n*).
  mutating func hold(_ shingles: [UInt64], named name: UInt32) {
    shingles.withUnsafeBufferPointer { table.hold($0) }
    held = name
  }

  /// The Jaccard similarity of the set that is held and another, 0 where both are empty.
  ///
  /// Complexity: O(*n*).
  mutating func jaccard(with other: [UInt64]) -> Double {
    let (count, common) = other.withUnsafeBufferPointer { table.compare($0) }
    let union = table.count + count - common
    return union == 0 ? 0 : Double(common) / Double(union)
  }
}
