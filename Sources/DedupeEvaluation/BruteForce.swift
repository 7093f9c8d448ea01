import NearDuplicates

/// Two documents and the exact Jaccard similarity of their shingle sets.
public struct JaccardPair: Hashable, Sendable {
  /// The documents.
  public let pair: DocumentPair
  /// |A ∩ B| / |A ∪ B|, above 0 to 1.
  public let jaccard: Double
}

/// What there is to be found in a collection, by looking at every pair.
///
///     let oracle = BruteForce(documents)
///     let expected = oracle.pairs(jaccardAtLeast: 0.3).map(\.pair)
///     let coverage = Coverage(of: expected, by: found)
///
/// Words are those of `Tokenizer`; everything after them is done here anew and exactly.
public struct BruteForce: Sendable {
  private let words: [[UInt64]]

  /// Takes the words of a collection.
  ///
  /// Complexity: O(*n*) for *n* bytes of text; 8 bytes are kept for each word.
  public init(_ documents: [Document]) {
    var tokenizer = Tokenizer()
    var tokens = TokenList()
    words = documents.map { document in
      tokenizer.tokenize(document.text, into: &tokens)
      return tokens.hashes
    }
  }

  /// Takes a collection whose words are hashed already.
  public init(words: [[UInt64]]) {
    self.words = words
  }

  /// Every pair whose sets of shingles have at least this Jaccard similarity, in order.
  ///
  /// A text shorter than a shingle is one shingle; a text without words is in no pair.
  ///
  /// Complexity: O(*n* log *n* + Σ *d*²) for *n* words and shingles that stand in *d* documents:
  /// 8,000 news articles take seconds, since only documents with a common shingle are counted.
  ///
  /// - Parameters:
  ///   - threshold: the least similarity, above 0 to 1.
  ///   - size: the words in a shingle, at least 1.
  /// - Returns: the pairs with their exact similarity.
  public func pairs(jaccardAtLeast threshold: Double, shingles size: Int = 5) -> [JaccardPair] {
    precondition(threshold > 0, "pairs that share nothing are not listed")
    let runs = WordRuns(of: words, length: size, countShortTexts: true)
    let postings = Postings(runs, documents: words.count)
    var common = [Int32](repeating: 0, count: words.count)
    return words.indices.flatMap { document in
      postings.later(than: document, in: runs, counting: &common).compactMap { other, shared in
        let union = runs.counts[document] + runs.counts[other] - shared
        let jaccard = Double(shared) / Double(union)
        return jaccard >= threshold
          ? JaccardPair(pair: DocumentPair(document, other), jaccard: jaccard) : nil
      }
    }
  }

  /// Every pair that shares a run of words which stands in at most `cap` documents, in order.
  ///
  /// Counts documents and nothing else: it knows neither boilerplate nor quotations.
  ///
  /// Complexity: O(*n* log *n* + *p* log *p*) for *n* words and *p* ≤ *n* × `cap` / 2 pairs, each
  /// as often as it shares such a run.
  ///
  /// - Parameters:
  ///   - length: the words in a run, at least 1.
  ///   - cap: the documents in which a run may stand, at least 2.
  /// - Returns: the pairs.
  public func pairs(sharingRunOf length: Int = 12, inAtMost cap: Int = 50) -> [DocumentPair] {
    let runs = WordRuns(of: words, length: length, countShortTexts: false)
    var pairs = Set<DocumentPair>()
    for run in 0..<runs.count {
      let documents = runs.documents(of: run)
      guard documents.count <= cap else { continue }
      for (place, a) in zip(documents.indices, documents) {
        for b in documents[(place + 1)...] { pairs.insert(DocumentPair(Int(a), Int(b))) }
      }
    }
    return pairs.sorted()
  }
}

/// Which shared runs each document has.
private struct Postings {
  private var runs: [UInt32] = []
  private var starts: [Int]

  init(_ shared: WordRuns, documents count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for document in shared.documents { starts[Int(document) + 1] += 1 }
    for document in 0..<count { starts[document + 1] += starts[document] }
    runs = [UInt32](repeating: 0, count: shared.documents.count)
    var next = starts
    for run in 0..<shared.count {
      for document in shared.documents(of: run) {
        runs[next[Int(document)]] = UInt32(run)
        next[Int(document)] += 1
      }
    }
  }

  /// The documents after one that share runs with it, ascending, and how many they share;
  /// `common` has a zero for each document and is returned so.
  func later(
    than document: Int, in shared: WordRuns, counting common: inout [Int32]
  ) -> [(document: Int, runs: Int)] {
    var touched: [Int] = []
    for run in runs[starts[document]..<starts[document + 1]] {
      for other in shared.documents(of: Int(run)).reversed() {
        guard other > document else { break }
        if common[Int(other)] == 0 { touched.append(Int(other)) }
        common[Int(other)] += 1
      }
    }
    return touched.sorted().map { other in
      defer { common[other] = 0 }
      return (other, Int(common[other]))
    }
  }
}
