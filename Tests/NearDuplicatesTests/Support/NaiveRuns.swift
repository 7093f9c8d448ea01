/// Which documents share which runs of words, by comparing the words themselves.
struct NaiveRuns {
  /// For each distinct run, the documents that have it.
  private let documents: [[String]: Set<UInt32>]

  /// Takes texts whose words are separated by single spaces.
  init(_ texts: [String], length: Int) {
    var documents: [[String]: Set<UInt32>] = [:]
    for (document, text) in texts.enumerated() {
      let words = text.split(separator: " ").map(String.init)
      for start in 0..<max(0, words.count - length + 1) {
        documents[Array(words[start..<(start + length)]), default: []].insert(UInt32(document))
      }
    }
    self.documents = documents
  }

  func contains(where matches: (Set<UInt32>) -> Bool) -> Bool {
    documents.values.contains(where: matches)
  }

  /// The pairs of documents that share a run standing in at most `cap` documents.
  func pairs(inAtMost cap: Int) -> Set<[UInt32]> {
    var pairs: Set<[UInt32]> = []
    for group in documents.values where group.count <= cap {
      let sorted = group.sorted()
      for (place, one) in sorted.enumerated() {
        for other in sorted[(place + 1)...] { pairs.insert([one, other]) }
      }
    }
    return pairs
  }
}
