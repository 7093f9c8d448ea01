import RealModule

/// How much a common word tells: the inverse document frequency as a natural logarithm, about 0
/// for "the" and 9 for a name that one document in ten thousand has.
///
/// A prior, the frequency that is usual for the word, stands in for what a collection is too
/// small to teach. It is worth 500 documents where the ``Lexicon`` covers the language, so that a
/// folder of reports on one event does not make its words common, and 20 where only the length of
/// a word speaks.
package struct WordWeights: Sendable {
  /// A word and its weight in a language that the lexicon covers.
  private struct Cell {
    var word: UInt32 = 0
    var weight: Float = .nan

    @inline(__always)
    var isEmpty: Bool { weight.isNaN }
  }

  /// A table with open addressing; eight bytes a place, for most look-ups miss the first cache.
  private var cells: [Cell]
  /// For each place of ``cells`` how many documents have the word.
  private var documents: [UInt32]
  private let sampled: Double
  /// The weight of a word that nobody knows, where the lexicon covers the language.
  private let unknownWeight: Float
  /// The logarithm of documents and prior where the lexicon does not cover the language.
  private let uncoveredTotal: Double

  /// A bit for each value of the low 18 bits of a word: set where a common word has them.
  private var commonBits = [UInt64](repeating: 0, count: 1 << 12)

  /// How rare a word must be to serve for finding pairs, beside what counts as rare in
  /// verification: one document in a hundred of a large collection.
  private static let telling: Float = 0.8

  private static let coveredPrior = 500.0
  private static let uncoveredPrior = 20.0

  /// Works out the weights of all words that a collection of `sampled` documents or the lexicon
  /// knows.
  init(_ words: FrequencyTable, sampled: Int) {
    let shares = Lexicon.shared.shares
    var size = 1024
    while size < 2 * (words.count + shares.count) { size *= 2 }
    cells = [Cell](repeating: Cell(), count: size)
    documents = [UInt32](repeating: 0, count: size)
    self.sampled = Double(sampled)
    uncoveredTotal = Double.log(Double(sampled) + Self.uncoveredPrior)
    let total = Double(sampled) + Self.coveredPrior
    unknownWeight = Float(Double.log(total / (Self.coveredPrior * Lexicon.uncommon)))
    words.forEach { word, documents in
      insert(UInt32(truncatingIfNeeded: word), documents, Lexicon.uncommon, total)
    }
    for (word, share) in shares {
      insert(word, words[UInt64(word)], share, total)
    }
    let least = tellingWeight(isCovered: true)
    for cell in cells where !cell.isEmpty && cell.weight < least {
      commonBits[Int(cell.word >> 6 & 0xFFF)] |= 1 << UInt64(cell.word & 63)
    }
  }

  private mutating func insert(
    _ word: UInt32, _ documents: UInt32, _ share: Double, _ total: Double
  ) {
    let known = Double(documents) + Self.coveredPrior * share
    let place = place(of: word)
    cells[place] = Cell(word: word, weight: Float(Double.log(total / known)))
    self.documents[place] = documents
  }

  @inline(__always)
  private func place(of word: UInt32) -> Int {
    cells.withUnsafeBufferPointer { cells in
      let mask = cells.count - 1
      var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B1) &>> 3) & mask
      while cells[place].word != word, !cells[place].isEmpty { place = (place &+ 1) & mask }
      return place
    }
  }

  // MARK: Weighing

  /// How many words of a text are looked at to tell whether the lexicon covers its language.
  private static let languageSample = 96

  /// Whether the lexicon covers the language of a text: it knows a quarter of its words.
  func covers(_ words: some RandomAccessCollection<UInt32>) -> Bool {
    Lexicon.shared.listsQuarter(of: words.prefix(Self.languageSample))
  }

  /// The weight of a word in a language that the lexicon covers.
  @inline(__always)
  func coveredWeight(of word: UInt32) -> Float {
    let weight = cells[place(of: word)].weight
    return weight.isNaN ? unknownWeight : weight
  }

  /// The weight of a word in any other language, given its number of letters.
  func uncoveredWeight(of word: UInt32, letters: Int) -> Float {
    let usual = Lexicon.byLetters[min(letters, Lexicon.byLetters.count - 1)]
    let known = Double(documents[place(of: word)]) + Self.uncoveredPrior * usual
    return Float(uncoveredTotal - Double.log(known))
  }

  /// The weight from which a word counts as rare: three quarters of what a word of eight letters
  /// weighs that the collection does not know; one document in four hundred of a large one.
  func rareWeight(isCovered: Bool) -> Float {
    0.75 * (isCovered ? unknownWeight : uncoveredWeight(of: 0, letters: 8))
  }

  /// The weight from which a word serves for finding pairs.
  func tellingWeight(isCovered: Bool) -> Float {
    Self.telling * rareWeight(isCovered: isCovered)
  }

  /// Calls a closure with the bits that tell what seems common.
  @inline(__always)
  func withCommonBits<Result>(_ body: (CommonBits) -> Result) -> Result {
    commonBits.withUnsafeBufferPointer { body(CommonBits(bits: $0)) }
  }
}

/// Tells whether a word of a covered language is common or looks like one that is: settles five
/// words of six from 32 KB, at the cost of one telling word in fifty.
struct CommonBits {
  fileprivate let bits: UnsafeBufferPointer<UInt64>

  @inline(__always)
  func contains(_ word: UInt32) -> Bool {
    bits[Int(truncatingIfNeeded: word &>> 6 & 0xFFF)] &>> UInt64(word & 63) & 1 == 1
  }
}
