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
        var shingles: [UInt64] = []
        _ = text.withUTF8 { sets.read($0, into: &shingles) }
        return shingles
      }
      let (one, other) = (
        Set(shingler.shingles(of: text)), Set(shingler.shingles(of: changed))
      )
      let jaccard = Double(one.intersection(other).count) / Double(one.union(other).count)
      for name in [UInt32(2 * name), UInt32(2 * name + 1)] {
        let isFirst = name.isMultiple(of: 2)
        sets.hold(lists[isFirst ? 0 : 1], named: name)
        #expect(sets.held == name)
        for _ in 0..<2 { #expect(sets.jaccard(with: lists[isFirst ? 1 : 0]) == jaccard) }
      }
    }
    sets.hold([], named: 9)
    #expect(sets.jaccard(with: []) == 0)
  }

  @Test func `an identity is that of a reading`() {
    var sets = ShingleSets()
    var reader = TextReader(profile: .empty)
    for text in ["", "…", "Strike", NewsTexts.bridge, NewsTexts.yuan] {
      _ = reader.read(text)
      var copy = text
      var shingles: [UInt64] = []
      #expect(copy.withUTF8 { sets.read($0, into: &shingles) } == reader.identity())
    }
  }
}
