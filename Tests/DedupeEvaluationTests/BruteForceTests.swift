import NearDuplicates
import Testing

@testable import DedupeEvaluation

@Suite struct BruteForceTests {
  @Test func findsTheSimilarityOfTexts() {
    let oracle = BruteForce([
      Document(id: "a", text: "One two three four five six."),
      Document(id: "b", text: "one, two, three, four, five, SEVEN"),
      Document(id: "c", text: "Nothing of that kind stands in this text."),
    ])
    let pairs = oracle.pairs(jaccardAtLeast: 0.01)
    #expect(pairs == [JaccardPair(pair: DocumentPair(0, 1), jaccard: 1 / 3.0)])
  }

  @Test func takesATextShorterThanAShingleAsOneShingle() {
    let oracle = BruteForce(words: [[1, 2, 3], [1, 2, 3], [1, 2], [], []])
    #expect(oracle.pairs(jaccardAtLeast: 0.1).map(\.pair) == [DocumentPair(0, 1)])
    #expect(oracle.pairs(sharingRunOf: 4).isEmpty)
  }

  @Test func countsDocumentsAndNotOccurrences() {
    // The run stands five times, but in two documents.
    let twice: [UInt64] = [1, 2, 3, 9, 1, 2, 3, 8, 1, 2, 3]
    let oracle = BruteForce(words: [twice, [7, 1, 2, 3, 6, 1, 2, 3]])
    #expect(oracle.pairs(sharingRunOf: 3, inAtMost: 2) == [DocumentPair(0, 1)])
  }

  @Test func passesOverRunsInTooManyDocuments() {
    let documents: [[UInt64]] = [[1, 2, 3, 4], [1, 2, 3, 4], [1, 2, 3]]
    #expect(
      BruteForce(words: documents).pairs(sharingRunOf: 3, inAtMost: 2) == [DocumentPair(0, 1)])
    #expect(BruteForce(words: documents).pairs(sharingRunOf: 3, inAtMost: 3).count == 3)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func agreesWithItsNaiveTwin(seed: UInt64) {
    let documents = collection(seed: seed)
    let oracle = BruteForce(words: documents)
    let naive = NaiveBruteForce(documents: documents)
    for threshold in [0.05, 0.3, 1] {
      #expect(
        oracle.pairs(jaccardAtLeast: threshold, shingles: 3)
          == naive.pairs(jaccardAtLeast: threshold, shingles: 3))
    }
    for cap in [2, 4, 100] {
      #expect(
        oracle.pairs(sharingRunOf: 4, inAtMost: cap) == naive.pairs(sharingRunOf: 4, inAtMost: cap))
    }
  }

  /// Documents that copy stretches of a few sources, and some of a word or none.
  private func collection(seed: UInt64) -> [[UInt64]] {
    var generator = SplitMix64(seed: seed)
    let sources = (0..<3).map { _ in (0..<30).map { _ in UInt64(generator.next(below: 40)) } }
    return (0..<25).map { _ in
      (0..<generator.next(below: 5)).flatMap { _ in
        let begin = generator.next(below: 25)
        return sources[generator.next(below: 3)][begin..<(begin + 1 + generator.next(below: 5))]
      }
    }
  }
}

/// Oracles that compare the words themselves, pair by pair.
private struct NaiveBruteForce {
  let documents: [[UInt64]]

  private func runs(_ words: [UInt64], _ length: Int, short: Bool) -> Set<[UInt64]> {
    guard words.count >= length else { return short && !words.isEmpty ? [words] : [] }
    return Set((0...(words.count - length)).map { Array(words[$0..<($0 + length)]) })
  }

  private var allPairs: [DocumentPair] {
    documents.indices.flatMap { a in (0..<a).map { DocumentPair($0, a) } }.sorted()
  }

  func pairs(jaccardAtLeast threshold: Double, shingles size: Int) -> [JaccardPair] {
    allPairs.compactMap { pair in
      let a = runs(documents[pair.a], size, short: true)
      let b = runs(documents[pair.b], size, short: true)
      let union = a.union(b).count
      let jaccard = union == 0 ? 0 : Double(a.intersection(b).count) / Double(union)
      return jaccard >= threshold ? JaccardPair(pair: pair, jaccard: jaccard) : nil
    }
  }

  func pairs(sharingRunOf length: Int, inAtMost cap: Int) -> [DocumentPair] {
    let sets = documents.map { runs($0, length, short: false) }
    return allPairs.filter { pair in
      sets[pair.a].intersection(sets[pair.b]).contains { run in
        sets.count { $0.contains(run) } <= cap
      }
    }
  }
}
