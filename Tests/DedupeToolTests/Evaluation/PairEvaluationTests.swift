import NearDuplicates
import Testing

@testable import dedupe

@Suite struct PairEvaluationTests {
  private static func judgement(
    _ a: Int, _ b: Int, _ label: String, _ relation: Relation?, _ score: Double
  ) -> PairEvaluation.Judgement {
    PairEvaluation.Judgement(
      a: a, b: b, label: label, relation: relation, score: score, isTogether: score >= 0.5)
  }

  private static let evaluation = PairEvaluation(
    judgements: [
      judgement(0, 1, "R", .reprint, 0.9), judgement(2, 3, "Q", .quotes, 0.7),
      judgement(4, 5, "V", .version, 0.6), judgement(6, 7, "R", .partial, 0.4),
      judgement(8, 9, "B", nil, 0.1),
    ], positives: ["R", "V"], threshold: 0.5)

  @Test func ranksByTheScoreAlone() {
    // Precision 1, 2/3 and 3/4 where the three true pairs are found.
    #expect(abs(Self.evaluation.averagePrecision - (1 + 2.0 / 3 + 0.75) / 3) < 1e-12)
    #expect(abs(Self.evaluation.ranking.recall(atPrecision: 0.95) - 1.0 / 3) < 1e-12)
  }

  @Test func doesNotJoinQuotationsWhateverTheirScore() {
    #expect(Self.evaluation.counts.falsePositives == 0)
    #expect(Self.evaluation.counts.truePositives == 2)
    #expect(Self.evaluation.sweep.count == 19)
    #expect(Self.evaluation.sweep[7].threshold == 0.4)
    #expect(Self.evaluation.sweep[7].counts.truePositives == 3, "a threshold lets partial in")
  }

  @Test func countsWhatEndedInOneCluster() {
    #expect(Self.evaluation.together == 2)
    let clustered = Self.evaluation.clustered
    #expect(clustered.map(\.label) == ["B", "Q", "R", "V"])
    #expect(clustered.map(\.together) == [0, 1, 1, 1])
    #expect(clustered.map(\.pairs) == [1, 1, 2, 1])
  }

  @Test func hasIntervalsThatAreTheSameEveryTime() throws {
    let (one, other) = (Self.evaluation.intervals(), Self.evaluation.intervals())
    #expect(one.averagePrecision == other.averagePrecision)
    let interval = try #require(one.averagePrecision)
    #expect(interval.contains(Self.evaluation.averagePrecision))
    #expect(interval.upperBound - interval.lowerBound > 0.1, "five pairs are few")
  }

  @Test func drawsPairsThatShareAnArticleTogether() throws {
    let chained = PairEvaluation(
      judgements: [
        Self.judgement(0, 1, "R", .reprint, 0.9), Self.judgement(1, 2, "Q", .quotes, 0.7),
        Self.judgement(2, 3, "V", .version, 0.6),
      ], positives: ["R", "V"], threshold: 0.5)
    let interval = try #require(chained.intervals().averagePrecision)
    #expect(interval.lowerBound == interval.upperBound, "there is only one group to draw")
  }
}
