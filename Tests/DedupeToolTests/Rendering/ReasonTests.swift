@testable import NearDuplicates
import Testing

@testable import dedupe

@Suite struct ReasonTests {
  private func pair(_ change: (inout Comparison) -> Void) -> MarkedPair {
    var comparison = Samples.comparison
    change(&comparison)
    return MarkedPair(Samples.earlier, Samples.later, comparison: comparison)
  }

  @Test func saysWhatIsTheSameAndWhatTheScoreRestsOn() {
    let sentences = Reason(pair: Samples.pair).sentences
    #expect(
      sentences == "the same report in other words. Word for word the same: 2 passages, 15 of the "
        + "16 words of the shorter text (7 of them quoted), the longest run 7 words. All paragraphs "
        + "of the shorter text say what the other says. For one report: both begin with the same "
        + "news. Against one report: share that is quoted (0.47).")
  }

  @Test func equalTextsNeedNoWeighing() {
    let reason = Reason(pair: pair { $0.relation = .identical })
    #expect(reason.sentences.hasPrefix("the same text. Word for word the same: 2 passages, "))
    #expect(!reason.sentences.contains("one report"))
  }

  @Test func loneArticlesAreToldWhatSpeaksAgainstThem() {
    let reason = Reason(
      pair: pair {
        $0.relation = nil
        $0.measures = Measures()
        $0.evidence = [Evidence(name: "days apart beyond two", value: 3, effect: -0.01)]
      })
    #expect(
      reason.sentencesApart == "they share too little to be related. No passage is the same word "
        + "for word. Against one report: they were published days apart.")
  }

  @Test func toBeOfOneDayProvesNothing() {
    let piece = Evidence(name: "days apart beyond two", value: 0, effect: 2)
    #expect(piece.phrase == nil)
    #expect(!Reason(pair: pair { $0.evidence = [piece] }).sentences.contains("For one report"))
  }

  @Test(arguments: [(0.5, false), (0.2, true)])
  func onlySharedQuotationsCanBeCutApart(value: Double, isSaid: Bool) {
    let piece = Evidence(name: "quotations cut alike", value: value, effect: -0.4)
    #expect((piece.phrase != nil) == isSaid)
  }

  @Test(arguments: PairEvidence.measures.map(\.name))
  func everyMeasureHasWords(name: String) {
    for effect in [-1.0, 1.0] {
      #expect(Evidence(name: name, value: 0.5, effect: effect).phrase != "\(name) (0.50)")
    }
  }
}
