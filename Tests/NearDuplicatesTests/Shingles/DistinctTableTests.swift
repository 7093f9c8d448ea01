import Testing

@testable import NearDuplicates

struct DistinctTableTests {
  @Test(arguments: 0..<5 as Range<UInt64>)
  func `tables find what sets find, list after list`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var table = DistinctTable()
    for size in [0, 1, 5, 300, 900, 5_000, 40, 0, 3_000] {
      // Few values, so that many are repeated; 0 and hashes that begin at one place among them.
      let values = (0..<max(1, size / 2)).map { UInt64($0) << 40 }
      func list() -> [UInt64] {
        (0..<size).map { _ in values.randomElement(using: &random) ?? 0 }
      }
      let one = list()
      one.withUnsafeBufferPointer { table.hold($0) }
      #expect(table.count == Set(one).count)
      // What is compared leaves no trace; some of it is too long for the table as it was.
      let longer = list() + list() + (0..<20_000)
      for other in [list(), one, [], Array(one.dropFirst(3)), longer, list()] {
        let (count, common) = other.withUnsafeBufferPointer { table.compare($0) }
        #expect(count == Set(other).count, "\(seed)")
        #expect(common == Set(one).intersection(other).count, "\(seed)")
      }
    }
  }

  @Test func `a table outlives its rounds`() {
    var table = DistinctTable()
    let list = (0..<40 as Range<UInt64>).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
    // A million places leave 12 bits for rounds.
    Array(0..<200_000 as Range<UInt64>).withUnsafeBufferPointer { table.hold($0) }
    #expect(table.count == 200_000)
    for round in 0..<9_000 {
      let start = round % 30
      list[start..<start + 10].withUnsafeBufferPointer { table.hold($0) }
      let (count, common) = list.withUnsafeBufferPointer { table.compare($0) }
      #expect(count == 40 && common == 10, "\(round)")
    }
  }
}
