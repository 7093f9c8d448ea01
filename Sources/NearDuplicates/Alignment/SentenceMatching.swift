/// Matches the sentences of two documents by the rare words they share, in whatever words the rest
/// is told.
///
/// Quotations and boilerplate are left out: what remains is the selection of facts, and a rewriter
/// keeps the source's selection and its order where a second reporter does not.
package struct SentenceMatching {
  /// The best answer to one sentence.
  package struct Answer: Sendable, Equatable {
    /// The index of the answering sentence, or -1 where no sentence answers.
    package var sentence: Int
    /// The cosine similarity of the weighted stems of the two, 0 to 1.
    package var similarity: Float
    /// The summed weights of the stems that both have.
    package var common: Float
  }

  /// For each sentence of the earlier document, the best of the later one.
  package private(set) var answersToA: [Answer] = []
  /// For each sentence of the later document, the best of the earlier one.
  package private(set) var answersToB: [Answer] = []
  /// How much each sentence of the earlier document tells: the root of its summed squared weights.
  package private(set) var lengthsOfA: [Float] = []
  /// How much each sentence of the later document tells.
  package private(set) var lengthsOfB: [Float] = []

  /// Words that tell less than this are not looked at: they stand in more than a third of all
  /// documents and would make every sentence answer every other.
  private static let leastWeight: Float = 1

  /// Matches the sentences of two readings.
  ///
  /// Complexity: O(*n* + *p*) for *n* words and *p* pairs of equal stems in both.
  package init(_ a: Reading, _ b: Reading) {
    let left = StemTable(a, leastWeight: Self.leastWeight)
    let right = StemTable(b, leastWeight: Self.leastWeight)
    lengthsOfA = left.lengths
    lengthsOfB = right.lengths
    answersToA = [Answer](
      repeating: Answer(sentence: -1, similarity: 0, common: 0), count: a.sentences.count)
    answersToB = [Answer](
      repeating: Answer(sentence: -1, similarity: 0, common: 0), count: b.sentences.count)
    match(left, right)
  }

  private mutating func match(_ left: StemTable, _ right: StemTable) {
    var products = [Float](repeating: 0, count: lengthsOfB.count)
    var common = products
    var touched: [Int] = []
    for sentence in lengthsOfA.indices where lengthsOfA[sentence] > 0 {
      for entry in left.entries(of: sentence) {
        right.forEachSentence(with: entry.stem) { other, weight in
          if common[other] == 0 { touched.append(other) }
          products[other] += entry.weight * weight
          common[other] += min(entry.weight, weight)
        }
      }
      for other in touched {
        let similarity = products[other] / (lengthsOfA[sentence] * lengthsOfB[other])
        note(sentence, other, similarity, common[other])
        products[other] = 0
        common[other] = 0
      }
      touched.removeAll(keepingCapacity: true)
    }
  }

  /// Keeps the answer that has most in common, not the most similar one: a rewriter who joins two
  /// sentences to a long one answers both with it.
  private mutating func note(_ sentence: Int, _ other: Int, _ similarity: Float, _ common: Float) {
    let toA = answersToA[sentence]
    if common > toA.common || (common == toA.common && other < toA.sentence) {
      answersToA[sentence] = Answer(sentence: other, similarity: similarity, common: common)
    }
    if common > answersToB[other].common {
      answersToB[other] = Answer(sentence: sentence, similarity: similarity, common: common)
    }
  }

  /// The share of what the answers have in common that keeps the order: the heaviest subsequence
  /// of answers that rises in both documents, 0 to 1.
  package static func order(of answers: [Answer]) -> Double {
    var heaviest = PrefixMaxima(count: (answers.map(\.sentence).max() ?? -1) + 1)
    var all: Float = 0
    for answer in answers where answer.sentence >= 0 {
      all += answer.common
      heaviest.raise(
        answer.sentence, to: heaviest.maximum(through: answer.sentence) + answer.common)
    }
    return all == 0 ? 0 : Double(heaviest.maximum / all)
  }

  /// The share of the told that is answered with at least the given similarity, 0 to 1.
  package static func coverage(
    of lengths: [Float], by answers: [Answer], from similarity: Float
  ) -> Double {
    var told: Float = 0
    var answered: Float = 0
    for (length, answer) in zip(lengths, answers) {
      told += length
      if answer.similarity >= similarity { answered += length }
    }
    return told == 0 ? 0 : Double(answered / told)
  }

  /// How much of what a document tells is answered in the order in which it is told: the heaviest
  /// subsequence of answers that rises in both documents, as a share of all that is told, 0 to 1.
  ///
  /// Complexity: O(*m* log *n*) for *m* sentences and *n* of the other document.
  package static func orderedCoverage(
    of lengths: [Float], by answers: [Answer], from similarity: Float
  ) -> Double {
    var heaviest = PrefixMaxima(count: (answers.map(\.sentence).max() ?? -1) + 1)
    var told: Float = 0
    for (length, answer) in zip(lengths, answers) {
      told += length
      guard answer.sentence >= 0, answer.similarity >= similarity else { continue }
      let before = heaviest.maximum(through: answer.sentence)
      heaviest.raise(answer.sentence, to: before + length * answer.similarity)
    }
    return told == 0 ? 0 : Double(heaviest.maximum / told)
  }
}

/// The greatest values of all prefixes of a sequence, in a binary indexed tree (Fenwick 1994,
/// DOI 10.1002/spe.4380240306).
private struct PrefixMaxima {
  private var tree: [Float]
  private(set) var maximum: Float = 0

  init(count: Int) {
    tree = [Float](repeating: 0, count: count + 1)
  }

  func maximum(through index: Int) -> Float {
    var greatest: Float = 0
    var node = index + 1
    while node > 0 {
      greatest = max(greatest, tree[node])
      node &= node - 1
    }
    return greatest
  }

  mutating func raise(_ index: Int, to value: Float) {
    maximum = max(maximum, value)
    var node = index + 1
    while node < tree.count {
      tree[node] = max(tree[node], value)
      node += node & -node
    }
  }
}

/// The distinct telling stems of each sentence, and the sentences of each stem.
private struct StemTable {
  struct Entry {
    var stem: UInt32
    var weight: Float
    var sentence: Int32
    var next: Int32
  }

  private(set) var lengths: [Float] = []
  private var entries: [Entry] = []
  private var starts: [Int] = [0]
  private var heads: [Int32]

  init(_ reading: Reading, leastWeight: Float) {
    var size = 256
    while size < reading.count { size *= 2 }
    heads = [Int32](repeating: -1, count: size)
    entries.reserveCapacity(reading.count)
    for (sentence, range) in reading.sentences.enumerated() {
      lengths.append(append(sentence, range, reading, leastWeight))
      starts.append(entries.count)
    }
  }

  func entries(of sentence: Int) -> ArraySlice<Entry> {
    entries[starts[sentence]..<starts[sentence + 1]]
  }

  func forEachSentence(with stem: UInt32, _ body: (Int, Float) -> Void) {
    var index = Int(heads[bucket(of: stem)])
    while index >= 0 {
      let entry = entries[index]
      if entry.stem == stem { body(Int(entry.sentence), entry.weight) }
      index = Int(entry.next)
    }
  }

  /// Adds the distinct stems of a sentence and returns the length of their vector.
  private mutating func append(
    _ sentence: Int, _ range: Range<Int>, _ reading: Reading, _ leastWeight: Float
  ) -> Float {
    var square: Float = 0
    for word in range {
      let weight = reading.weights[word]
      guard weight >= leastWeight,
        reading.flags[word].isDisjoint(with: [.quoted, .boilerplate])
      else { continue }
      let stem = reading.stems[word]
      guard !stands(stem, in: Int32(sentence)) else { continue }
      let bucket = bucket(of: stem)
      entries.append(
        Entry(stem: stem, weight: weight, sentence: Int32(sentence), next: heads[bucket]))
      heads[bucket] = Int32(entries.count - 1)
      square += weight * weight
    }
    return square.squareRoot()
  }

  private func stands(_ stem: UInt32, in sentence: Int32) -> Bool {
    var index = Int(heads[bucket(of: stem)])
    while index >= 0, entries[index].sentence == sentence {
      if entries[index].stem == stem { return true }
      index = Int(entries[index].next)
    }
    return false
  }

  private func bucket(of stem: UInt32) -> Int {
    Int(stem &* 0x9E37_79B1 &>> 7) & (heads.count - 1)
  }
}
