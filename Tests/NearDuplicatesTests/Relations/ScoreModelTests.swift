import Testing

@testable import NearDuplicates

/// What the score promises whatever its weights are.
@Suite struct ScoreModelTests {
  private let model = ScoreModel.wire

  /// A pair of which everything is middling.
  private var middling: PairEvidence {
    var evidence = PairEvidence()
    evidence.textShared = 0.3
    evidence.reportingShare = 0.2
    evidence.leadAnswered = 0.4
    evidence.orderKept = 0.3
    (evidence.factsToldAnew, evidence.rareWordsToldAnew) = (0.3, 0.2)
    (evidence.ownNames, evidence.ownNamesShare) = (20, 0.4)
    return evidence
  }

  private static let raising: [WritableKeyPath<PairEvidence, Double> & Sendable] = [
    \.textShared, \.firstSentenceShared, \.quotationsCutAlike, \.reportingShare, \.leadAnswered,
    \.orderKept, \.factsToldAnew, \.rareWordsToldAnew, \.creditedQuotations,
    \.reportingQuoted,
  ]
  private static let lowering: [WritableKeyPath<PairEvidence, Double> & Sendable] = [
    \.ownNames, \.ownNamesShare, \.ownQuotedWords, \.ownStretch, \.sharedRunLength,
    \.quotationVariants, \.statementQuoted, \.statementPrinted,
  ]

  @Test(arguments: raising, [0.0, 1])
  func moreEvidenceNeverLowersTheScore(
    measure: WritableKeyPath<PairEvidence, Double> & Sendable, sameHouse: Double
  ) {
    let scores = scores(raising: measure, sameHouse: sameHouse)
    #expect(scores == scores.sorted())
  }

  @Test(arguments: lowering, [0.0, 1])
  func whatSpeaksAgainstNeverRaisesTheScore(
    measure: WritableKeyPath<PairEvidence, Double> & Sendable, sameHouse: Double
  ) {
    let scores = scores(raising: measure, sameHouse: sameHouse)
    #expect(scores == scores.sorted(by: >))
  }

  private func scores(
    raising measure: WritableKeyPath<PairEvidence, Double>, sameHouse: Double
  ) -> [Double] {
    var evidence = middling
    evidence.sameHouse = sameHouse
    return (0..<6).map { _ in
      evidence[keyPath: measure] += 0.2
      return model.score(evidence)
    }
  }

  @Test func sharedQuotationsSpeakForAVersionAndAgainstARewrite() {
    let version = scores(raising: \.quotedWords, sameHouse: 1)
    #expect(version == version.sorted() && version[5] > version[0])
    let rewrite = scores(raising: \.quotedWords, sameHouse: 0)
    #expect(rewrite == rewrite.sorted(by: >) && rewrite[5] < rewrite[0])
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
    (copy.textShared, copy.reportingShare) = (0.9, 0.9)
    var rewrite = PairEvidence()
    (rewrite.orderKept, rewrite.factsToldAnew) = (0.7, 0.7)
    #expect(model.score(copy) > 0.95)
    #expect(model.isCopied(copy))
    #expect(model.score(rewrite) > 0.9)
    #expect(!model.isCopied(rewrite))
    #expect(model.score(PairEvidence()) < 0.05)
  }

  @Test func oneHouseIsJudgedByItsOwnExpert() {
    var evidence = PairEvidence()
    evidence.textShared = 0.35
    (evidence.factsToldAnew, evidence.rareWordsToldAnew) = (0.9, 0.3)
    evidence.orderKept = 0.8
    evidence.daysApart = 1
    #expect(model.score(evidence) > RelationRules.sameReport)
    evidence.sameHouse = 1
    #expect(model.score(evidence) < RelationRules.sameReport)
  }

  @Test func templatesAreNoSameReport() {
    var evidence = PairEvidence()
    (evidence.coverageLarger, evidence.textShared, evidence.reportingShare) = (1, 1, 1)
    (evidence.changedFigures, evidence.keptFigures, evidence.daysApart) = (5, 2, 1)
    #expect(model.score(evidence) < RelationRules.sameReport)
    #expect(model.explain(evidence).contains { $0.name == "figures changed in one form" })
    (evidence.changedFigures, evidence.isOfAnotherYear) = (0, true)
    #expect(model.score(evidence) >= RelationRules.sameReport, "a year mended within a day")
    evidence.daysApart = 300
    #expect(model.score(evidence) < RelationRules.sameReport)
    #expect(model.explain(evidence).contains { $0.name == "title of another year" })
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
