import Testing

@testable import DedupeEvaluation
@testable import NearDuplicates

/// What the design promises of the candidates, with the brute force as the judge.
@Suite struct GuaranteeTests {
  /// Documents that are made of stretches of a few sources, some short and frequent, some long
  /// and rare, among words of their own.
  private func collection(seed: UInt64) -> [Document] {
    var generator = SplitMix64(seed: seed)
    let sources = (0..<8).map { source in (0..<60).map { "s\(source)w\($0)" } }
    return (0..<60).map { number in
      var words: [String] = []
      for part in 0...generator.next(below: 6) {
        let source = sources[min(generator.next(below: 8), generator.next(below: 8))]
        let length = [8, 9, 12, 13, 25][generator.next(below: 5)]
        let begin = generator.next(below: 3) * (60 - length) / 2
        words += source[begin..<(begin + length)]
        words += (0..<generator.next(below: 4)).map { "d\(number)p\(part)w\($0)" }
      }
      // Ids in order keep the indices of the collection and of the oracle the same.
      return Document(id: String(1000 + number), text: words.joined(separator: " "))
    }
  }

  private func candidates(_ documents: [Document], cap: Int) async -> Set<DocumentPair> {
    var settings = Settings()
    settings.documentFrequencyCap = cap
    let kept = await SketchedCollection(of: documents, settings: settings)
    let search = await Search(kept, settings: settings, profile: nil, progress: nil)
    return Set(search.candidates.map { DocumentPair(Int($0.pair.a), Int($0.pair.b)) })
  }

  @Test(arguments: 0..<25 as Range<UInt64>)
  func everyPairWithARareRunOfTwelveWordsIsACandidate(seed: UInt64) async {
    let documents = collection(seed: seed)
    let oracle = BruteForce(documents)
    for cap in [2, 3, 5, 20] {
      let expected = oracle.pairs(sharingRunOf: 12, inAtMost: cap)
      let missed = await Set(expected).subtracting(candidates(documents, cap: cap))
      #expect(!expected.isEmpty, "seed \(seed) plants nothing")
      #expect(missed.isEmpty, "seed \(seed), C = \(cap): missed \(missed.sorted())")
    }
  }

  /// Copies of stories with a growing share of words changed.
  private func editedStories(seed: UInt64) -> [Document] {
    var generator = SplitMix64(seed: seed)
    var documents: [Document] = []
    for story in 0..<12 {
      for copy in 0..<6 {
        let words = (0..<150).map { place in
          let isChanged = generator.next(below: 100) < copy * 3 / 2
          return "c\(story)w\(place)" + (isChanged ? "x\(copy)" : "")
        }
        let id = String(1000 + documents.count)
        documents.append(Document(id: id, text: words.joined(separator: " ")))
      }
    }
    return documents
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func similarTextsAreCandidatesBySketchAlone(seed: UInt64) async {
    let documents = editedStories(seed: seed)
    let kept = await SketchedCollection(of: documents, settings: Settings())
    let search = await Search(kept, settings: Settings(), profile: nil, progress: nil)
    let sketches = search.digests.sketches
    let index = BandIndex(
      bands: Preset.wire.bands(slots: 128), leastSimilarity: Preset.wire.leastSimilarity)
    let found = Set(
      index.pairs(sketches, neighbours: Neighbours(sketches, cap: 50))
        .map { DocumentPair(Int($0.a), Int($0.b)) })
    let oracle = BruteForce(documents)
    let alike = oracle.pairs(jaccardAtLeast: 0.5).map(\.pair)
    #expect(alike.count >= 40)
    #expect(alike.allSatisfy(found.contains), "seed \(seed)")
    let similar = oracle.pairs(jaccardAtLeast: 0.3).map(\.pair)
    let share = Double(similar.count(where: found.contains)) / Double(similar.count)
    #expect(share >= 0.99, "seed \(seed): \(share) of \(similar.count)")
  }
}
