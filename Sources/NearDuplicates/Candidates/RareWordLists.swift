/// The rare words of some successive documents, each list by rarity.
struct RareWordLists: Sendable {
  private(set) var words: [RareWordIndex.RareWord] = []
  /// Where each document's words begin; one more than there are documents.
  private(set) var starts: [Int] = [0]
  /// The summed weights of each document's words.
  private(set) var totals: [Float] = []

  init() {}

  /// Gathers the words of a range of documents.
  init(of documents: Range<Int>, _ digests: Digests, _ wordWeights: WordWeights) {
    var finder = RareWordFinder(wordWeights)
    for document in documents {
      let rarest = digests.withTokens(of: document) {
        finder.rarest(of: $0, most: RareWordIndex.mostWords)
      }
      words.append(contentsOf: rarest)
      starts.append(words.count)
      totals.append(rarest.reduce(0) { $0 + $1.weight })
    }
  }

  /// Joins the lists of successive documents.
  init(joining parts: [RareWordLists]) {
    words.reserveCapacity(parts.reduce(0) { $0 + $1.words.count })
    for part in parts {
      let base = words.count
      words.append(contentsOf: part.words)
      starts.append(contentsOf: part.starts.dropFirst().map { $0 + base })
      totals.append(contentsOf: part.totals)
    }
  }
}
