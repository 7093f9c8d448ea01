import Testing

@testable import DedupeIndex

@Suite struct GenerationScheduleTests {
  private let schedule = GenerationSchedule()

  @Test func generationsAreLearnedAtTheDocumentedNumbers() {
    #expect(
      (1...6).map { schedule.start(of: $0) } == [1_000, 4_000, 16_000, 48_000, 80_000, 112_000])
    #expect((1...5).map { schedule.end(of: $0) } == [1_250, 5_000, 18_048, 56_000, 88_000])
  }

  @Test func oneIsInForceBeforeTheNextIsLearned() {
    for generation in 1..<50 {
      #expect(schedule.end(of: generation) < schedule.start(of: generation + 1))
    }
  }
}
