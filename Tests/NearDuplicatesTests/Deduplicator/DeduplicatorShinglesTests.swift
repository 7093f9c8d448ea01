import Testing

@testable import NearDuplicates

/// The preset `corpus`: candidates by sketch, verified by their shingles alone.
struct DeduplicatorShinglesTests {
  /// Copies of invented reports, a few words in a hundred changed, some dated, some of one house.
  private func documents(seed: UInt64, count: Int = 80) -> [Document] {
    var random = SplitMix(seed: seed)
    let stories = (0..<8).map { _ in Editing.unrelated(words: 150, &random) }
    return (0..<count).map { number in
      let share = Double(Int.random(in: 0...6, using: &random)) / 100
      let story = stories[number % 8]
      return Document(
        id: "d\(number)", text: share == 0 ? story : Editing.changed(story, share: share, &random),
        source: "Outlet \(number % 3)",
        date: number % 4 == 0 ? nil : Timestamp(year: 2024, month: 5, day: 1 + number % 9))
    }
  }

  private func settings(_ listing: Listing = .clusters, threads: Int = 1) -> Settings {
    var settings = Settings(preset: .corpus)
    settings.listing = listing
    settings.threads = threads
    return settings
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func `links have the exact similarity and its relation`(seed: UInt64) async {
    let documents = documents(seed: seed)
    let deduplicator = Deduplicator(settings: settings())
    let result = await deduplicator.deduplicate(documents)
    var shingler = TextShingler()
    var relations: Set<Relation> = []
    for (document, placement) in zip(documents, result.placements) {
      guard let link = placement.link else { continue }
      let other = documents[link.of]
      let overlap = ShingleOverlap(
        shingler.shingles(of: document.text), shingler.shingles(of: other.text))
      #expect(abs(link.score - overlap.jaccard) <= 0.00005)
      let comparison = deduplicator.compare(document, other)
      #expect(comparison.score == link.score)
      #expect(comparison.relation == link.relation)
      relations.insert(link.relation)
    }
    #expect(relations == [.identical, .reprint, .version], "seed \(seed)")
    #expect(result.profile == .empty)
    #expect(result.nearMisses.allSatisfy { $0.score < 0.8 })
  }

  @Test func `threads, order and listing change nothing`() async {
    var random = SplitMix(seed: 4)
    let documents = documents(seed: 5)
    let one = await Deduplicator(settings: settings()).outcome(documents)
    #expect(one.clusters.count >= 5)
    for threads in [2, 7] {
      let outcome = await Deduplicator(settings: settings(.all, threads: threads))
        .outcome(documents.shuffled(using: &random))
      #expect(outcome == one)
    }
  }

  @Test func `matches are read in full where they are asked for`() async {
    let documents = documents(seed: 6, count: 48)
    let without = await Deduplicator(settings: settings()).deduplicate(documents)
    #expect(without.matches.isEmpty)
    let deduplicator = Deduplicator(settings: settings(.listed, threads: 2))
    let result = await deduplicator.deduplicate(documents)
    #expect(result.matches.count > 8)
    for match in result.matches {
      let comparison = deduplicator.compare(documents[match.a], documents[match.b])
      #expect(match.relation == comparison.relation)
      #expect(match.score == comparison.score)
      #expect(match.measures == comparison.measures)
      #expect(match.passages == comparison.passages)
    }
    for cluster in result.clusters {
      let pairs = result.matches.count {
        cluster.members.contains($0.a) && cluster.members.contains($0.b)
      }
      #expect(pairs == cluster.members.count * (cluster.members.count - 1) / 2)
    }
  }

  @Test func `a large group is cut at the cap and stays one cluster`() async {
    var random = SplitMix(seed: 8)
    let story = Editing.unrelated(words: 200, &random)
    let documents = (0..<120).map { number in
      Document(
        id: "\(1000 + number)", text: Editing.changed(story, share: 0.005, &random))
    }
    let result = await Deduplicator(settings: settings(threads: 2)).deduplicate(documents)
    #expect(result.clusters.map(\.members.count) == [120])
    #expect(result.statistics.candidates < 120 * 119 / 2)
  }
}
