import Testing

@testable import NearDuplicates

struct NeighboursTests {
  /// Sketches of texts that share more or less of one story.
  private func sketches(_ count: Int, seed: UInt64) -> SketchTable {
    var random = SplitMix(seed: seed)
    let story = Editing.unrelated(words: 60, &random)
    return Digests(of: (0..<count).map { _ in Editing.changed(story, share: 0.1, &random) })
      .sketches
  }

  private func pairs(_ group: [UInt32], _ neighbours: Neighbours) -> [PairKey] {
    var pairs: [PairKey] = []
    neighbours.forEachPair(in: group) { pairs.append($0) }
    return pairs
  }

  @Test func `pair all with all in a group up to the cap`() {
    let neighbours = Neighbours(sketches(20, seed: 1), cap: 8)
    for size in 0...8 {
      let group = (0..<UInt32(size)).map { $0 * 2 + 1 }
      let expected = group.flatMap { one in
        group.filter { $0 > one }.map { PairKey(one, $0) }
      }
      #expect(pairs(group, neighbours) == expected)
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `connect a larger group with three pairs a document at most`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let neighbours = Neighbours(sketches(60, seed: seed), cap: 5)
    for size in [6, 7, 20, 60] {
      let group = (0..<60 as Range<UInt32>).shuffled(using: &random).prefix(size).sorted()
      let found = Set(pairs(group, neighbours))
      #expect(found.count <= 3 * size, "seed \(seed)")
      #expect(found.allSatisfy { $0.a < $0.b && group.contains($0.a) && group.contains($0.b) })
      #expect(reachable(from: group[0], by: found) == Set(group), "seed \(seed)")
      #expect(group.dropFirst().allSatisfy { found.contains(PairKey(group[0], $0)) })
    }
  }

  @Test func `equal texts lie side by side in a larger group`() {
    var random = SplitMix(seed: 3)
    let texts = (0..<20).map { _ in Editing.unrelated(words: 40, &random) }
    // Document n and n + 20 have one text; which of them is first in its group does not matter.
    let neighbours = Neighbours(Digests(of: texts + texts).sketches, cap: 3)
    let found = Set(pairs(Array(0..<40), neighbours))
    for document in 0..<20 as Range<UInt32> {
      #expect(found.contains(PairKey(document, document + 20)))
    }
  }

  private func reachable(from start: UInt32, by pairs: Set<PairKey>) -> Set<UInt32> {
    var reached: Set<UInt32> = [start]
    var isGrowing = true
    while isGrowing {
      let before = reached.count
      for pair in pairs where reached.contains(pair.a) || reached.contains(pair.b) {
        reached.formUnion([pair.a, pair.b])
      }
      isGrowing = reached.count > before
    }
    return reached
  }
}
