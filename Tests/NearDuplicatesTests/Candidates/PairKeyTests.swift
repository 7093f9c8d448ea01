import Testing

@testable import NearDuplicates

struct PairKeyTests {
  @Test func `names a pair whichever comes first`() {
    let pair = PairKey(.max, 3)
    #expect(pair == PairKey(3, .max))
    #expect(pair.a == 3)
    #expect(pair.b == .max)
  }

  @Test func `orders by the earlier, then by the later document`() {
    #expect(PairKey(1, 9) < PairKey(2, 3))
    #expect(PairKey(1, 2) < PairKey(1, 3))
    #expect(!(PairKey(1, 2) < PairKey(2, 1)))
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `sorting and keeping one of each agrees with a set`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for count in [0, 1, 2, 300] {
      let pairs = (0..<count).map { _ in
        PairKey(.random(in: 0..<12, using: &random), .random(in: 12..<20, using: &random))
      }
      var unique = pairs
      unique.sortAndUnique()
      #expect(unique == Set(pairs).sorted(), "seed \(seed)")
    }
  }
}
