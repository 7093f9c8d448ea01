import Testing

@testable import NearDuplicates

/// Which name a pair gets.
@Suite struct RelationRulesTests {
  private func words(_ narrative: Int, _ quoted: Int, _ boilerplate: Int) -> SharedWords {
    SharedWords(
      Array(repeating: .narrative, count: narrative) + Array(repeating: .quotation, count: quoted)
        + Array(repeating: .boilerplate, count: boilerplate) + [nil])
  }

  private func relation(
    score: Double, words: SharedWords? = nil, _ change: (inout PairEvidence) -> Void = { _ in }
  ) -> Relation? {
    var evidence = PairEvidence()
    change(&evidence)
    return RelationRules.relation(
      of: evidence, score: score, words: words ?? self.words(100, 0, 0))
  }

  @Test func sharedTextNamesCopies() {
    #expect(
      relation(score: 0.9) { ($0.coverageLarger, $0.coverageSmaller) = (0.9, 0.7) } == .reprint)
    #expect(
      relation(score: 0.9) { ($0.coverageLarger, $0.coverageSmaller) = (0.9, 0.2) } == .excerpt)
    #expect(
      relation(score: 0.5) { ($0.coverageLarger, $0.coverageSmaller) = (0.2, 0.1) } == .rewrite)
  }

  @Test func aHouseEditsItsTextForDays() {
    func version(_ days: Double, covered: Double) -> Relation? {
      relation(score: 0.9) {
        ($0.sameHouse, $0.daysApart, $0.coverageLarger) = (1, days, covered)
      }
    }
    #expect(version(1, covered: 0.6) == .version)
    #expect(version(4, covered: 0.6) == .excerpt)
    #expect(version(1, covered: 0.1) == .rewrite)
  }

  @Test func changedFiguresMakeATemplate() {
    func filled(_ changed: Double, kept: Double, days: Double) -> Relation? {
      relation(score: 0.9) {
        ($0.changedFigures, $0.keptFigures, $0.daysApart) = (changed, kept, days)
        ($0.coverageLarger, $0.coverageSmaller) = (0.9, 0.9)
      }
    }
    #expect(filled(4, kept: 6, days: 1) == .template)
    #expect(filled(4, kept: 6, days: 0) == .reprint, "a correction of the same day")
    #expect(filled(4, kept: 20, days: 1) == .reprint, "an updated toll")
    #expect(filled(2, kept: 0, days: 1) == .reprint)
  }

  @Test func belowOneHalfTheKindOfTheWordsDecides() {
    #expect(relation(score: 0.4, words: words(30, 10, 0)) == .partial)
    #expect(relation(score: 0.4, words: words(30, 60, 0)) == .quotes)
    #expect(relation(score: 0.4, words: words(0, 20, 0)) == .quotes)
    #expect(relation(score: 0.4, words: words(10, 10, 40)) == .boilerplate)
    #expect(relation(score: 0.4, words: words(9, 0, 0)) == nil)
    #expect(relation(score: 0.4, words: words(3, 3, 1)) == nil)
  }
}
