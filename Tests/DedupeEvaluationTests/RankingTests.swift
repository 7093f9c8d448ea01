import Testing

@testable import DedupeEvaluation

@Suite struct RankingTests {
  /// By hand: 1/4 · 1 at 0.9, then 2 of 3 at the tie of 0.7: 1/4 · 2/3, then 1/4 · 3/4.
  @Test func averagesThePrecisionAtEachTruePair() {
    let ranking = Ranking(
      scores: [0.9, 0.7, 0.7, 0.2], truths: [true, true, false, true], missed: 1)
    #expect(abs(ranking.averagePrecision - (1 + 2 / 3.0 + 3 / 4.0) / 4) < 1e-15)
    #expect(ranking.points.map(\.threshold) == [0.9, 0.7, 0.2])
    #expect(ranking.positives == 4)
  }

  @Test func doesNotDependOnTheOrderOfTies() {
    let one = Ranking(scores: [0.5, 0.5, 0.5], truths: [true, false, false])
    let other = Ranking(scores: [0.5, 0.5, 0.5], truths: [false, false, true])
    #expect(one.averagePrecision == other.averagePrecision)
    #expect(abs(one.averagePrecision - 1 / 3.0) < 1e-15)
  }

  @Test func isOneForAPerfectRankingAndFallsWithMissedPairs() {
    let scores = [0.9, 0.8, 0.1]
    let truths = [true, true, false]
    #expect(Ranking(scores: scores, truths: truths).averagePrecision == 1)
    #expect(Ranking(scores: scores, truths: truths, missed: 2).averagePrecision == 0.5)
    #expect(Ranking(scores: scores, truths: [false, false, false]).averagePrecision == 1)
    #expect(Ranking(scores: [], truths: [], missed: 1).averagePrecision == 0)
  }

  @Test func countsWhatReachesAThreshold() {
    let ranking = Ranking(scores: [0.9, 0.7, 0.2], truths: [true, false, true])
    let swept = ranking.sweep([1, 0.9, 0.7, 0.69, 0])
    #expect(swept.map(\.counts.truePositives) == [0, 1, 1, 1, 2])
    #expect(swept.map(\.counts.falsePositives) == [0, 0, 1, 1, 1])
    #expect(swept.map(\.counts.falseNegatives) == [2, 1, 1, 1, 0])
  }

  @Test func prefersTheHighestThresholdAmongEquals() {
    let ranking = Ranking(scores: [0.9, 0.8, 0.7, 0.6], truths: [true, false, false, false])
    #expect(ranking.bestF1?.threshold == 0.9)
    #expect(ranking.best(atPrecision: 0.2)?.threshold == 0.9)
    #expect(Ranking(scores: [], truths: []).bestF1 == nil)
  }

  @Test func findsTheRecallThatAPrecisionAllows() {
    let ranking = Ranking(
      scores: [0.9, 0.8, 0.7, 0.6, 0.5], truths: [true, true, false, true, false])
    #expect(ranking.recall(atPrecision: 0.99) == 2 / 3.0)
    #expect(ranking.recall(atPrecision: 0.75) == 1)
    #expect(Ranking(scores: [0.5], truths: [false]).recall(atPrecision: 0.9) == 0)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithItsNaiveTwin(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let count = 1 + generator.next(below: 40)
    // Few distinct scores, so that most are tied.
    let scores = (0..<count).map { _ in Double(generator.next(below: 8)) / 8 }
    let truths = (0..<count).map { _ in generator.next(below: 3) == 0 }
    let missed = generator.next(below: 3)
    let ranking = Ranking(scores: scores, truths: truths, missed: missed)
    let naive = NaiveRanking(scores: scores, truths: truths, missed: missed)
    #expect(abs(ranking.averagePrecision - naive.averagePrecision) < 1e-12)
    for threshold in [-1, 0, 0.1, 0.25, 0.5, 0.875, 1, 2] {
      #expect(ranking.counts(atLeast: threshold) == naive.counts(atLeast: threshold))
    }
    let f1s = naive.thresholds.map { naive.counts(atLeast: $0).f1 }
    #expect(ranking.bestF1?.counts.f1 == f1s.max())
    for precision in [0.3, 0.5, 0.9] {
      let allowed = naive.thresholds.map { naive.counts(atLeast: $0) }
        .filter { $0.precision >= precision }.map(\.recall)
      #expect(ranking.recall(atPrecision: precision) == allowed.max() ?? 0)
    }
  }
}

/// Measures that look at every pair for every threshold.
private struct NaiveRanking {
  let scores: [Double]
  let truths: [Bool]
  let missed: Int

  var thresholds: [Double] { Set(scores).sorted(by: >) }

  func counts(atLeast threshold: Double) -> Counts {
    let found = scores.indices.filter { scores[$0] >= threshold }
    let truth = found.count { truths[$0] }
    return Counts(
      truePositives: truth, falsePositives: found.count - truth,
      falseNegatives: truths.count { $0 } + missed - truth)
  }

  /// The mean over all true pairs of the precision at their own score.
  var averagePrecision: Double {
    let positives = truths.count { $0 } + missed
    guard positives > 0 else { return 1 }
    let precisions = scores.indices.filter { truths[$0] }
      .map { counts(atLeast: scores[$0]).precision }
    return precisions.reduce(0, +) / Double(positives)
  }
}
