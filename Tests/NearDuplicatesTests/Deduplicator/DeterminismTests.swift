import NearDuplicates
import Testing

/// The result depends on the documents and the settings, on nothing else.
struct DeterminismTests {
  /// Copies of invented reports and of unlike texts, some dated, some not, some of one house.
  private func collection(seed: UInt64) -> [Document] {
    var random = SplitMix(seed: seed)
    let stories = NewsTexts.all + (0..<6).map { _ in Editing.unrelated(words: 70, &random) }
    return (0..<60).map { number in
      let story = stories.randomElement(using: &random) ?? ""
      let share = Double(Int.random(in: 0...30, using: &random)) / 100
      let isDated = number % 3 != 0
      return Document(
        id: "d\(number)", text: Editing.changed(story, share: share, &random),
        source: number % 5 == 0 ? nil : "Outlet \(number % 7)",
        date: isDated
          ? Timestamp(year: 2024, month: 5, day: .random(in: 1...5, using: &random)) : nil)
    }
  }

  private func outcome(
    _ documents: [Document], threads: Int = 1, listing: Listing = .clusters, cap: Int = 50
  ) async -> Outcome {
    var settings = Settings()
    settings.threads = threads
    settings.listing = listing
    settings.documentFrequencyCap = cap
    return await Deduplicator(settings: settings).outcome(documents)
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `is the same for one, two and eight threads`(seed: UInt64) async {
    let documents = collection(seed: seed)
    let one = await outcome(documents)
    #expect(one.clusters.count > 3)
    for threads in [2, 8] { #expect(await outcome(documents, threads: threads) == one) }
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `is the same for every order of the documents`(seed: UInt64) async {
    var random = SplitMix(seed: seed)
    let documents = collection(seed: seed + 10)
    let one = await outcome(documents, cap: 4)
    for _ in 0..<2 {
      let shuffled = documents.shuffled(using: &random)
      #expect(await outcome(shuffled, threads: 3, cap: 4) == one, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<2 as Range<UInt64>)
  func `clusters are the same, whatever is listed`(seed: UInt64) async {
    let documents = collection(seed: seed + 20)
    let one = await outcome(documents)
    for listing in [Listing.listed, .all] {
      #expect(await outcome(documents, listing: listing) == one, "seed \(seed)")
    }
  }

  @Test func `matches are listed in time order, each once, and more of them on request`() async {
    let documents = collection(seed: 30)
    var settings = Settings()
    var counts: [Int] = []
    for listing in [Listing.clusters, .listed, .all] {
      settings.listing = listing
      let result = await Deduplicator(settings: settings).deduplicate(documents)
      counts.append(result.matches.count)
      #expect(Set(result.matches.map { [$0.a, $0.b] }).count == result.matches.count)
      for match in result.matches {
        if let a = documents[match.a].date, let b = documents[match.b].date { #expect(a <= b) }
        #expect(documents[match.a].date != nil || documents[match.b].date == nil)
        #expect((0...1).contains(match.score))
      }
    }
    #expect(counts == counts.sorted())
    #expect(counts[0] > 0)
  }

  @Test func `every document has a place, and places and clusters agree`() async {
    for seed in 40..<43 as Range<UInt64> {
      let documents = collection(seed: seed)
      let result = await Deduplicator().deduplicate(documents)
      #expect(result.placements.count == documents.count)
      for (index, cluster) in result.clusters.enumerated() {
        #expect(cluster.members.count > 1)
        #expect(cluster.members.contains(cluster.representative))
        for member in cluster.members {
          let placement = result.placements[member]
          #expect(placement.cluster == index, "seed \(seed)")
          #expect((placement.link == nil) == (member == cluster.representative), "seed \(seed)")
          if let link = placement.link { #expect(cluster.members.contains(link.of)) }
        }
      }
      let clustered = result.clusters.reduce(0) { $0 + $1.members.count }
      #expect(result.placements.count { $0.cluster != nil } == clustered)
      #expect(result.placements.allSatisfy { $0.cluster != nil || $0.link == nil })
    }
  }
}
