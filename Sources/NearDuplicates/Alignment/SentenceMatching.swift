import RealModule

/// Matches the sentences of two documents by the rare words they share, in whatever words the rest
/// is told.
///
/// Quotations and boilerplate are left out, also where only the other document marks them: what
/// remains is the selection of facts, and a rewriter keeps the source's selection and its order
/// where a second reporter does not.
package struct SentenceMatching {
  /// The best answer to one sentence.
  package struct Answer: Sendable, Equatable {
    /// The index of the answering sentence, or -1 where no sentence answers.
    package var sentence: Int
    /// The cosine similarity of the weighted stems of the two, 0 to 1.
    package var similarity: Float
    /// The summed weights of the stems that both have.
    package var common: Float

    static let none = Answer(sentence: -1, similarity: 0, common: 0)
  }

  /// For each sentence of the earlier document, the best of the later one.
  package private(set) var answersToA: [Answer] = []
  /// For each sentence of the later document, the best of the earlier one.
  package private(set) var answersToB: [Answer] = []
  /// How much each sentence of the earlier document tells: the root of its summed squared weights.
  package private(set) var lengthsOfA: [Float] = []
  /// How much each sentence of the later document tells.
  package private(set) var lengthsOfB: [Float] = []

  /// Matches the sentences of two documents whose texts have been aligned.
  ///
  /// Complexity: O(*n* + *p*) for *n* words and *p* pairs of equal stems in both.
  package init(
    _ a: Reading, _ b: Reading, _ left: TellingWords, _ right: TellingWords,
    _ alignment: Alignment
  ) {
    lengthsOfA = Self.lengths(left, sentences: a.sentences.count, alignment.kindsOfA)
    lengthsOfB = Self.lengths(right, sentences: b.sentences.count, alignment.kindsOfB)
    answersToA = [Answer](repeating: .none, count: lengthsOfA.count)
    answersToB = [Answer](repeating: .none, count: lengthsOfB.count)
    match(left, right, alignment)
  }

  private static func lengths(
    _ words: TellingWords, sentences: Int, _ kinds: [Passage.Kind?]
  ) -> [Float] {
    var lengths = [Float](repeating: 0, count: sentences)
    lengths.withUnsafeMutableBufferPointer { lengths in
      kinds.withUnsafeBufferPointer { kinds in
        words.entries.withUnsafeBufferPointer { entries in
          for entry in entries where kinds[Int(entry.word)].isTold {
            lengths[Int(entry.sentence)] += entry.weight * entry.weight
          }
        }
      }
      for sentence in lengths.indices { lengths[sentence].formSquareRoot() }
    }
    return lengths
  }

  private mutating func match(
    _ left: TellingWords, _ right: TellingWords, _ alignment: Alignment
  ) {
    var meetings = Meetings(sentences: lengthsOfB.count)
    var start = 0
    while start < left.entries.count {
      let sentence = left.entries[start].sentence
      var end = start + 1
      while end < left.entries.count, left.entries[end].sentence == sentence { end += 1 }
      meetings.gather(left.entries[start..<end], right, alignment)
      settle(Int(sentence), &meetings)
      start = end
    }
  }

  private mutating func settle(_ sentence: Int, _ meetings: inout Meetings) {
    meetings.drain { other, product, common in
      let length = lengthsOfA[sentence] * lengthsOfB[other]
      note(sentence, other, product / length, common)
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

  // MARK: Order

  /// How far the answers to the earlier document's sentences keep their order beyond chance.
  var orderOfAnswersToA: Double { Self.orderBeyondChance(answersToA) }
  /// How far the answers to the later document's sentences keep their order beyond chance.
  var orderOfAnswersToB: Double { Self.orderBeyondChance(answersToB) }

  /// How far answers rise in both documents beyond what chance would leave of as many, 0 to 1.
  ///
  /// The heaviest rising subsequence is weighed against all that the answers have in common. Of
  /// *n* random numbers the longest one takes up about *n*^(-1/3), for *n* up to 50; answers of
  /// unequal weight count as fewer, and few answers prove little.
  ///
  /// Complexity: O(*m* log *n*) for *m* sentences and *n* of the other document.
  static func orderBeyondChance(_ answers: [Answer]) -> Double {
    var heaviest = PrefixMaxima(count: (answers.lazy.map(\.sentence).max() ?? -1) + 1)
    var all: Float = 0
    var squares: Float = 0
    for answer in answers where answer.sentence >= 0 {
      all += answer.common
      squares += answer.common * answer.common
      let before = heaviest.maximum(through: answer.sentence)
      heaviest.raise(answer.sentence, to: before + answer.common)
    }
    guard all > 0 else { return 0 }
    let count = Double(all * all / squares)
    let chance = Double.pow(count, -1.0 / 3)
    guard chance < 1 else { return 0 }
    let order = Double(heaviest.maximum / all)
    return max(0, (order - chance) / (1 - chance)) * count / (count + orderDoubt)
  }

  /// How many answers it takes to be half sure of an order: three or four short sentences stand in
  /// the same order by chance often enough.
  private static let orderDoubt = 4.0

  // MARK: Lead

  /// The sentences of a report that tell its news.
  private static let leadSentences = 3

  /// How well the other document answers one of the first sentences, in the document where it
  /// answers less, 0 to 1.
  var leadAnswered: Double {
    Double(
      min(
        Self.leadAnswered(answersToA, lengthsOfA), Self.leadAnswered(answersToB, lengthsOfB)))
  }

  private static func leadAnswered(_ answers: [Answer], _ lengths: [Float]) -> Float {
    var lead = answers.indices.lazy.filter { lengths[$0] > 0 }.makeIterator()
    var best: Float = 0
    for _ in 0..<leadSentences {
      guard let sentence = lead.next() else { break }
      best = max(best, answers[sentence].similarity)
    }
    return best
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

extension Passage.Kind? {
  /// Whether a word of this kind tells something of its own: it is no part of a quotation or of
  /// boilerplate that both documents have.
  @inline(__always)
  fileprivate var isTold: Bool { self == nil || self == .narrative }
}

/// What one sentence has in common with each sentence of the other document.
private struct Meetings {
  /// What it has in common with one of them.
  private struct Meeting {
    var product: Float = 0
    var common: Float = 0
  }

  private var meetings: [Meeting]
  /// The sentences with which there is something in common.
  private var met: [Int] = []

  init(sentences: Int) {
    meetings = [Meeting](repeating: Meeting(), count: sentences)
    met.reserveCapacity(sentences)
  }

  /// Takes in the words of one sentence.
  mutating func gather(
    _ words: ArraySlice<TellingWords.Entry>, _ others: TellingWords, _ alignment: Alignment
  ) {
    alignment.kindsOfA.withUnsafeBufferPointer { kindsOfA in
      alignment.kindsOfB.withUnsafeBufferPointer { kindsOfB in
        others.entries.withUnsafeBufferPointer { entries in
          others.heads.withUnsafeBufferPointer { heads in
            for word in words where kindsOfA[Int(word.word)].isTold {
              var next = heads[TellingWords.bucket(of: word.stem, heads.count)]
              while next != TellingWords.none {
                let other = entries[Int(next)]
                if other.stem == word.stem, kindsOfB[Int(other.word)].isTold { add(word, other) }
                next = other.next
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private mutating func add(_ word: TellingWords.Entry, _ other: TellingWords.Entry) {
    let sentence = Int(other.sentence)
    if meetings[sentence].common == 0 { met.append(sentence) }
    meetings[sentence].product += word.weight * other.weight
    meetings[sentence].common += min(word.weight, other.weight)
  }

  /// Calls a closure with each sentence met and what is in common with it, and forgets all.
  @inline(__always)
  mutating func drain(_ body: (_ sentence: Int, _ product: Float, _ common: Float) -> Void) {
    for sentence in met {
      body(sentence, meetings[sentence].product, meetings[sentence].common)
      meetings[sentence] = Meeting()
    }
    met.removeAll(keepingCapacity: true)
  }
}
