import DedupeEvaluation
import NearDuplicates
import Testing

@testable import dedupe

@Suite struct LabellingSampleTests {
  private static func match(_ a: Int, _ b: Int, _ score: Double) -> Match {
    Match(a: a, b: b, relation: .partial, score: score, measures: Measures(), passages: [])
  }

  private static let matches = [
    match(0, 1, 0.5), match(0, 2, 0.51), match(0, 3, 0.49), match(4, 5, 0.7), match(6, 7, 0.1),
  ]

  private func sample(_ count: Int, without known: Set<DocumentPair> = []) -> [[Int]] {
    LabellingSample(count, near: 0.5, of: Self.matches, without: known).matches
      .map { [$0.a, $0.b] }
  }

  @Test func takesEachArticleOnceBeforeAnyTwice() {
    #expect(sample(1) == [[0, 1]])
    #expect(sample(2) == [[0, 1], [4, 5]])
    #expect(sample(3) == [[0, 1], [4, 5], [6, 7]])
    #expect(sample(4) == [[0, 1], [0, 2], [4, 5], [6, 7]], "then the nearest of the rest")
    #expect(sample(9).count == 5)
  }

  @Test func leavesOutWhatHasALabel() {
    #expect(sample(1, without: [DocumentPair(1, 0)]) == [[0, 2]])
  }
}
