import Testing

@testable import DedupeEvaluation

@Suite struct CountsTests {
  @Test func dividesByWhatWasFoundAndByWhatIsTrue() {
    let counts = Counts(truePositives: 3, falsePositives: 1, falseNegatives: 2)
    #expect(counts.precision == 0.75)
    #expect(counts.recall == 0.6)
    #expect(abs(counts.f1 - 2 * 0.75 * 0.6 / (0.75 + 0.6)) < 1e-15)
  }

  @Test func findsNoFaultWhereNothingWasDoneWrong() {
    let nothing = Counts(truePositives: 0, falsePositives: 0, falseNegatives: 0)
    #expect(nothing.precision == 1 && nothing.recall == 1 && nothing.f1 == 1)
    let silent = Counts(truePositives: 0, falsePositives: 0, falseNegatives: 4)
    #expect(silent.precision == 1 && silent.recall == 0 && silent.f1 == 0)
  }
}
