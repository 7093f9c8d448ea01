import Testing

@testable import NearDuplicates

/// The rarest words against a twin that asks for every word's weight.
@Suite struct RareWordFinderTests {
  private func weights(_ random: inout SplitMix) -> WordWeights {
    var table = FrequencyTable()
    for word in 1...400 as ClosedRange<UInt64> {
      table.set(word, to: UInt32.random(in: 1...900, using: &random))
    }
    return WordWeights(table, sampled: 1000)
  }

  private func naive(_ tokens: [UInt32], _ weights: WordWeights, most: Int) -> [UInt64] {
    let isCovered = weights.covers(tokens[...])
    let least = weights.tellingWeight(isCovered: isCovered)
    let ranks = Set(tokens).compactMap { token -> UInt64? in
      // What looks like a common word by its low 18 bits is passed over in covered texts.
      if isCovered, weights.withCommonBits({ $0.contains(token) }) { return nil }
      let weight =
        isCovered
        ? weights.coveredWeight(of: token) : weights.uncoveredWeight(of: token, letters: 8)
      return weight >= least ? UInt64(weight.bitPattern) << 32 | UInt64(token) : nil
    }
    return Array(ranks.sorted(by: >).prefix(most))
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `finds the heaviest distinct words, covered or not`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let weights = weights(&random)
    var finder = RareWordFinder(weights)
    let listed = ["the", "of", "and", "in", "to"].map { Tokenizer.word($0) }
    for length in [0, 1, 5, 60, 700] {
      let isCovered = Bool.random(using: &random)
      let tokens = (0..<length).map { _ in
        isCovered && Int.random(in: 0..<2, using: &random) == 0
          ? listed.randomElement(using: &random) ?? 0 : UInt32.random(in: 1...600, using: &random)
      }
      var found: [UInt64] = []
      finder.forEachRarest(of: tokens, most: 50) {
        found.append(UInt64($0.weight.bitPattern) << 32 | UInt64($0.word))
      }
      #expect(found == naive(tokens, weights, most: 50), "seed \(seed), \(length) words")
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `tasks make no difference to the index`(seed: UInt64) async {
    var planted = PlantedRuns(seed: seed, documents: 24)
    let digests = Digests(of: planted.texts())
    let publications = (0..<24).map { Publication(day: $0 < 20 ? $0 / 3 : nil) }
    let weights = Profile.empty.weights
    let (whole, _) = await RareWordIndex.index(
      digests, weights: weights, publications: publications, tasks: 1, beside: {})
    let (tasks, _) = await RareWordIndex.index(
      digests, weights: weights, publications: publications, tasks: 3, documentsAtATime: 5,
      beside: {})
    #expect(whole.pairs(from: 0..<24) == tasks.pairs(from: 0..<24), "seed \(seed)")
  }
}
