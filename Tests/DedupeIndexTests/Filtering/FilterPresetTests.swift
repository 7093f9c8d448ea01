import NearDuplicates
import Testing

@testable import DedupeIndex

/// What the index keeps, and what can be said by it.
@Suite struct FilterPresetTests {
  private var random = SplitMix(seed: 5)

  private mutating func report(_ sentences: Int = 30) -> [String] {
    InventedNews.report(sentences, &random)
  }

  @Test mutating func theScoreOfACorpusIsTheJaccardSimilarity() async throws {
    let one = report()
    let edited = one.dropLast() + report(1)
    let documents = [document("a", one), document("b", edited), document("c", report())]
    let test = try TestFilter(FilterSettings(detection: Settings(preset: .corpus)))
    let verdicts = try await test.admit(documents)
    let compared = Deduplicator(settings: Settings(preset: .corpus))
      .compare(documents[0], documents[1])
    #expect(verdicts.map(\.status) == [.new, .duplicate, .new])
    #expect(verdicts[1].score == compared.score)
    #expect(verdicts[1].relation == .reprint)
    #expect(verdicts[1].generation == nil, "a corpus needs no profile")
  }

  @Test mutating func withoutTextsTheScoreIsAnEstimate() async throws {
    var settings = FilterSettings(detection: Settings(preset: .corpus))
    settings.detection.threshold = 0.7
    settings.keepsTexts = false
    let one = report()
    let documents = [document("a", one), document("b", one.dropLast() + report(1))]
    let test = try TestFilter(settings)
    let verdicts = try await test.admit(documents)
    #expect(try test.filter.index.text(of: 0).isEmpty)
    let exact = Deduplicator(settings: Settings(preset: .corpus))
      .compare(documents[0], documents[1]).score
    let score = try #require(verdicts[1].score)
    #expect(score != exact && abs(score - exact) < 0.12)
    #expect((score * 128).rounded() / 128 - score < 0.0001, "of 128 slots")
  }

  @Test func whatWasMadeOtherwiseIsRefused() throws {
    var parameters = FilterSettings().indexParameters
    for preset in [Preset.near, .corpus] {
      let other = FilterSettings(detection: Settings(preset: preset)).indexParameters
      #expect(parameters.differences(from: other).contains { $0.name == "preset" })
      parameters = other
    }
    var without = FilterSettings()
    without.keepsTexts = false
    #expect(
      FilterSettings().indexParameters.differences(from: without.indexParameters).map(\.name)
        == ["texts"])
  }

  @Test mutating func evidenceIsTheComparisonOfTheTwoTexts() async throws {
    var settings = FilterSettings()
    settings.givesEvidence = true
    settings.profile = .empty
    let one = report()
    let documents = [
      document("a", one, source: "One"), document("b", Array(one.prefix(20)), source: "Two"),
      document("c", Array(one.prefix(21)), day: 99, source: "Three"),
    ]
    let test = try TestFilter(settings)
    let verdicts = try await test.admit(documents)
    #expect(verdicts[0].evidence == nil)
    let evidence = try #require(verdicts[1].evidence)
    #expect(evidence.original == documents[0])
    #expect(!evidence.recordIsEarlier)
    let expected = Deduplicator().compare(documents[0], documents[1])
    #expect(evidence.comparison.measures == expected.measures)
    #expect(evidence.comparison.passages == expected.passages)
    #expect(evidence.comparison.score == verdicts[1].score)
    #expect(verdicts[2].evidence?.recordIsEarlier == true)
  }
}
