import Testing

@testable import NearDuplicates

struct ShingleSetsTests {
  @Test func `the similarity is that of sets`() {
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
      let (one, other) = (
        Set(shingler.shingles(of: text)), Set(shingler.shingles(of: changed))
      )
      let jaccard = Double(one.intersection(other).count) / Double(one.union(other).count)
      for _ in 0..<2 {
        #expect(sets.jaccard(lists[0], named: UInt32(name), lists[1]) == jaccard)
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
