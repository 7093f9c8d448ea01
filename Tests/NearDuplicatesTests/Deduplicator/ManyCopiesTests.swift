import NearDuplicates
import Testing

/// A story that ran everywhere is one cluster, and costs by the copy, not by the pair.
struct ManyCopiesTests {
  private static let story = String(NewsTexts.strike.prefix { $0 != "\n" })

  private func collection(copies: Int, unrelated: Int, seed: UInt64) -> [Document] {
    var random = SplitMix(seed: seed)
    let story = Self.story
    let copied = (0..<copies).map { copy in
      let share = Double(Int.random(in: 20...40, using: &random)) / 1000
      return Document(
        id: "copy\(copy)", text: Editing.changed(story, share: share, &random),
        source: "Outlet \(copy)", date: Timestamp(year: 2024, month: 3, day: 4 + copy % 3))
    }
    let others = (0..<unrelated).map { number in
      Document(
        id: "other\(number)", text: Editing.unrelated(words: 60, &random),
        date: Timestamp(year: 2024, month: 3, day: 1 + number % 9))
    }
    return (copied + others).shuffled(using: &random)
  }

  /// Scans a collection of copies and unrelated documents: how many pairs were verified.
  private func verifiedPairs(copies: Int, unrelated: Int, seed: UInt64) async -> Int {
    let documents = collection(copies: copies, unrelated: unrelated, seed: seed)
    let result = await Deduplicator().deduplicate(documents)
    #expect(result.clusters.map(\.members.count) == [copies], "seed \(seed)")
    if let cluster = result.clusters.first {
      #expect(cluster.members.allSatisfy { documents[$0].id.hasPrefix("copy") })
    }
    #expect(result.placements.count == documents.count)
    return result.statistics.verified
  }

  @Test func `fifty and five hundred copies are one cluster each, for a like effort a copy`() async
  {
    let few = await verifiedPairs(copies: 50, unrelated: 200, seed: 1)
    let many = await verifiedPairs(copies: 500, unrelated: 200, seed: 2)
    // Fifty may be paired all with all. Beyond the cap, a change makes fingerprints that some tens
    // of copies share by accident, and those are paired all with all: up to a hundred a copy.
    #expect(few <= 50 * 49 / 2 + 50)
    #expect(many <= 500 * 100, "\(many) pairs were verified")
  }

  @Test func `growth is linear beyond the cap`() async {
    let verified = await [60, 120, 240].asyncMap { copies in
      await verifiedPairs(copies: copies, unrelated: 40, seed: UInt64(copies))
    }
    #expect(verified[1] < verified[0] * 3, "\(verified)")
    #expect(verified[2] < verified[1] * 3, "\(verified)")
  }

  @Test func `exact copies join one cluster as identical`() async {
    let documents = (0..<120).map {
      Document(id: "copy\($0)", text: NewsTexts.bridge, source: "Outlet \($0)")
    }
    let result = await Deduplicator().deduplicate(documents)
    #expect(result.clusters.map(\.members.count) == [120])
    #expect(result.placements.count { $0.link?.relation == .identical } == 119)
    #expect(result.statistics.verified <= 120 * 4)
  }
}

extension Array {
  fileprivate func asyncMap<Result>(_ transform: (Element) async -> Result) async -> [Result] {
    var results: [Result] = []
    for element in self { results.append(await transform(element)) }
    return results
  }
}
