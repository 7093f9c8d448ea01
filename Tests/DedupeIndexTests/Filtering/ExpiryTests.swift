import Testing

@testable import DedupeIndex

@Suite struct ExpiryTests {
  @Test func withoutAWindowNothingExpires() {
    var expiry = Expiry(windowDays: nil, newest: 86_400 * 100)
    expiry.add(86_400 * 200)
    #expect(expiry.floor == nil)
    #expect(expiry.due() == nil)
  }

  @Test func theFloorFollowsTheLatestDay() {
    var expiry = Expiry(windowDays: 3, newest: nil)
    #expect(expiry.floor == nil)
    expiry.add(86_400 * 10 + 5)
    #expect(expiry.floor == Int64(604_800))
    expiry.add(86_400 * 2)
    #expect(expiry.floor == Int64(604_800))
    expiry.add(86_400 * 11)
    #expect(expiry.floor == Int64(691_200))
  }

  @Test func eachDayIsSweptOnce() {
    var expiry = Expiry(windowDays: 3, newest: 86_400 * 10)
    #expect(expiry.due() == Int64(604_800))
    #expect(expiry.due() == nil)
    expiry.add(86_400 * 10 + 60)
    #expect(expiry.due() == nil)
    expiry.add(86_400 * 11)
    #expect(expiry.due() == Int64(691_200))
  }
}
