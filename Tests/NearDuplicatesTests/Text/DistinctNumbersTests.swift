import Testing

@testable import NearDuplicates

@Suite struct DistinctNumbersTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `sorts and keeps one of each, as a set does`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for count in [0, 1, 2, 63, 64, 65, 300, 2000] {
      for mask in [.max, 0xFF, 0xFF00_FF00, 0xF000_0001, 0] as [UInt32] {
        let numbers = (0..<count).map { _ in UInt32(truncatingIfNeeded: random.next()) & mask }
        #expect(numbers.sortedDistinct() == Set(numbers).sorted(), "seed \(seed), mask \(mask)")
      }
    }
  }
}
