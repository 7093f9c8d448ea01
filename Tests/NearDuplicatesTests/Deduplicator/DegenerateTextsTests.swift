import NearDuplicates
import Testing

/// Texts that are hardly any: nothing of them may vanish, crash or match by accident.
struct DegenerateTextsTests {
  private static let texts = [
    "", "", " \n\t", "…", "…", "—!?", "\u{FEFF}", "🙂🙂", "Strike", "Bridge", "Library",
    "Strike over", "1", "2", "桥", "雪", "the", "and",
  ]

  private func documents(_ texts: [String]) -> [Document] {
    texts.enumerated().map { Document(id: String(1000 + $0.offset), text: $0.element) }
  }

  /// Enough unlike documents that candidates come from the channels and not from all pairs.
  private func crowd(seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    return (0..<40).map { _ in Editing.unrelated(words: 60, &random) }
  }

  @Test(arguments: Preset.allCases, [false, true])
  func `stay alone`(preset: Preset, inACrowd: Bool) async {
    let given = documents(Self.texts + (inACrowd ? crowd(seed: 1) : []))
    let result = await Deduplicator(settings: Settings(preset: preset)).deduplicate(given)
    #expect(result.placements.count == given.count)
    #expect(result.clusters.isEmpty)
    #expect(result.matches.isEmpty)
    #expect(result.statistics.documentsWithoutWords == 8)
  }

  @Test(arguments: Preset.allCases, [false, true])
  func `one word twice is identical, no word twice is not`(preset: Preset, inACrowd: Bool) async {
    let texts = ["Strike", "…", "STRIKE!", "", "…", "", "桥", "雪", "《桥》", "Bridge"]
    let given = documents(texts + (inACrowd ? crowd(seed: 2) : []))
    let outcome = await Deduplicator(settings: Settings(preset: preset)).outcome(given)
    #expect(outcome.sets == [["1000", "1002"], ["1006", "1008"]])
    #expect(outcome.places["1002"]?.relation == .identical)
    #expect(outcome.places["1008"]?.relation == .identical)
  }

  @Test func `a document of furniture alone is not all that carry it`() async {
    let words = "The bridge is open again and all buses follow the usual timetable from today"
    let texts = [words, "Bridge", "Bridge open", "Timetable", words + ". " + NewsTexts.library]
    let outcome = await Deduplicator().outcome(documents(texts))
    #expect(outcome.places.count == 5)
    for id in ["1001", "1002", "1003"] { #expect(outcome.places[id]?.cluster == nil) }
  }

  @Test func `no documents are a result, too`() async {
    let result = await Deduplicator().deduplicate([])
    #expect(result.clusters.isEmpty)
    #expect(result.placements.isEmpty)
    #expect(result.statistics == Deduplication.Statistics())
    let one = await Deduplicator().deduplicate(documents(["Strike"]))
    #expect(one.placements == [Placement()])
    #expect(one.nearMisses.isEmpty)
  }

  @Test func `comparing them says that nothing is shared`() {
    for (one, other) in [("", ""), ("", "Strike"), ("…", "…"), ("Strike", "Bridge")] {
      let comparison = Deduplicator().compare(
        Document(id: "a", text: one), Document(id: "b", text: other))
      #expect(comparison.relation == nil, "\(one) and \(other)")
      #expect(comparison.score < 0.5)
      #expect(comparison.passages.isEmpty)
      #expect(comparison.measures.sharedWords == 0)
      #expect(comparison.measures.jaccard == 0)
    }
  }

  @Test func `one word ten thousand times is compared in time`() {
    let text = String(repeating: "strike ", count: 10_000)
    let comparison = Deduplicator().compare(
      Document(id: "a", text: text), Document(id: "b", text: text + "bridge"))
    #expect(comparison.measures.longestRun == 10_000)
  }
}
