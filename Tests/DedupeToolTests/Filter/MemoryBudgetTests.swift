import Testing

@testable import DedupeIndex
@testable import dedupe

struct MemoryBudgetTests {
  @Test(arguments: [
    ("256M", 256 << 20), ("2G", 2 << 30), ("2GiB", 2 << 30), ("100000000", 100_000_000),
    ("128mb", 128 << 20), ("1024k", 1 << 20),
  ])
  func isReadWithItsUnit(word: String, bytes: Int) {
    #expect(MemoryBudget(argument: word)?.bytes == bytes)
  }

  @Test(arguments: ["", "M", "12X", "-1G", "1.5G", "99999999999G", "many"])
  func refusesOtherWords(word: String) {
    #expect(MemoryBudget(argument: word) == nil)
  }

  @Test func leavesRoomForWhatItDoesNotBound() {
    for bytes in [96 << 20, 320 << 20, 4 << 30] {
      let budget = MemoryBudget(bytes: bytes)
      #expect(2 * budget.unwritten + budget.readings < bytes)
    }
  }
}
