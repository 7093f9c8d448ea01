import NearDuplicates
import Testing

struct TilingTests {
  private func tiles(_ a: [UInt32], _ b: [UInt32]) -> [Tile] {
    var tiling = Tiling()
    return tiling.tiles(a, b)
  }

  private func run(_ a: [UInt32], _ i: Int, _ b: [UInt32], _ j: Int) -> Int {
    var count = 0
    while i + count < a.count, j + count < b.count, a[i + count] == b[j + count] { count += 1 }
    return count
  }

  /// The lengths of the runs by definition: from the start of `a` on, the longest run at each
  /// word, looked for at every place of `b`.
  private func twin(_ a: [UInt32], _ b: [UInt32]) -> [(a: Int, count: Int)] {
    var runs: [(a: Int, count: Int)] = []
    var position = 0
    while position < a.count {
      let longest = b.indices.map { run(a, position, b, $0) }.max() ?? 0
      if longest >= Tiling.shortestRun { runs.append((position, longest)) }
      position += longest >= Tiling.shortestRun ? longest : 1
    }
    return runs
  }

  /// A text that takes stretches of another in any order, with own words between them.
  private func remix(_ source: [UInt32], _ random: inout SplitMix) -> [UInt32] {
    (0..<8).flatMap { _ in
      let begin = Int.random(in: 0..<source.count - 20, using: &random)
      let length = Int.random(in: 2...20, using: &random)
      let own = (0..<Int.random(in: 0...3, using: &random))
        .map { _ in UInt32.random(in: 100_000..<200_000, using: &random) }
      return Array(source[begin..<begin + length]) + own
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `covers with the longest runs`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    // A small vocabulary repeats itself, and so runs begin and end by chance as well.
    let vocabulary = UInt32([30, 300, 10_000][Int(seed % 3)])
    let b = (0..<120).map { _ in UInt32.random(in: 0..<vocabulary, using: &random) }
    let a = remix(b, &random)
    let found = tiles(a, b)
    let expected = twin(a, b)
    #expect(found.map(\.a) == expected.map(\.a), "seed \(seed)")
    #expect(found.map(\.count) == expected.map(\.count), "seed \(seed)")
    for tile in found { #expect(a[tile.rangeInA] == b[tile.rangeInB], "seed \(seed)") }
    #expect(!found.isEmpty, "seed \(seed)")
  }

  @Test func `is as good for the second pair as for the first`() {
    var random = SplitMix(seed: 2)
    var tiling = Tiling()
    for size in [300, 40, 900, 25, 3, 0] {
      let b = (0..<size).map { _ in UInt32.random(in: 0..<5000, using: &random) }
      let a = size > 20 ? remix(b, &random) : b
      #expect(tiling.tiles(a, b) == tiles(a, b))
    }
  }

  @Test func `finds blocks that were moved`() {
    let blocks = (0..<4 as Range<UInt32>).map { block in (0..<20).map { block * 100 + $0 } }
    let found = tiles(blocks.flatMap { $0 }, [3, 1, 0, 2].flatMap { blocks[$0] })
    #expect(
      found == [
        Tile(a: 0, b: 40, count: 20), Tile(a: 20, b: 20, count: 20), Tile(a: 40, b: 60, count: 20),
        Tile(a: 60, b: 0, count: 20),
      ])
  }

  @Test func `of equal runs takes the one that goes on`() {
    let refrain: [UInt32] = [1, 2, 3, 4, 5, 6]
    let a = refrain + [70, 71] + refrain + [80] + refrain
    let b = refrain + [90, 91] + refrain + [95] + refrain
    #expect(tiles(a, b).map(\.b) == [0, 8, 15])
  }

  @Test func `runs of fewer than five words are none`() {
    #expect(tiles([1, 2, 3, 4], [1, 2, 3, 4]).isEmpty)
    #expect(tiles([1, 2, 3, 4, 9, 8], [1, 2, 3, 4, 7, 8]).isEmpty)
    #expect(tiles([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]) == [Tile(a: 0, b: 0, count: 5)])
    #expect(tiles([], [1, 2, 3, 4, 5]).isEmpty)
    #expect(tiles([1, 2, 3, 4, 5], []).isEmpty)
  }

  @Test func `one word over and over costs no more than its length`() {
    let a = [UInt32](repeating: 7, count: 3000)
    #expect(tiles(a, a) == [Tile(a: 0, b: 0, count: 3000)])
  }
}
