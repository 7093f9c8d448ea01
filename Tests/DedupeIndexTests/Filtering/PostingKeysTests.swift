import Testing

@testable import DedupeIndex

@Suite struct PostingKeysTests {
  @Test func weeksHaveSevenDaysOnBothSidesOfTheEpoch() {
    #expect((-7..<0).map { PostingKeys.week(of: $0) } == [Int](repeating: -1, count: 7))
    #expect((0..<7).map { PostingKeys.week(of: $0) } == [Int](repeating: 0, count: 7))
    #expect(PostingKeys.week(of: -8) == -2)
  }

  @Test(arguments: -20..<20) func sevenDaysLieInAtMostTwoWeeks(day: Int) {
    let weeks = PostingKeys.weeks(around: day, reach: 3)
    #expect(weeks.count <= 2)
    for other in (day - 3)...(day + 3) { #expect(weeks.contains(PostingKeys.week(of: other))) }
  }

  @Test func wordsOfDifferentWeeksHaveDifferentKeys() {
    let keys = (0..<100).flatMap { word in
      (-2..<3).map { PostingKeys.word(UInt32(word), week: $0) }
    }
    #expect(Set(keys).count == 500)
  }

  @Test func bandsWithEqualSlotsHaveDifferentKeys() {
    let slots = [UInt32](repeating: 7, count: 8)
    let keys = slots.withUnsafeBufferPointer { slots in
      (0..<4).map { PostingKeys.band($0, slots, rows: 2) }
    }
    #expect(Set(keys).count == 4)
  }
}
