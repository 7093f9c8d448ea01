import Testing

@testable import NearDuplicates

struct ShingleSetsTests {
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

  @Test func `the similarity is that of the overlap of shingles`() {
    var random = SplitMix(seed: 7)
    let text = NewsTexts.strike + NewsTexts.strike
    var sets = ShingleSets()
    var shingler = TextShingler()
    for (name, share) in [0.01, 0.1, 0.5].enumerated() {
      let changed = Editing.changed(text, share: share, &random)
      let lists = [text, changed].map { text in
        var text = text
        return text.withUTF8 { sets.distinct(of: $0).shingles }
      }
      let overlap = ShingleOverlap(shingler.shingles(of: text), shingler.shingles(of: changed))
      for _ in 0..<2 {
        #expect(sets.jaccard(lists[0], named: UInt32(name), lists[1]) == overlap.jaccard)
      }
    }
    #expect(sets.jaccard([], named: 9, []) == 0)
  }

  @Test func `an identity is that of a reading`() {
    var sets = ShingleSets()
    var reader = TextReader(profile: .empty)
    for text in ["", "…", "Strike", NewsTexts.bridge, NewsTexts.yuan] {
      _ = reader.read(text)
      var copy = text
      #expect(copy.withUTF8 { sets.distinct(of: $0).identity } == reader.identity())
    }
  }
}
