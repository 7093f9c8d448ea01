import Testing

@testable import NearDuplicates

struct CandidateFinderTests {
  private func finder(
    _ digests: Digests, cap: Int, bandPairs: [PairKey] = [], profile: Profile = .empty
  ) -> CandidateFinder {
    let passages = PassageLinks(
      PassageIndex(digests, cap: cap), profile: profile,
      neighbours: Neighbours(digests.sketches, cap: cap), documents: digests.count)
    return CandidateFinder(
      digests: digests, bandPairs: bandPairs, passages: passages, rareWords: nil)
  }

  /// A profile to which every fingerprint and every window of a collection is boilerplate.
  private func allBoilerplate(_ digests: Digests, cap: Int) -> Profile {
    var table = FrequencyTable()
    for hash in PassageIndex(digests, cap: cap).hashes { table.set(hash, to: 9) }
    return Profile(
      documents: 9, sampled: 9, words: FrequencyTable(), boilerplate: table,
      widespread: FrequencyTable())
  }

  // MARK: The guarantee

  @Test(arguments: 0..<60 as Range<UInt64>, [2, 3, 5])
  func `documents that share a run of twelve words in few documents are candidates`(
    seed: UInt64, cap: Int
  ) {
    var planted = PlantedRuns(seed: seed, documents: 30, furniture: Int(seed % 5) + 1)
    let texts = planted.texts()
    let expected = NaiveRuns(texts, length: 12).pairs(inAtMost: cap)
    #expect(!expected.isEmpty, "seed \(seed) plants nothing")
    let digests = Digests(of: texts)
    for profile in [.empty, allBoilerplate(digests, cap: cap)] {
      let found = finder(digests, cap: cap, profile: profile).candidates(from: 0..<texts.count)
        .map { [$0.pair.a, $0.pair.b] }
      let missed = expected.subtracting(found).sorted { $0.lexicographicallyPrecedes($1) }
      #expect(missed.isEmpty, "seed \(seed), C = \(cap): missed \(missed)")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `texts of three words are no exception`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let texts = (0..<20).map { _ in
      (0..<Int.random(in: 0...60, using: &random))
        .map { _ in ["yes", "no", "maybe"].randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    let digests = Digests(of: texts)
    for cap in [2, 3, 5, 10] {
      let expected = NaiveRuns(texts, length: 12).pairs(inAtMost: cap)
      let found = finder(digests, cap: cap).candidates(from: 0..<20)
        .map { [$0.pair.a, $0.pair.b] }
      #expect(expected.subtracting(found).isEmpty, "seed \(seed), C = \(cap)")
    }
  }

  @Test func `what stands in more documents than the cap still reaches each of them`() {
    let story = (0..<40).map { "s\($0)" }.joined(separator: " ")
    let texts = (0..<30).map { "own\($0) \(story) end\($0)" }
    let candidates = finder(Digests(of: texts), cap: 4).candidates(from: 0..<30)
    #expect(candidates.count <= 3 * 30)
    for document in 1..<30 as Range<UInt32> {
      #expect(candidates.contains { $0.pair == PairKey(0, document) })
    }
  }

  // MARK: Counts

  /// What the counts mean: distinct shared fingerprints of groups up to the cap, each as own text
  /// or as boilerplate, and one for each group above the cap that represents the pair.
  private func naiveCounts(
    _ digests: Digests, _ cap: Int, _ profile: Profile
  ) -> [PairKey: [Int]] {
    let index = PassageIndex(digests, cap: cap)
    let neighbours = Neighbours(digests.sketches, cap: cap)
    var counts: [PairKey: [Int]] = [:]
    for group in 0..<index.count {
      let documents = Array(index.documents(of: group))
      let isBoilerplate = profile.boilerplate[index.hashes[group]] > 0
      if documents.count > cap, isBoilerplate { continue }
      neighbours.forEachPair(in: documents) { pair in
        counts[pair, default: [0, 0]][isBoilerplate ? 1 : 0] += 1
      }
    }
    return counts
  }

  @Test(arguments: 0..<20 as Range<UInt64>, [2, 4, 50])
  func `counts what two documents share`(seed: UInt64, cap: Int) {
    var planted = PlantedRuns(seed: seed, documents: 25)
    let digests = Digests(of: planted.texts())
    var table = FrequencyTable()
    for hash in PassageIndex(digests, cap: cap).hashes where hash % 3 == 0 {
      table.set(hash, to: 5)
    }
    let profile = Profile(
      documents: 9, sampled: 9, words: FrequencyTable(), boilerplate: table,
      widespread: FrequencyTable())
    let candidates = finder(digests, cap: cap, profile: profile).candidates(from: 0..<25)
    let expected = naiveCounts(digests, cap, profile)
    #expect(candidates.map(\.pair) == expected.keys.sorted(), "seed \(seed)")
    for candidate in candidates {
      let counts = [Int(candidate.fingerprints), Int(candidate.boilerplate)]
      #expect(counts == expected[candidate.pair], "seed \(seed), \(candidate.pair)")
      let similarity = digests.sketches.estimatedJaccard(
        Int(candidate.pair.a), Int(candidate.pair.b))
      #expect(candidate.similarity == similarity)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `parts of a collection make up the whole`(seed: UInt64) {
    var planted = PlantedRuns(seed: seed, documents: 24)
    let digests = Digests(of: planted.texts())
    let band = [PairKey(0, 5), PairKey(3, 4), PairKey(7, 23), PairKey(22, 23)]
    let finder = finder(digests, cap: 3, bandPairs: band)
    let whole = finder.candidates(from: 0..<24)
    let parts = [0..<1, 1..<7, 7..<8, 8..<8, 8..<24].flatMap { finder.candidates(from: $0) }
    #expect(whole == parts)
    #expect(Set(band).isSubset(of: whole.map(\.pair)))
    #expect(whole.map(\.pair) == Set(whole.map(\.pair)).sorted())
  }
}
