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
    var table = HashSet(capacity: a.count + b.count)
    countA = a.reduce(0) { $0 + (table.insert($1) ? 1 : 0) }
    var own = HashSet(capacity: b.count)
    countB = 0
    common = 0
    for shingle in b where own.insert(shingle) {
      countB += 1
      if table.contains(shingle) { common += 1 }
    }
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

/// A set of hashes with open addressing; 0 stands for an empty place and is kept apart.
private struct HashSet {
  private var places: [UInt64]
  private var hasZero = false

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    places = [UInt64](repeating: 0, count: size)
  }

  mutating func insert(_ hash: UInt64) -> Bool {
    guard hash != 0 else {
      defer { hasZero = true }
      return !hasZero
    }
    let place = place(of: hash)
    guard places[place] == 0 else { return false }
    places[place] = hash
    return true
  }

  func contains(_ hash: UInt64) -> Bool {
    hash == 0 ? hasZero : places[place(of: hash)] == hash
  }

  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }
}
