import NearDuplicates

/// Two articles and what ties them, word by word: the shared stretches lit, and inside them the
/// words that the other article has otherwise.
struct MarkedPair: Sendable {
  let earlier: Document
  let later: Document
  let comparison: Comparison
  private var earlierWords: [MarkedWord]
  private var laterWords: [MarkedWord]

  init(_ earlier: Document, _ later: Document, comparison: Comparison) {
    self.earlier = earlier
    self.later = later
    self.comparison = comparison
    earlierWords = MarkedWord.words(of: earlier.text)
    laterWords = MarkedWord.words(of: later.text)
    for passage in comparison.passages { mark(passage) }
    for link in comparison.links { markCommonWords(link) }
  }

  /// One of the two articles.
  enum Side: Sendable {
    case earlier
    case later
  }

  /// The paragraphs of an article, as UTF-8 ranges of its text.
  func paragraphs(of side: Side) -> [Range<Int>] {
    side == .earlier ? comparison.paragraphsOfA : comparison.paragraphsOfB
  }

  /// The words of a paragraph of an article.
  func words(ofParagraph index: Int, of side: Side) -> ArraySlice<MarkedWord> {
    let words = side == .earlier ? earlierWords : laterWords
    return words[Self.indices(in: paragraphs(of: side)[index], of: words)]
  }

  /// The words of the article that has fewer.
  var wordsOfShorter: Int { min(earlierWords.count, laterWords.count) }

  private mutating func mark(_ passage: Passage) {
    let a = Self.indices(in: passage.a, of: earlierWords)
    let b = Self.indices(in: passage.b, of: laterWords)
    for index in a { earlierWords[index].mark = .shared(passage.kind) }
    for index in b { laterWords[index].mark = .shared(passage.kind) }
    let edits = laterWords[b].map(\.key).difference(from: earlierWords[a].map(\.key))
    for edit in edits {
      switch edit {
      case .remove(let offset, _, _):
        earlierWords[a.lowerBound + offset].mark = .different(passage.kind)
      case .insert(let offset, _, _):
        laterWords[b.lowerBound + offset].mark = .different(passage.kind)
      }
    }
  }

  private mutating func markCommonWords(_ link: ParagraphLink) {
    let a = Self.indices(in: comparison.paragraphsOfA[link.a], of: earlierWords)
    let b = Self.indices(in: comparison.paragraphsOfB[link.b], of: laterWords)
    let keysOfA = Set(earlierWords[a].map(\.key))
    let keysOfB = Set(laterWords[b].map(\.key))
    for index in a where earlierWords[index].isTelling(in: keysOfB) {
      earlierWords[index].mark = .common
    }
    for index in b where laterWords[index].isTelling(in: keysOfA) {
      laterWords[index].mark = .common
    }
  }

  /// The words that lie, at least in part, in a range of the text.
  private static func indices(in range: Range<Int>, of words: [MarkedWord]) -> Range<Int> {
    let start = words.partitioningIndex { $0.range.upperBound > range.lowerBound }
    let end = words.partitioningIndex { $0.range.lowerBound >= range.upperBound }
    return start..<max(start, end)
  }
}

extension MarkedWord {
  /// Whether the word is not lit yet, is among those of the answering paragraph, and is long
  /// enough to mean something: words of up to three letters are mostly articles and prepositions.
  fileprivate func isTelling(in keys: Set<String>) -> Bool {
    guard mark == .own else { return false }
    let key = key
    let isLong = key.count > 3 || key.contains(where: \.isNumber)
    return isLong && keys.contains(key)
  }
}

extension Array {
  /// The first index whose element passes a test that every later element passes too.
  fileprivate func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
