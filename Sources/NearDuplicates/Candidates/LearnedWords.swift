/// How common words are in a collection: the part of a profile that tokens alone teach.
struct LearnedWords: Sendable {
  /// In how many documents words were counted.
  let sampled: Int
  /// In how many documents of the sample each word stands; words of a single one are left out, for
  /// what ``WordWeights`` takes an unknown word for is as good.
  let documents: FrequencyTable
  /// How much each word tells.
  let weights: WordWeights

  /// In how many documents words are counted at most; the inverse document frequency of a word
  /// that stands in 1 % of them is then off by 11 %, which is 2 % of its weight.
  private static let largestSample = 8192

  /// Counts the words of a collection.
  init(of digests: Digests) {
    let sample = Self.sample(of: digests.count)
    var counter = DocumentCounter()
    for (number, document) in sample.enumerated() {
      digests.withTokens(of: document) { counter.count($0, in: UInt32(number + 1)) }
    }
    sampled = sample.count
    documents = counter.repeated()
    weights = WordWeights(documents, sampled: sampled)
  }

  private static func sample(of count: Int) -> [Int] {
    guard count > largestSample else { return Array(0..<count) }
    return (0..<largestSample).map { $0 * count / largestSample }
  }
}

/// Counts in how many documents each word stands; documents come one after the other.
private struct DocumentCounter {
  private struct Cell {
    var word: UInt32 = 0
    var documents: UInt32 = 0
    /// The last document that had the word, from 1; 0 marks an empty cell.
    var last: UInt32 = 0
  }

  private var cells = [Cell](repeating: Cell(), count: 1 << 16)
  private var used = 0

  mutating func count(_ words: UnsafeBufferPointer<UInt32>, in document: UInt32) {
    while (used + words.count) * 2 > cells.count { grow() }
    used += cells.withUnsafeMutableBufferPointer { cells in
      words.reduce(0) { $0 &+ Self.count($1, in: document, cells).count }
    }
  }

  /// Counts a word and tells whether it is new.
  ///
  /// Without a branch on whether the document had it before: two words of five did, in no order.
  @inline(__always)
  private static func count(
    _ word: UInt32, in document: UInt32, _ cells: UnsafeMutableBufferPointer<Cell>
  ) -> Bool {
    let place = place(of: word, in: UnsafeBufferPointer(cells))
    let last = cells[place].last
    cells[place].word = word
    cells[place].last = document
    cells[place].documents &+= UInt32(truncatingIfNeeded: (last != document).count)
    return last == 0
  }

  /// The words that stand in two and more documents.
  func repeated() -> FrequencyTable {
    let kept = cells.filter { $0.documents > 1 }.sorted { $0.word < $1.word }
    var table = FrequencyTable(expected: kept.count)
    for cell in kept { table.set(UInt64(cell.word), to: cell.documents) }
    return table
  }

  @inline(__always)
  private static func place(of word: UInt32, in cells: UnsafeBufferPointer<Cell>) -> Int {
    let mask = cells.count - 1
    var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B1) &>> 4) & mask
    while cells[place].last != 0, cells[place].word != word { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = [Cell](repeating: Cell(), count: cells.count * 2)
    larger.withUnsafeMutableBufferPointer { larger in
      for cell in cells where cell.last != 0 {
        larger[Self.place(of: cell.word, in: UnsafeBufferPointer(larger))] = cell
      }
    }
    cells = larger
  }
}
