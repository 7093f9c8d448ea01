import NearDuplicates
import Testing

@Suite struct TimestampTests {
  @Test func everyDayFollowsTheOneBefore() {
    // The years around 1900, 2000 and 2100, of which only 2000 is a leap year.
    var next = -27_028
    for year in 1896...2104 {
      let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (month, length) in zip(1..., lengths) {
        let days = (1...length).map { Timestamp(year: year, month: month, day: $0) }
        #expect(days.map { $0?.day } == (next..<next + length).map { $0 }, "\(year)-\(month)")
        #expect(days.allSatisfy { $0?.calendarDate.month == month }, "\(year)-\(month)")
        #expect(days.map { $0?.calendarDate.day } == (1...length).map { $0 })
        #expect(Timestamp(year: year, month: month, day: length + 1) == nil)
        next += length
      }
    }
    #expect(Timestamp(year: 1970, month: 1, day: 1)?.seconds == 0)
  }

  @Test(arguments: [
    (0, 0), (86_399, 0), (86_400, 1), (-1, -1), (-86_400, -1), (-86_401, -2),
    (253_402_300_799, 2_932_896),
  ])
  func daysBeginAtMidnight(seconds: Int64, day: Int) {
    #expect(Timestamp(seconds: seconds).day == day)
  }

  @Test func aBareDayComesBeforeItsMidnight() throws {
    let day = try #require(Timestamp(year: 2025, month: 2, day: 17))
    let midnight = Timestamp(seconds: day.seconds)
    #expect(day < midnight)
    #expect(!(midnight < day))
    #expect([day, midnight].map(\.description) == ["2025-02-17", "2025-02-17T00:00:00Z"])
    #expect(Timestamp(seconds: -1).description == "1969-12-31T23:59:59Z")
  }

  @Test func unknownDatesComeLast() {
    let dates = [Timestamp(seconds: 1), Timestamp(seconds: 2), nil]
    for (place, one) in dates.enumerated() {
      for (otherPlace, other) in dates.enumerated() {
        #expect(one.precedes(other) == (place == otherPlace ? nil : place < otherPlace))
      }
    }
  }
}
