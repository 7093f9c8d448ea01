import Testing

@testable import NearDuplicates

/// What the score promises whatever its weights are.
@Suite struct ScoreModelTests {
  private let model = ScoreModel.wire

  /// A pair of which everything is middling.
  private var middling: PairEvidence {
    var evidence = PairEvidence()
    evidence.coverageLarger = 0.3
    evidence.reportingShare = 0.2
    evidence.narrationRuns = 3
    evidence.orderKept = 0.4
    evidence.factsOfFewer = 0.4
    evidence.factsOfAll = 0.3
    return evidence
  }

  @Test(arguments: [
    \PairEvidence.coverageLarger, \.reportingShare, \.narrationRuns, \.orderKept, \.factsOfFewer,
    \.factsOfAll, \.namesHouse,
  ])
  func moreEvidenceNeverLowersTheScore(
    measure: WritableKeyPath<PairEvidence, Double> & Sendable
  ) {
    var evidence = middling
    var last = model.score(evidence)
    for _ in 0..<5 {
      evidence[keyPath: measure] += 0.2
      let score = model.score(evidence)
      #expect(score >= last)
      last = score
    }
  }

  @Test func daysApartNeverRaiseTheScore() {
    var evidence = middling
    evidence.sameHouse = 1
    var last = model.score(evidence)
    for days in [1.0, 3, 10, 100] {
      evidence.daysApart = days
      #expect(model.score(evidence) < last)
      last = model.score(evidence)
    }
  }

  @Test func eitherExpertSuffices() {
    var copy = PairEvidence()
    (copy.coverageLarger, copy.reportingShare, copy.narrationRuns) = (0.9, 0.9, 10)
    var rewrite = PairEvidence()
    (rewrite.orderKept, rewrite.factsOfFewer, rewrite.factsOfAll) = (0.8, 0.7, 0.6)
    #expect(model.score(copy) > 0.95)
    #expect(model.score(rewrite) > 0.9)
    #expect(model.score(PairEvidence()) < 0.05)
  }

  @Test func templatesAreNoSameReport() {
    var evidence = PairEvidence()
    (evidence.coverageLarger, evidence.reportingShare, evidence.narrationRuns) = (1, 1, 10)
    (evidence.changedFigures, evidence.keptFigures, evidence.daysApart) = (5, 2, 1)
    #expect(model.score(evidence) < RelationRules.sameReport)
    #expect(model.explain(evidence).contains { $0.name == "figures changed in one form" })
  }

  @Test func explanationNamesEachMeasureOnceStrongestFirst() {
    let pieces = model.explain(middling)
    #expect(Set(pieces.map(\.name)).count == pieces.count)
    #expect(pieces.map { abs($0.effect) } == pieces.map { abs($0.effect) }.sorted(by: >))
  }

  @Test func everyWeighedMeasureExists() {
    let known = Set(PairEvidence.measures.map(\.name))
    #expect(model.explain(middling).allSatisfy { known.contains($0.name) })
  }
}
