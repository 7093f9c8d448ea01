/// Two documents as one number: the earlier in the high half, the later in the low half.
package struct PairKey: Hashable, Comparable, Sendable {
  /// Both in one number, which orders pairs by the earlier document, then by the later.
  package let bits: UInt64

  /// Names a pair, whichever comes first.
  package init(_ one: UInt32, _ other: UInt32) {
    bits = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }

  /// The earlier document.
  package var a: UInt32 { UInt32(bits >> 32) }
  /// The later document.
  package var b: UInt32 { UInt32(truncatingIfNeeded: bits) }

  package static func < (left: PairKey, right: PairKey) -> Bool { left.bits < right.bits }
}

extension Array where Element == PairKey {
  /// Sorts the pairs and keeps one of each.
  mutating func sortAndUnique() {
    sort()
    var kept = 0
    for index in indices where kept == 0 || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}
