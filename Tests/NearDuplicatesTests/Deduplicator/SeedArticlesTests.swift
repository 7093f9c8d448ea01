import NearDuplicates
import Testing

/// The five articles of the repository: 002 and 004 rewrite one report, the others only share its
/// subject.
struct SeedArticlesTests {
  private func expectOneRewrite(_ documents: [Document], _ settings: Settings = Settings()) async {
    let outcome = await Deduplicator(settings: settings).outcome(documents)
    #expect(outcome.clusters == [["002", "004"]])
    #expect(outcome.places["004"]?.relation == .rewrite)
    #expect(outcome.places["004"]?.of == "002")
    for id in ["000", "001", "003"] { #expect(outcome.places[id] == Outcome.Place()) }
  }

  @Test func `are one cluster, a rewrite, and three that stand alone`() async throws {
    let documents = try SeedFiles.documents()
    #expect(documents.map(\.id) == ["000", "001", "002", "003", "004"])
    await expectOneRewrite(documents)
    await expectOneRewrite(documents.reversed())
  }

  @Test func `are the same among many others`() async throws {
    var random = SplitMix(seed: 12)
    let others = (0..<40).map {
      Document(id: "x\($0)", text: Editing.unrelated(words: 80, &random))
    }
    await expectOneRewrite(try SeedFiles.documents() + others)
  }

  @Test func `the pair shares three captions and little else`() throws {
    let documents = try SeedFiles.documents()
    let comparison = Deduplicator().compare(documents[2], documents[4])
    #expect(comparison.relation == .rewrite)
    #expect(abs(comparison.measures.jaccard - 0.032) < 0.01)
    #expect(comparison.passages.count >= 3)
    #expect(comparison.measures.longestRun >= 12)
    #expect(comparison.links.contains { $0.certainty > 0.3 && $0.sharedWords == 0 })
    #expect(!comparison.evidence.isEmpty)
  }
}
