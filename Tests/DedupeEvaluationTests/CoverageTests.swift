import Testing

@testable import DedupeEvaluation

@Suite struct CoverageTests {
  @Test func tellsFoundFromMissed() {
    let expected = [DocumentPair(0, 1), DocumentPair(2, 1), DocumentPair(5, 6)]
    let coverage = Coverage(of: expected, by: [DocumentPair(1, 2), DocumentPair(8, 9)])
    #expect(coverage.found == [DocumentPair(1, 2)])
    #expect(coverage.missed == [DocumentPair(0, 1), DocumentPair(5, 6)])
    #expect(coverage.recall == 1 / 3.0)
  }

  @Test func missesNothingWhereNothingWasExpected() {
    #expect(Coverage(of: [], by: []).recall == 1)
  }
}
