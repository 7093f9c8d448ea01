import Testing

@testable import DedupeIndex
@testable import dedupe

struct DurabilityTests {
  @Test(arguments: [
    ("record", Durability.record), ("batch", .batch(records: 1_000, seconds: 1)),
    ("batch:50", .batch(records: 50, seconds: 1)),
    ("batch:2.5s", .batch(records: .max, seconds: 2.5)),
  ])
  func isReadFromWords(word: String, durability: Durability) {
    #expect(Durability(argument: word) == durability)
  }

  @Test(arguments: [
    "", "records", "record:1", "batch:", "batch:0", "batch:-1s", "batch:s", "b:1:2",
  ])
  func refusesOtherWords(word: String) {
    #expect(Durability(argument: word) == nil)
  }
}
