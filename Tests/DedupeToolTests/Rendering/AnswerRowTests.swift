import NearDuplicates
import Testing

@testable import dedupe

@Suite struct AnswerRowTests {
  private func link(_ a: Int, _ b: Int, words: Int = 10, whole: Bool = false) -> ParagraphLink {
    let share = whole ? 1 : 0.5
    return ParagraphLink(
      a: a, b: b, sharedWords: words, shareOfA: share, shareOfB: share, certainty: 0.9)
  }

  @Test func gathersParagraphsThatAreTheSame() {
    let links = [
      link(0, 1, whole: true), link(1, 2, whole: true), link(2, 3), link(3, 5, whole: true),
    ]
    #expect(
      AnswerRow.rows(of: links) == [
        .same(earlier: 0...1, later: 1...2, words: 20), .answer(earlier: 2, links: [links[2]]),
        .same(earlier: 3...3, later: 5...5, words: 10),
      ])
  }

  @Test func putsAllAnswersToAParagraphInOneRow() {
    let links = [link(0, 1), link(0, 4), link(2, 2)]
    #expect(
      AnswerRow.rows(of: links) == [
        .answer(earlier: 0, links: [links[0], links[1]]), .answer(earlier: 2, links: [links[2]]),
      ])
  }

  @Test func keepsTheRowsThatShareMostInTheirOrder() {
    let rows = AnswerRow.rows(of: [
      link(0, 0, words: 5), link(1, 1, words: 1), link(2, 2, words: 9),
    ])
    #expect(AnswerRow.most(2, of: rows) == [rows[0], rows[2]])
    #expect(AnswerRow.most(3, of: rows) == rows)
  }

  @Test func equalParagraphsDoNotCrowdOutTheDifferences() {
    let rows = AnswerRow.rows(of: [
      link(0, 0, words: 5, whole: true), link(1, 1), link(2, 2, words: 9, whole: true),
    ])
    #expect(AnswerRow.most(1, of: rows) == [rows[1], rows[2]])
  }
}
