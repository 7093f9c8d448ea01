/// The words of a collection and where which runs of them stand: an inverted index over all runs of
/// one length.
///
/// An oracle must not share the cleverness it judges: runs are hashed afresh (64 bits, so that among
/// 40 million runs a collision is expected in 1 of 20,000 collections), sorted and grouped; nothing
/// is sampled, capped or taken for furniture.
struct WordRuns {
  /// How many distinct runs each document has.
  let counts: [Int]
  /// The documents of each run that stands in two or more, ascending, run after run.
  private(set) var documents: [UInt32] = []
  /// Where each run begins in ``documents``; one more than there are runs.
  private(set) var starts: [Int] = [0]

  /// Indexes the runs of `length` words.
  ///
  /// - Parameters:
  ///   - words: the hashes of the words of each document.
  ///   - length: the words in a run, at least 1.
  ///   - countShortTexts: whether a text of fewer words is one run of its own.
  ///
  /// Complexity: O(*n* log *n*) time and 16 *n* bytes for *n* words.
  init(of words: [[UInt64]], length: Int, countShortTexts: Bool) {
    precondition(length > 0, "a run has at least one word")
    var occurrences: [Occurrence] = []
    occurrences.reserveCapacity(words.reduce(0) { $0 + $1.count })
    counts = words.indices.map { document in
      let before = occurrences.count
      for hash in Self.hashes(of: words[document], length, countShortTexts) {
        occurrences.append(Occurrence(hash: hash, document: UInt32(document)))
      }
      return occurrences.count - before
    }
    occurrences.sort()
    group(occurrences)
  }

  /// The number of runs that stand in two or more documents.
  var count: Int { starts.count - 1 }

  /// The documents of a run, ascending.
  func documents(of run: Int) -> ArraySlice<UInt32> {
    documents[starts[run]..<starts[run + 1]]
  }

  private mutating func group(_ sorted: [Occurrence]) {
    var begin = 0
    while begin < sorted.count {
      var end = begin + 1
      while end < sorted.count, sorted[end].hash == sorted[begin].hash { end += 1 }
      if end - begin > 1 {
        documents.append(contentsOf: sorted[begin..<end].lazy.map(\.document))
        starts.append(documents.count)
      }
      begin = end
    }
  }

  /// The distinct hashes of a document's runs.
  private static func hashes(
    of words: [UInt64], _ length: Int, _ countShortTexts: Bool
  ) -> Set<UInt64> {
    guard words.count >= length else {
      return countShortTexts && !words.isEmpty ? [hash(words[...])] : []
    }
    var hashes = Set<UInt64>(minimumCapacity: words.count)
    for begin in 0...(words.count - length) { hashes.insert(hash(words[begin..<(begin + length)])) }
    return hashes
  }

  /// Starts from the number of words, so that a short text never equals a run of full length.
  private static func hash(_ run: ArraySlice<UInt64>) -> UInt64 {
    run.reduce(UInt64(run.count)) { SplitMix64.finalised($0 ^ $1) }
  }
}

/// One run in one document.
private struct Occurrence: Comparable {
  var hash: UInt64
  var document: UInt32

  static func < (left: Occurrence, right: Occurrence) -> Bool {
    left.hash == right.hash ? left.document < right.document : left.hash < right.hash
  }
}
