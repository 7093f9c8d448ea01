import Testing

@testable import NearDuplicates

struct DistinctTableTests {
  @Test(arguments: 0..<5 as Range<UInt64>)
  func `tables find what sets find, list after list`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var table = DistinctTable()
    for size in [0, 1, 5, 300, 5_000, 40, 0, 3_000] {
      // Few values, so that many are repeated; 0 and hashes that begin at one place among them.
      let values = (0..<max(1, size / 2)).map { UInt64($0) << 40 }
      func list() -> [UInt64] {
        (0..<size).map { _ in values.randomElement(using: &random) ?? 0 }
      }
      let (one, other) = (list(), list())
      let distinct = one.withUnsafeBufferPointer { table.distinct($0) }
      var seen: Set<UInt64> = []
      #expect(distinct == one.filter { seen.insert($0).inserted })
      let second = other.withUnsafeBufferPointer { table.distinct($0) }
      table.fill(distinct)
      #expect(
        table.countCommon(distinct, second) == Set(one).intersection(other).count, "\(seed)")
    }
  }
}
