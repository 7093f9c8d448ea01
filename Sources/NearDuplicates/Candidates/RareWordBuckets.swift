/// The rare words of some successive documents by partition, so that each can be indexed by itself, in
/// the caches and on any thread.
struct RareWordBuckets: Sendable {
  /// A word in a document, in 8 bytes, of which the partition has the first bits in common: the whole
  /// orders words by their values, then by their documents.
  struct Entry {
    let bits: UInt64

    @inline(__always)
    init(bits: UInt64) { self.bits = bits }

    @inline(__always)
    fileprivate init(word: UInt32, document: Int, index: Int) {
      bits = UInt64(word) &<< 38 | UInt64(document) &<< 8 | UInt64(index)
    }

    /// What the entries of one word in a partition have in common.
    @inline(__always)
    var word: UInt64 { bits &>> 38 }

    /// The document, of at most 2^30.
    @inline(__always)
    var document: Int { Int(bits &>> 8 & 0x3FFF_FFFF) }

    /// The index of the word among those that are kept of the document, of at most 2^8.
    @inline(__always)
    var index: Int { Int(bits & 0xFF) }
  }

  /// How many partitions there are: the words of one, for 40,000 articles, stay in the second cache.
  static let partitions = 1 << partitionBits
  private static let partitionBits: UInt32 = 6

  private let entries: [UInt64]
  /// Where each partition begins; one more than there are.
  private let starts: [Int]

  /// Puts the words of lists, the first of which is that of a document, into buckets; within each they
  /// keep their order.
  init(_ lists: RareWordLists, from first: Int) {
    precondition(first + lists.totals.count <= 1 << 30, "a document has 30 bits")
    var ends = [Int](repeating: 0, count: Self.partitions + 1)
    for rare in lists.words { ends[Self.partition(of: rare.word) + 1] += 1 }
    for partition in 0..<Self.partitions { ends[partition + 1] += ends[partition] }
    starts = ends
    entries = [UInt64](unsafeUninitializedCapacity: lists.words.count) { entries, count in
      for document in lists.totals.indices {
        let range = lists.starts[document]..<lists.starts[document + 1]
        for (index, rare) in lists.words[range].enumerated() {
          let partition = Self.partition(of: rare.word)
          let entry = Entry(word: rare.word, document: first + document, index: index)
          entries.initializeElement(at: ends[partition], to: entry.bits)
          ends[partition] += 1
        }
      }
      count = lists.words.count
    }
  }

  @inline(__always)
  private static func partition(of word: UInt32) -> Int { Int(word &>> (32 - partitionBits)) }

  /// The bits of the entries of a partition in all buckets, word by word, and each by its documents.
  static func entries(of partition: Int, in all: [RareWordBuckets]) -> [UInt64] {
    var entries: [UInt64] = []
    entries.reserveCapacity(
      all.reduce(0) { $0 + $1.starts[partition + 1] - $1.starts[partition] })
    for buckets in all {
      entries.append(
        contentsOf: buckets.entries[buckets.starts[partition]..<buckets.starts[partition + 1]])
    }
    // Below the upper half documents are in order as they come.
    if entries.count > 512 { entries.sortByUpperHalf() } else { entries.sort() }
    return entries
  }
}
