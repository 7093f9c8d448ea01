import Testing

@testable import NearDuplicates

/// Which sentence answers which, and in what order.
@Suite struct SentenceMatchingTests {
  private func matching(_ a: String, _ b: String) -> SentenceMatching {
    var reader = TextReader(profile: .empty)
    let (first, second) = (reader.read(a), reader.read(b))
    var tiling = Tiling()
    return SentenceMatching(
      first, second, TellingWords(first), TellingWords(second),
      Alignment(first, second, tiling: &tiling))
  }

  private let facts = [
    "Inspectors found cracked pillars beneath Ellery harbour.",
    "Winnow demanded expensive repairs before winter.",
    "Fishermen protested against higher berthing charges.",
    "Engineers propose dismantling the lighthouse quickly.",
    "Councillors postponed their decision until September.",
  ]
  private let retold = [
    "Beneath the harbour pillars had cracked, inspectors told Ellery.",
    "Before the winter expensive repairs are due, Winnow demands.",
    "Higher charges for berthing made fishermen protest.",
    "A quick dismantling of the lighthouse is what engineers propose.",
    "Not until September will councillors reach the postponed decision.",
  ]

  private func text(_ sentences: [String], _ order: [Int]) -> String {
    order.map { sentences[$0] }.joined(separator: " ")
  }

  @Test func eachSentenceFindsItsAnswerWhereverItStands() {
    let order = [3, 0, 4, 1, 2]
    let matching = matching(text(facts, [0, 1, 2, 3, 4]), text(retold, order))
    #expect(matching.answersToA.map(\.sentence) == [1, 3, 4, 0, 2])
    #expect(matching.answersToB.map(\.sentence) == order)
    #expect(matching.answersToA.allSatisfy { $0.similarity > 0.3 && $0.similarity <= 1.001 })
  }

  @Test func orderIsWholeWhereKeptAndNothingWhereReversed() {
    let kept = matching(text(facts, [0, 1, 2, 3, 4]), text(retold, [0, 1, 2, 3, 4]))
    let reversed = matching(text(facts, [0, 1, 2, 3, 4]), text(retold, [4, 3, 2, 1, 0]))
    // Five answers of about one weight are taken for 5 / (5 + 4) of a sure order.
    #expect(abs(kept.orderOfAnswersToA - 5.0 / 9) < 0.05)
    #expect(reversed.orderOfAnswersToA < 0.05)
  }

  @Test func oneAnswerKeepsNoOrder() {
    let answer = SentenceMatching.Answer(sentence: 3, similarity: 0.8, common: 9)
    #expect(SentenceMatching.orderBeyondChance([answer]) == 0)
    #expect(SentenceMatching.orderBeyondChance([]) == 0)
  }

  @Test func randomOrderIsChance() {
    var random = SplitMix(seed: 11)
    var sum = 0.0
    for _ in 0..<200 {
      let answers = (0..<30).map { _ in
        SentenceMatching.Answer(
          sentence: Int(random.next() % 1000), similarity: 0.5, common: 1)
      }
      sum += SentenceMatching.orderBeyondChance(answers)
    }
    #expect(sum / 200 < 0.06)
  }

  @Test func quotationsAreNoAnswers() {
    let quoted = "\"" + facts[0] + "\" said Ash."
    #expect(matching(facts[0] + " " + facts[1], quoted).answersToA.allSatisfy { $0.sentence < 0 })
  }
}
