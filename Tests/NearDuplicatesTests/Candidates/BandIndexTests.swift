import Testing

@testable import NearDuplicates

struct BandIndexTests {
  /// Sketches of copies of a few stories, edited more and less, and of a text without words.
  private func sketches(seed: UInt64) -> SketchTable {
    var random = SplitMix(seed: seed)
    let stories = (0..<4).map { _ in Editing.unrelated(words: 80, &random) }
    let texts = (0..<40).map { place in
      Editing.changed(stories[place % 4], share: Double(place) / 400, &random)
    }
    return Digests(of: texts + ["", "…"]).sketches
  }

  /// Pairs of which some band agrees and the estimate is high enough, looking at every pair.
  private func twin(_ sketches: SketchTable, _ index: BandIndex) -> [PairKey] {
    let slots = (0..<sketches.count).map { sketches.sketch(at: $0).slots }
    var pairs: [PairKey] = []
    for one in 0..<sketches.count {
      for other in (one + 1)..<max(one + 1, sketches.count) {
        guard !sketches.isEmpty(one), !sketches.isEmpty(other) else { continue }
        let agrees = (0..<index.bands.count).contains { band in
          let rows = band * index.bands.rows..<(band + 1) * index.bands.rows
          return slots[one][rows] == slots[other][rows]
        }
        let estimate = sketches.estimatedJaccard(one, other)
        if agrees, estimate >= index.leastSimilarity {
          pairs.append(PairKey(UInt32(one), UInt32(other)))
        }
      }
    }
    return pairs
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `finds what agrees in a band`(seed: UInt64) {
    let sketches = sketches(seed: seed)
    for (rows, least) in [(0.3, 0.18), (0.5, 0.37), (0.8, 0), (0.8, 0.69)] {
      let index = BandIndex(
        bands: Bands(slots: 128, similarity: rows, recall: 0.99), leastSimilarity: least)
      let found = index.pairs(sketches, neighbours: Neighbours(sketches, cap: 100))
      #expect(found == twin(sketches, index), "seed \(seed)")
      #expect(!found.isEmpty)
    }
  }

  @Test func `a cap leaves only pairs that agree, and every copy one`() {
    let sketches = sketches(seed: 9)
    let index = BandIndex(
      bands: Bands(slots: 128, similarity: 0.3, recall: 0.99), leastSimilarity: 0.18)
    let all = Set(twin(sketches, index))
    let found = index.pairs(sketches, neighbours: Neighbours(sketches, cap: 3))
    #expect(Set(found).isSubset(of: all))
    #expect(found.count < all.count)
    for document in Set(all.flatMap { [$0.a, $0.b] }) {
      #expect(found.contains { $0.a == document || $0.b == document })
    }
  }
}
