import Testing

@testable import NearDuplicates

struct CountingTests {
  @Test func `what is true counts as one`() {
    #expect([true, false, true, true].reduce(0) { $0 + $1.count } == 3)
    #expect((0..<1000).reduce(0) { $0 + ($1 % 7 == 3).count } == 143)
  }

  @Test func `what counts is gathered as a filter would`() {
    for range in [0..<0, 0..<1, 3..<200] {
      let gathered = range.gathered { ($0 % 7 == 3).count }
      #expect(gathered == range.filter { $0 % 7 == 3 })
    }
  }
}
