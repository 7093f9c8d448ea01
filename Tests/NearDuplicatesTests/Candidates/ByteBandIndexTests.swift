import Testing

@testable import NearDuplicates

struct ByteBandIndexTests {
  /// Copies of a few stories, edited more and less, and texts without words.
  private func sketched(seed: UInt64) -> SketchedTexts {
    var random = SplitMix(seed: seed)
    let stories = (0..<4).map { _ in Editing.unrelated(words: 80, &random) }
    var sketcher = TextSketcher(for: .corpus)
    for place in 0..<40 {
      sketcher.append(Editing.changed(stories[place % 4], share: Double(place) / 400, &random))
    }
    for text in ["", "…"] { sketcher.append(text) }
    return sketcher.take()
  }

  /// Pairs of which some band agrees and the estimate is high enough, looking at every pair.
  private func twin(
    _ sketched: SketchedTexts, _ order: [UInt32], _ index: ByteBandIndex
  ) -> [PairKey] {
    let rows = (0..<sketched.count).map { row in sketched.sketches.withRow(row) { Array($0) } }
    var pairs: [PairKey] = []
    for one in order.indices {
      for other in order.indices.dropFirst(one + 1) {
        let (first, second) = (Int(order[one]), Int(order[other]))
        guard sketched.identities[first] != 0, sketched.identities[second] != 0 else { continue }
        let agrees = (0..<index.bands.count).contains { band in
          let slots = band * index.bands.rows..<(band + 1) * index.bands.rows
          return rows[first][slots] == rows[second][slots]
        }
        let estimate = sketched.sketches.estimatedJaccard(first, second)
        if agrees, estimate >= index.leastSimilarity {
          pairs.append(PairKey(UInt32(one), UInt32(other)))
        }
      }
    }
    return pairs
  }

  private func found(
    _ sketched: SketchedTexts, _ order: [UInt32], by index: ByteBandIndex, tasks: Int = 1
  ) async -> [PairKey] {
    var places = [UInt32?](repeating: nil, count: order.count)
    for (place, document) in order.enumerated() where sketched.identities[Int(document)] != 0 {
      places[Int(document)] = UInt32(place)
    }
    return await index.pairs(sketched.sketches, places: places, order: order, tasks: tasks)
  }

  private func index(least: Double, cap: Int) -> ByteBandIndex {
    ByteBandIndex(
      bands: Preset.corpus.bands(slots: 128), leastSimilarity: least, cap: cap)
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func `finds what agrees in a band, in any order of the documents`(seed: UInt64) async {
    let sketched = sketched(seed: seed)
    var random = SplitMix(seed: seed)
    let order = (0..<UInt32(sketched.count)).shuffled(using: &random)
    for least in [0, 0.69] {
      let index = index(least: least, cap: 100)
      let found = await found(sketched, order, by: index, tasks: 3)
      #expect(found == twin(sketched, order, index), "seed \(seed)")
      #expect(!found.isEmpty)
    }
  }

  @Test func `a cap leaves only pairs that agree, and every copy one`() async {
    let sketched = sketched(seed: 9)
    let order = Array(0..<UInt32(sketched.count))
    let index = index(least: 0.3, cap: 3)
    let all = twin(sketched, order, index)
    let found = await found(sketched, order, by: index)
    #expect(Set(found).isSubset(of: Set(all)))
    #expect(found.count < all.count)
    for document in Set(all.flatMap { [$0.a, $0.b] }) {
      #expect(found.contains { $0.a == document || $0.b == document })
    }
  }
}
