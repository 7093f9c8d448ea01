/// Finds which paragraph of one document answers which of another.
package enum ParagraphLinks {
  /// How surely the sentences of a paragraph must answer for a link without shared words.
  private static let leastCertainty: Float = 0.3

  private struct Pair: Hashable, Comparable {
    var a: Int
    var b: Int

    static func < (left: Pair, right: Pair) -> Bool { (left.a, left.b) < (right.a, right.b) }
  }

  /// The links of two readings, in the order of the earlier document: for every paragraph the one
  /// that answers it best, and every pair with a shared run.
  package static func links(
    _ a: Reading, _ b: Reading, alignment: Alignment, sentences: SentenceMatching
  ) -> [ParagraphLink] {
    let paragraphOfA = paragraphOfWord(a)
    let paragraphOfB = paragraphOfWord(b)
    var shared: [Pair: Int] = [:]
    for tile in alignment.tiles {
      for offset in 0..<tile.count {
        let pair = Pair(a: paragraphOfA[tile.a + offset], b: paragraphOfB[tile.b + offset])
        shared[pair, default: 0] += 1
      }
    }
    var certainty: [Pair: Float] = [:]
    noteAnswers(a, b, sentences, paragraphOfA, paragraphOfB, into: &certainty)
    let pairs = Set(shared.keys).union(certainty.keys).sorted()
    return pairs.map { pair in
      link(pair, a, b, shared: shared[pair] ?? 0, answered: certainty[pair] ?? 0)
    }
  }

  /// Adds for every pair of paragraphs the share of the one's sentences that the other answers,
  /// weighed by similarity.
  private static func noteAnswers(
    _ a: Reading, _ b: Reading, _ sentences: SentenceMatching, _ paragraphOfA: [Int],
    _ paragraphOfB: [Int], into certainty: inout [Pair: Float]
  ) {
    var told = [Float](repeating: 0, count: a.paragraphs.count)
    for (sentence, range) in a.sentences.enumerated() {
      told[paragraphOfA[range.lowerBound]] += sentences.lengthsOfA[sentence]
    }
    for (sentence, range) in a.sentences.enumerated() {
      let answer = sentences.answersToA[sentence]
      guard answer.similarity >= leastCertainty else { continue }
      let paragraph = paragraphOfA[range.lowerBound]
      let other = paragraphOfB[b.sentences[answer.sentence].lowerBound]
      let share = answer.similarity * sentences.lengthsOfA[sentence] / told[paragraph]
      certainty[Pair(a: paragraph, b: other), default: 0] += share
    }
  }

  private static func link(
    _ pair: Pair, _ a: Reading, _ b: Reading, shared: Int, answered: Float
  ) -> ParagraphLink {
    let shareOfA = share(shared, of: a.paragraphs[pair.a])
    let shareOfB = share(shared, of: b.paragraphs[pair.b])
    return ParagraphLink(
      a: pair.a, b: pair.b, sharedWords: shared, shareOfA: shareOfA, shareOfB: shareOfB,
      certainty: min(1, max(Double(answered), shareOfA, shareOfB)))
  }

  private static func share(_ words: Int, of paragraph: Range<Int>) -> Double {
    paragraph.isEmpty ? 0 : min(1, Double(words) / Double(paragraph.count))
  }

  private static func paragraphOfWord(_ reading: Reading) -> [Int] {
    var paragraphs = [Int](repeating: 0, count: reading.count)
    for (index, range) in reading.paragraphs.enumerated() {
      for word in range { paragraphs[word] = index }
    }
    return paragraphs
  }
}
