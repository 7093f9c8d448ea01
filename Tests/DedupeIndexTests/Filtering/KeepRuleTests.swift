import NearDuplicates
import Testing

@testable import DedupeIndex

@Suite struct KeepRuleTests {
  private func copy(day: Int? = nil, words: Int = 100, source: String? = nil) -> KeepRule.Copy {
    KeepRule.Copy(
      date: day.map { Timestamp(seconds: Int64($0) * 86_400) }, wordCount: words, source: source)
  }

  @Test func theFirstIsNeverSuperseded() {
    #expect(
      !KeepRule.first.prefers(copy(day: 1, words: 900, source: "a"), to: copy(day: 2, words: 5)))
  }

  @Test func anEarlierDateIsBetterAndNoDateWorst() {
    #expect(KeepRule.earliest.prefers(copy(day: 1), to: copy(day: 2)))
    #expect(KeepRule.earliest.prefers(copy(day: 1), to: copy()))
    #expect(!KeepRule.earliest.prefers(copy(day: 2), to: copy(day: 2)))
    #expect(!KeepRule.earliest.prefers(copy(), to: copy(day: 2)))
    #expect(!KeepRule.earliest.prefers(copy(), to: copy()))
  }

  @Test func moreWordsAreBetter() {
    #expect(KeepRule.longest.prefers(copy(words: 101), to: copy(words: 100)))
    #expect(!KeepRule.longest.prefers(copy(words: 100), to: copy(words: 100)))
  }

  @Test func theSourceThatIsNamedFirstIsBest() {
    let rule = KeepRule.sources(["Reuters", "AP"])
    #expect(rule.prefers(copy(source: "reuters"), to: copy(source: "AP")))
    #expect(rule.prefers(copy(source: "AP"), to: copy(source: "Elsewhere")))
    #expect(rule.prefers(copy(source: "AP"), to: copy()))
    #expect(!rule.prefers(copy(source: "AP"), to: copy(source: "Reuters")))
    #expect(!rule.prefers(copy(source: "Here"), to: copy(source: "There")))
  }
}
