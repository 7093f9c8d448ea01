import NearDuplicates
import Testing

@testable import DedupeIndex

/// Who matches one copy of a report joins it only if the first knows it too, and, told in other words,
/// if the other copies know the same facts.
@Suite struct FilterWitnessTests {
  private let report: [String]
  private let retold: [String]
  private let settings: FilterSettings

  /// A report of twenty sentences, and the first eight of them in other words.
  init() async {
    var random = SplitMix(seed: 41)
    report = InventedNews.report(20, &random)
    var sentences: [String] = []
    for sentence in report.prefix(8) {
      sentences.append(InventedNews.retold(sentence, &random))
    }
    retold = sentences
    var settings = FilterSettings()
    // Which words are rare is known, as it is to an index that has seen some days.
    let news = InventedNews(count: 200, seed: 8).documents
    settings.profile = await Deduplicator().learn(from: news)
    self.settings = settings
  }

  private func verdicts(copy: [String]?) async throws -> ([FilterVerdict], FilterStatistics) {
    let test = try TestFilter(settings)
    var documents = [document("first", report, source: "One")]
    if let copy { documents.append(document("copy", copy, source: "Two")) }
    documents.append(document("retold", retold, source: "Three"))
    return (try await test.admit(documents), test.filter.statistics)
  }

  @Test func aloneTheFirstCopyIsEnough() async throws {
    let (verdicts, _) = try await verdicts(copy: nil)
    #expect(verdicts[1].status == .duplicate && verdicts[1].relation == .rewrite)
    #expect(verdicts[1].ofText == "\"first\"")
  }

  @Test func aCopyThatKnowsTheFactsBearsWitness() async throws {
    let (verdicts, statistics) = try await verdicts(copy: Array(report.dropLast(6)))
    #expect(verdicts[1].status == .duplicate)
    #expect(verdicts[2].status == .duplicate && verdicts[2].relation == .rewrite)
    #expect(verdicts[2].cluster == verdicts[0].cluster)
    #expect(statistics.unwitnessed == 0)
  }

  @Test func aCopyThatDoesNotKeepsItOut() async throws {
    let (verdicts, statistics) = try await verdicts(copy: Array(report.dropFirst(8)))
    #expect(verdicts[1].status == .duplicate && verdicts[1].ofText == "\"first\"")
    #expect(verdicts[2].status == .new)
    #expect(verdicts[2].reason == "matches first alone among the copies of its report")
    #expect(statistics.unwitnessed == 1)
  }

  @Test(arguments: [0, 8])
  func whatTheFirstDoesNotKnowStaysOut(sentencesOfFirst: Int) async throws {
    var random = SplitMix(seed: 42)
    let added = InventedNews.report(12, &random)
    let test = try TestFilter(settings)
    let verdicts = try await test.admit([
      document("first", report, source: "One"),
      document("longer", report + added, source: "Two"),
      document("part", report.prefix(sentencesOfFirst) + added, source: "Three"),
    ])
    #expect(verdicts[1].status == .duplicate && verdicts[1].score ?? 0 >= 0.8)
    #expect((verdicts[2].status == .duplicate) == (sentencesOfFirst > 0))
    #expect(test.filter.statistics.unwitnessed == (sentencesOfFirst > 0 ? 0 : 1))
  }
}
