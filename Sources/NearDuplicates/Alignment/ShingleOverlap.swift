/// What two documents have in common as sets of shingles.
package struct ShingleOverlap: Equatable, Sendable {
  /// The number of distinct shingles of the earlier document.
  package var countA: Int
  /// The number of distinct shingles of the later document.
  package var countB: Int
  /// The number of distinct shingles that both have.
  package var common: Int

  /// Compares two sets of shingles, given in any order and with repetitions.
  ///
  /// Complexity: O(*n* + *m*).
  package init(_ a: [UInt64], _ b: [UInt64]) {
    var table = DistinctTable()
    a.withUnsafeBufferPointer { table.hold($0) }
    countA = table.count
    (countB, common) = b.withUnsafeBufferPointer { table.compare($0) }
  }

  /// The Jaccard similarity, 0 where neither document has a shingle.
  package var jaccard: Double {
    let union = countA + countB - common
    return union == 0 ? 0 : Double(common) / Double(union)
  }

  /// The share of the earlier document's shingles that the later one has.
  package var containmentA: Double { countA == 0 ? 0 : Double(common) / Double(countA) }

  /// The share of the later document's shingles that the earlier one has.
  package var containmentB: Double { countB == 0 ? 0 : Double(common) / Double(countB) }
}
