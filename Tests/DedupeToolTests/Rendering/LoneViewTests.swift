@testable import NearDuplicates
import Testing

@testable import dedupe

@Suite struct LoneViewTests {
  private func scan(
    _ count: Int, misses: [Deduplication.NearMiss] = [], ids: [String]? = nil
  ) -> ScanResult {
    let documents = (0..<count).map { Document(id: ids?[$0] ?? "d\($0)", text: "Text \($0)") }
    let deduplication = Deduplication(
      clusters: [], placements: documents.map { _ in Placement() }, matches: [],
      nearMisses: misses, profile: .empty, statistics: .init())
    let comparison = Samples.comparison
    return ScanResult(
      documents: documents, deduplication: deduplication, settings: Settings(),
      compare: { _, _ in comparison },
      provenance: { _ in Provenance(origin: .unknown, confidence: 0, evidence: []) })
  }

  private func report(_ scan: ScanResult) -> String {
    var page = Page(for: Terminal(columns: 100, usesColor: false))
    ScanReport(scan: scan).draw(on: &page)
    return page.text
  }

  @Test func listsTheClosestFirstAndCountsTheRest() {
    let text = report(
      scan(1_200, misses: [.init(document: 900, other: 3, relation: .partial, score: 0.4)]))
    let lone = text.split(separator: "Left alone: 1,200 articles\n").last ?? ""
    #expect(
      lone.hasPrefix(
        "  undated     d900\n     Text 900\n     closest: d3 (score 0.40): the same report"))
    #expect(text.hasSuffix("  … and 1,175 more; --format jsonl lists every one\n"))
  }

  @Test func advisesALowerThreshold() {
    let text = report(
      scan(2, misses: [.init(document: 0, other: 1, relation: .rewrite, score: 0.42)]))
    #expect(text.contains("Nothing clusters."))
    #expect(text.replacing("\n", with: " ").contains("Try --threshold 0.42 to let them in"))
  }

  @Test func theCommandThatIsAdvisedCanBePasted() {
    let scan = scan(
      2, misses: [.init(document: 0, other: 1, relation: .rewrite, score: 0.42)],
      ids: ["https://example.org/a?b=1&c=\(String(repeating: "2", count: 90))", "it's b.txt"])
    #expect(
      report(scan).contains(
        "\n  dedupe compare PATH… --ids 'https://example.org/a?b=1&c="
          + "\(String(repeating: "2", count: 90))' 'it'\\''s b.txt'\n"))
  }

  @Test func saysWhyTheClosestAreKeptApart() {
    let text = report(
      scan(2, misses: [.init(document: 0, other: 1, relation: .quotes, score: 0.42)]))
    let words = text.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(
      words.contains("They are kept apart because only what people said or published is shared."))
  }
}
