import NearDuplicates
import Testing

struct ShingleOverlapTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func `agrees with sets`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    // Hashes from few values repeat, with equal low bits they collide; 0 is a hash like any other.
    let mask: UInt64 = [0x1F, 0xFFFF_FFFF << 32, .max, 0x3FF][Int(seed % 4)]
    let common = (0..<60).map { _ in random.next() & mask }
    let a = (common + (0..<Int(seed) * 7).map { _ in random.next() & mask } + [0])
      .shuffled(using: &random)
    let b = (common.dropLast(20) + (0..<30).map { _ in random.next() & mask })
      .shuffled(using: &random)
    for (one, other) in [(a, b), (b, a), (a, a), (a, []), ([], [])] {
      let overlap = ShingleOverlap(one, other)
      let (left, right) = (Set(one), Set(other))
      let both = left.intersection(right).count
      #expect(overlap.countA == left.count, "seed \(seed)")
      #expect(overlap.countB == right.count, "seed \(seed)")
      #expect(overlap.common == both, "seed \(seed)")
      let union = left.union(right).count
      #expect(overlap.jaccard == (union == 0 ? 0 : Double(both) / Double(union)))
      #expect(overlap.containmentA == (left.isEmpty ? 0 : Double(both) / Double(left.count)))
      #expect(overlap.containmentB == (right.isEmpty ? 0 : Double(both) / Double(right.count)))
    }
  }

  @Test func `the hash zero counts once`() {
    let overlap = ShingleOverlap([0, 0, 1], [0, 2, 0])
    #expect(overlap.countA == 2)
    #expect(overlap.countB == 2)
    #expect(overlap.common == 1)
    #expect(ShingleOverlap([0], [1]).common == 0)
  }

  @Test func `a cut is contained in the whole, not the other way round`() {
    let whole = Array(1...100 as ClosedRange<UInt64>)
    let overlap = ShingleOverlap(whole, Array(whole.prefix(25)))
    #expect(overlap.containmentA == 0.25)
    #expect(overlap.containmentB == 1)
    #expect(overlap.jaccard == 0.25)
  }
}
