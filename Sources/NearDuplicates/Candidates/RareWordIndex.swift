/// The third channel: pairs of documents close in date that share many rare words, for rewrites
/// that left no run of words in common.
///
/// Of each document the rarest words are kept, names and figures most of all. Two documents are
/// proposed where the rare words they share weigh enough beside all of the poorer one, each with
/// the few others that come closest, so that an event of a hundred reports does not propose five
/// thousand pairs.
package struct RareWordIndex {
  /// Days between the dates of two documents at most; undated documents are near to all.
  package static let windowDays = 3
  /// How many of its rarest words are kept of a document.
  static let mostWords = 200
  /// How many words two documents must share.
  package static let leastShared = 8
  /// The share of the poorer document's weight that must be common.
  package static let leastShare: Float = 0.26
  /// How many others are proposed for a document.
  package static let mostProposed = 8

  private let publications: [Publication]
  /// The kept words of all documents.
  private let lists: RareWordLists
  private let postings: RarePostings

  /// A word that tells and how much.
  package struct RareWord: Sendable {
    /// The low half of its token hash.
    package var word: UInt32
    /// What it tells.
    package var weight: Float
  }

  /// Two documents that share many rare words.
  struct RarePair: Equatable {
    var pair: PairKey
    /// How many of the kept words are common.
    var words: UInt16
    /// The share of the poorer one's weight that is common.
    var share: Float
  }

  /// Indexes the rare words of a collection in canonical order.
  ///
  /// - Parameters:
  ///   - digests: the collection.
  ///   - weights: how much its words tell.
  ///   - publications: what is known of each document's publication.
  ///   - tasks: how many tasks work at a time.
  ///   - documentsAtATime: how many documents a task gathers the words of.
  ///   - other: what is done beside.
  /// - Returns: the index, and what the other has made.
  ///
  /// Complexity: O(*n*) for *n* tokens.
  static func index<Other: Sendable>(
    _ digests: Digests, weights: WordWeights, publications: [Publication], tasks: Int,
    documentsAtATime: Int = 1024, beside other: @escaping @Sendable () -> Other
  ) async -> (RareWordIndex, Other) {
    let batches = stride(from: 0, to: digests.count, by: documentsAtATime).map {
      $0..<min($0 + documentsAtATime, digests.count)
    }
    let (parts, other) = await mapInOrder(batches, tasks: tasks, beside: other) { batch in
      let lists = RareWordLists(of: batch, digests, weights)
      return (lists: lists, buckets: RareWordBuckets(lists, from: batch.lowerBound))
    }
    let (postings, lists) = await RarePostings.index(
      parts, days: publications.map(\.day), tasks: tasks)
    let index = RareWordIndex(publications: publications, lists: lists, postings: postings)
    return (index, other)
  }

  /// The pairs that documents of a range make with later ones, in order.
  ///
  /// Complexity: O(*s*) for *s* occurrences of the documents' words within the window.
  func pairs(from documents: Range<Int>) -> [RarePair] {
    var counts = RareCounts(documents: lists.totals.count)
    var pairs: [RarePair] = []
    for document in documents {
      postings.count(later: document, lists, into: &counts)
      let total = lists.totals[document]
      let proposed = counts.drain { other, weight in
        guard !areOfOneHouse(document, other) else { return nil }
        let poorer = min(total, lists.totals[other])
        return weight >= Self.leastShare * poorer ? weight / poorer : nil
      }
      for other in proposed.prefix(Self.mostProposed) {
        let pair = PairKey(UInt32(document), UInt32(other.document))
        pairs.append(RarePair(pair: pair, words: other.words, share: other.closeness))
      }
    }
    return pairs.sorted { $0.pair < $1.pair }
  }

  /// What one house says again it says in the same words, and other channels find it.
  private func areOfOneHouse(_ one: Int, _ other: Int) -> Bool {
    guard let house = publications[one].house else { return false }
    return house == publications[other].house
  }
}
