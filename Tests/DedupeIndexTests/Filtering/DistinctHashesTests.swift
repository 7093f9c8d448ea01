import Testing

@testable import DedupeIndex

@Suite struct DistinctHashesTests {
  @Test func itTellsWhatASetTells() {
    var random = SplitMix(seed: 1)
    var distinct = DistinctHashes()
    for count in [10, 5_000, 3, 700] {
      distinct.begin(upTo: count)
      var set: Set<UInt64> = []
      for _ in 0..<count {
        // Low bits alike, so that places collide, and 0 among them.
        let hash = UInt64.random(in: 0..<UInt64(count), using: &random) << 20
        #expect(distinct.insert(hash) == set.insert(hash).inserted)
      }
    }
  }
}
