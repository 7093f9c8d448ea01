import NearDuplicates
import Testing

struct WinnowerTests {
  /// A text of random words, `vocabulary` of them, as tokens.
  private func text(_ count: Int, vocabulary: Int, _ random: inout SplitMix) -> [String] {
    (0..<count).map { _ in "w\(Int.random(in: 0..<vocabulary, using: &random))" }
  }

  private func tokens(_ words: [String]) -> TokenList {
    var tokenizer = Tokenizer()
    var list = TokenList()
    tokenizer.tokenize(words.joined(separator: " "), into: &list)
    return list
  }

  private func fingerprints(_ words: [String], _ kernels: Kernels = .best) -> [Fingerprint] {
    var winnower = Winnower(kernels: kernels)
    var fingerprints = [Fingerprint(hash: 1, position: 1)]
    winnower.fingerprints(of: tokens(words), into: &fingerprints)
    return fingerprints
  }

  /// The picks by definition: of every window the rightmost least, each once.
  private func twin(_ words: [String]) -> [Fingerprint] {
    var shingles: [UInt64] = []
    guard words.count >= 8 else { return [] }
    ShingleHasher(size: 8).hashes(of: tokens(words), into: &shingles)
    var picks: Set<Int> = []
    for start in 0..<max(1, shingles.count - 4) {
      let window = Array((start..<min(start + 5, shingles.count)).reversed())
      picks.insert(window.min { shingles[$0] >> 32 < shingles[$1] >> 32 } ?? 0)
    }
    return picks.sorted().map { Fingerprint(hash: shingles[$0], position: UInt32($0)) }
  }

  @Test(arguments: Kernels.available, 0..<30 as Range<UInt64>)
  func `agrees with its twin`(kernels: Kernels, seed: UInt64) {
    var random = SplitMix(seed: seed)
    for vocabulary in [1, 2, 3, 1000] {
      let words = text(Int.random(in: 0..<300, using: &random), vocabulary: vocabulary, &random)
      #expect(fingerprints(words, kernels) == twin(words), "seed \(seed)")
    }
  }

  @Test(arguments: Kernels.available)
  func `agrees with its twin on every short length`(kernels: Kernels) {
    var random = SplitMix(seed: 99)
    for count in 0...40 {
      for vocabulary in [1, 2, 1000] {
        let words = text(count, vocabulary: vocabulary, &random)
        #expect(fingerprints(words, kernels) == twin(words))
        #expect(fingerprints(words).isEmpty == (count < 8))
        if (8...11).contains(count) { #expect(fingerprints(words).count == 1) }
      }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `a run of twelve words has a fingerprint at one place in both texts`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let vocabulary = seed.isMultiple(of: 2) ? 10_000 : 3
    let run = text(Winnower().guarantee, vocabulary: vocabulary, &random)
    var texts: [(words: [String], place: Int)] = []
    for _ in 0..<2 {
      let place = Int.random(in: 0..<60, using: &random)
      let before = text(place, vocabulary: vocabulary, &random)
      let after = text(Int.random(in: 0..<60, using: &random), vocabulary: vocabulary, &random)
      texts.append((before + run + after, place))
    }
    let found = texts.map { text in
      Set(fingerprints(text.words).map { "\($0.hash) at \(Int($0.position) - text.place)" })
    }
    #expect(!found[0].isDisjoint(with: found[1]), "seed \(seed)")
    #expect(run.count == 12)
  }

  @Test func `keeps one shingle in three`() {
    var random = SplitMix(seed: 5)
    let words = text(30_000, vocabulary: 100_000, &random)
    let share = Double(fingerprints(words).count) / 29_993
    #expect(abs(share - 1 / 3) < 0.01)
  }
}
