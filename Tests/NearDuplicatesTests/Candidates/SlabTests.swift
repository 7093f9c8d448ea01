import Testing

@testable import NearDuplicates

struct SlabTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func `arrays keep what was written, whatever comes behind them`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var writer = SlabWriter<UInt32>()
    var arrays: [(kept: SlabArray<UInt32>, expected: [UInt32])] = []
    for _ in 0..<60 {
      var expected: [UInt32] = []
      for part in 0..<Int.random(in: 0...4, using: &random) {
        let count = Int.random(in: 0...200_000, using: &random)
        guard part == 0 || writer.hasRoom(for: count) else { break }
        let first = UInt32.random(in: 0...1_000_000, using: &random)
        writer.append(count: count) { target in
          for index in target.indices { target[index] = first &+ UInt32(index) }
        }
        expected += (0..<UInt32(count)).map { first &+ $0 }
      }
      arrays.append((writer.take(), expected))
    }
    for (kept, expected) in arrays {
      #expect(kept.count == expected.count)
      #expect(kept.withElements(0..<kept.count) { Array($0) } == expected, "seed \(seed)")
      let middle = expected.count / 3..<expected.count / 2
      #expect(kept.withElements(middle) { Array($0) } == Array(expected[middle]))
    }
  }

  @Test func `an array without elements has none`() {
    let none = SlabArray<UInt32>()
    #expect(none.count == 0 && none.withElements(0..<0) { $0.isEmpty })
    var writer = SlabWriter<UInt32>()
    writer.append(count: 0) { #expect($0.isEmpty) }
    #expect(writer.take().count == 0)
  }
}
