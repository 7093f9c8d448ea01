import Testing

@testable import DedupeIndex
@testable import dedupe

struct KeepRuleArgumentTests {
  @Test func isReadFromWords() {
    #expect(KeepRule(argument: "longest") == .longest)
    #expect(KeepRule(argument: "source:Reuters, AP") == .sources(["Reuters", "AP"]))
    #expect(KeepRule(argument: "source:") == nil)
    #expect(KeepRule(argument: "newest") == nil)
  }
}
