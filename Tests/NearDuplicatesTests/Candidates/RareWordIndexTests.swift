import Testing

@testable import NearDuplicates

struct RareWordIndexTests {
  private func pairs(_ texts: [String], days: [Int?]) async -> [PairKey] {
    let digests = Digests(of: texts)
    let publications = days.map { Publication(day: $0) }
    let (index, _) = await RareWordIndex.index(
      digests, weights: Profile.empty.weights, publications: publications, tasks: 1, beside: {})
    let whole = index.pairs(from: 0..<texts.count)
    let halves = [0..<texts.count / 2, texts.count / 2..<texts.count]
    #expect(halves.flatMap { index.pairs(from: $0) } == whole)
    #expect(whole.allSatisfy { $0.words >= 8 && $0.share >= 0.26 && $0.share <= 1.0001 })
    return whole.map(\.pair)
  }

  /// Texts with the same rare words, in orders of their own: no run of words in common.
  private func rewrites(_ count: Int, words: Int = 12, seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let rare = (0..<words).map { _ in
      Editing.word(&random) + Editing.word(&random) + Editing.word(&random)
    }
    return (0..<count).map { _ in
      rare.shuffled(using: &random).joined(separator: " and the ") + " of that"
    }
  }

  @Test func `finds texts that share rare words in any order`() async {
    var random = SplitMix(seed: 1)
    let texts = rewrites(2, seed: 1) + [Editing.unrelated(words: 40, &random)]
    #expect(await pairs(texts, days: [7, 7, 7]) == [PairKey(0, 1)])
  }

  @Test func `eight shared words are enough, seven are not`() async {
    #expect(await pairs(rewrites(2, words: 8, seed: 2), days: [1, 1]) == [PairKey(0, 1)])
    #expect(await pairs(rewrites(2, words: 7, seed: 2), days: [1, 1]).isEmpty)
  }

  @Test func `looks three days ahead`() async {
    let texts = rewrites(4, seed: 3)
    #expect(
      await pairs(texts, days: [0, 3, 6, 10]) == [PairKey(0, 1), PairKey(1, 2)])
  }

  @Test func `undated documents are near to all`() async {
    let texts = rewrites(4, seed: 4)
    #expect(
      await Set(pairs(texts, days: [0, 50, nil, nil])) == [
        PairKey(0, 2), PairKey(0, 3), PairKey(1, 2), PairKey(1, 3), PairKey(2, 3),
      ])
  }

  @Test func `an event of many reports proposes a few others for each`() async {
    let found = await pairs(rewrites(60, seed: 5), days: [Int?](repeating: 5, count: 60))
    #expect(found.count <= 60 * 8)
    #expect(Set(found.flatMap { [$0.a, $0.b] }).count == 60)
  }

  @Test func `common words pair nothing`() async {
    let text = "the president said that the government would go on with it for the people now"
    #expect(await pairs([text, text, "", "…"], days: [1, 1, 1, 1]).isEmpty)
  }

  @Test func `leaves documents of one house to the other channels`() async {
    let digests = Digests(of: rewrites(3, seed: 9))
    let publications = [1, 1, 2].map { Publication(day: 4, house: $0) }
    let (index, _) = await RareWordIndex.index(
      digests, weights: Profile.empty.weights, publications: publications, tasks: 1, beside: {})
    #expect(index.pairs(from: 0..<3).map(\.pair) == [PairKey(0, 2), PairKey(1, 2)])
  }
}
