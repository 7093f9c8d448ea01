import Testing

@testable import NearDuplicates

struct RareWordBucketsTests {
  /// Lists with words of their own and of others, in every partition; some are empty.
  private func texts(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    let pool = (0..<300).map { _ in
      Editing.word(&random) + Editing.word(&random) + Editing.word(&random)
    }
    return (0..<count).map { _ in
      let words = Int.random(in: 0...60, using: &random)
      return pool.shuffled(using: &random).prefix(words).joined(separator: " of the ")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>, [1, 7, 80])
  func `partition by partition the words of all documents are in order`(
    seed: UInt64, batch: Int
  ) {
    let texts = texts(80, seed: seed)
    let digests = Digests(of: texts)
    let weights = Profile.empty.weights
    let whole = RareWordLists(of: 0..<80, digests, weights)
    let buckets = stride(from: 0, to: 80, by: batch).map { first in
      let documents = first..<min(first + batch, 80)
      return RareWordBuckets(RareWordLists(of: documents, digests, weights), from: first)
    }
    let found = (0..<RareWordBuckets.partitions).flatMap { partition in
      RareWordBuckets.entries(of: partition, in: buckets).map { bits in
        let entry = RareWordBuckets.Entry(bits: bits)
        return [partition << 26 | Int(entry.word), entry.document, entry.index]
      }
    }
    let expected = (0..<80).flatMap { document in
      whole.words[whole.starts[document]..<whole.starts[document + 1]].enumerated().map {
        [Int($0.element.word), document, $0.offset]
      }
    }
    #expect(expected.count > 1000)
    #expect(found == expected.sorted { $0.lexicographicallyPrecedes($1) })
  }
}
