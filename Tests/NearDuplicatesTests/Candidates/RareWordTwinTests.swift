import Testing

@testable import NearDuplicates

/// The third channel against a twin that looks at every two documents.
@Suite struct RareWordTwinTests {
  /// Documents that draw their words from a pool: some dated within two weeks, the others undated.
  private struct Drawn {
    var lists: RareWordLists
    var publications: [Publication]
    var digests: Digests
  }

  private let weights = Profile.empty.weights

  private func draw(_ random: inout SplitMix, undated: Int) -> Drawn {
    let pool = (0..<60).map { _ in
      Editing.word(&random) + Editing.word(&random) + Editing.word(&random)
    }
    let texts = (0..<70).map { _ in
      let count = Int.random(in: 0...30, using: &random)
      return pool.shuffled(using: &random).prefix(count).joined(separator: " the of ")
    }
    let days = (0..<70 - undated).map { _ in Int.random(in: 0...14, using: &random) }.sorted()
    let publications = texts.indices.map { document in
      Publication(
        day: document < days.count ? days[document] : nil,
        house: Bool.random(using: &random) ? Int.random(in: 0..<4, using: &random) : nil)
    }
    let digests = Digests(of: texts)
    return Drawn(
      lists: RareWordLists(of: 0..<texts.count, digests, weights), publications: publications,
      digests: digests)
  }

  private func naive(_ drawn: Drawn) -> [RareWordIndex.RarePair] {
    let lists = drawn.publications.indices.map { document in
      drawn.lists.words[drawn.lists.starts[document]..<drawn.lists.starts[document + 1]]
    }
    var undated: [UInt32: Int] = [:]
    for (list, publication) in zip(lists, drawn.publications) where publication.day == nil {
      for rare in list { undated[rare.word, default: 0] += 1 }
    }
    var pairs: [RareWordIndex.RarePair] = []
    for a in lists.indices {
      var close: [(share: Float, document: Int, words: Int)] = []
      for b in lists.indices where b > a {
        let (one, other) = (drawn.publications[a], drawn.publications[b])
        if one.house != nil, one.house == other.house { continue }
        let shared = lists[a].filter { rare in
          guard lists[b].contains(where: { $0.word == rare.word }) else { return false }
          if let first = one.day, let second = other.day { return second - first <= 3 }
          return one.day == nil || undated[rare.word, default: 0] <= 16
        }
        let weight = shared.reduce(Float(0)) { $0 + $1.weight }
        let poorer = min(drawn.lists.totals[a], drawn.lists.totals[b])
        guard shared.count >= 8, weight >= 0.26 * poorer else { continue }
        close.append((weight / poorer, b, shared.count))
      }
      close.sort { ($0.share, $1.document) > ($1.share, $0.document) }
      pairs += close.prefix(8).map {
        RareWordIndex.RarePair(
          pair: PairKey(UInt32(a), UInt32($0.document)), words: UInt16($0.words), share: $0.share)
      }
    }
    return pairs.sorted { $0.pair < $1.pair }
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func `finds the same pairs with the same shares`(seed: UInt64) async {
    var random = SplitMix(seed: seed)
    let drawn = draw(&random, undated: [0, 5, 40, 70][Int(seed % 4)])
    let (index, _) = await RareWordIndex.index(
      drawn.digests, weights: weights, publications: drawn.publications, tasks: 3,
      documentsAtATime: 16, beside: {})
    let expected = naive(drawn)
    #expect(index.pairs(from: 0..<70) == expected, "seed \(seed)")
    #expect(!expected.isEmpty, "seed \(seed) draws nothing")
  }
}
