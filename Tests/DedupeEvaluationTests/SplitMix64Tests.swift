import Testing

@testable import DedupeEvaluation

@Suite struct SplitMix64Tests {
  /// The sequence for seed 1234567 that implementations of this generator agree on.
  @Test func givesTheKnownSequence() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<5).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func drawsEveryNumberBelowABoundAboutEquallyOften() {
    var generator = SplitMix64(seed: 7)
    var counts = [Int](repeating: 0, count: 6)
    for _ in 0..<60_000 { counts[generator.next(below: 6)] += 1 }
    // Five standard deviations of a count of 10,000.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 460 })
  }
}
