import Testing

@testable import DedupeEvaluation

@Suite struct BootstrapTests {
  private func mean(of values: [Double]) -> ([Int]) -> Double {
    { drawn in drawn.reduce(0) { $0 + values[$1] } / Double(drawn.count) }
  }

  @Test func isTheSameForEqualSeedsOnly() {
    let values = (0..<50).map(Double.init)
    let one = Bootstrap(seed: 5).interval(items: 50, of: mean(of: values))
    #expect(one == Bootstrap(seed: 5).interval(items: 50, of: mean(of: values)))
    #expect(one != Bootstrap(seed: 6).interval(items: 50, of: mean(of: values)))
  }

  @Test func isAPointWhereEveryItemIsEqual() {
    let interval = Bootstrap(resamples: 37, confidence: 0.9).interval(items: 9) { _ in 0.1 }
    #expect(interval == 0.1...0.1)
    #expect(Bootstrap().interval(items: 0) { _ in 1 } == nil)
  }

  /// Of 100 samples of a fair coin, the interval of 90 % should hold the truth in about 90: no less
  /// than 80, four standard deviations away with room for the error of the percentile form.
  @Test func holdsTheTruthAboutAsOftenAsItSays() {
    var generator = SplitMix64(seed: 11)
    let held = (0..<100).count { sample in
      let values = (0..<80).map { _ in Double(generator.next(below: 2)) }
      return Bootstrap(resamples: 200, confidence: 0.9, seed: UInt64(sample))
        .interval(items: 80, of: mean(of: values))?.contains(0.5) ?? false
    }
    #expect((80...99).contains(held))
  }

  @Test func interpolatesBetweenNeighbours() {
    #expect(Bootstrap.quantile(0, of: [1, 2, 4]) == 1)
    #expect(Bootstrap.quantile(0.25, of: [1, 2, 4]) == 1.5)
    #expect(Bootstrap.quantile(0.75, of: [1, 2, 4]) == 3)
    #expect(Bootstrap.quantile(1, of: [1, 2, 4]) == 4)
  }
}
