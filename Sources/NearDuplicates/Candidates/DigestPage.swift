/// The digests of some successive documents, which one task makes at a time.
struct DigestPage: Sendable {
  /// The low halves of the token hashes of all documents.
  private var tokens: [UInt32] = []
  /// Where the tokens of each document begin; one more than there are documents.
  private var tokenStarts: [Int] = [0]
  /// How many fingerprints each document has.
  private var fingerprintCounts: [UInt32] = []
  /// The passage fingerprints of all documents, each with its row for a document, until they are
  /// partitioned.
  private var fingerprints: [Occurrence] = []
  /// The fingerprints by partition.
  private var partitioned: [PageFingerprint] = []
  /// Where each partition of the fingerprints begins, once they are partitioned.
  private var partitionStarts: [Int] = []

  /// The most documents of a page: a fingerprint has eight bits for its row.
  static let mostDocuments = 256

  /// How many partitions there are: by the upper eight bits of the hash.
  ///
  /// What an index does to one of them, for 40,000 articles, stays in the first two caches.
  static let partitions = 256
  /// The bits of a hash that tell its partition.
  static let partitionBits: UInt64 = 8

  /// The number of documents.
  var count: Int { fingerprintCounts.count }

  /// Where the tokens of a document lie.
  func tokenRange(ofRow row: Int) -> Range<Int> { tokenStarts[row]..<tokenStarts[row + 1] }

  /// The low halves of the token hashes of a document.
  func tokens(ofRow row: Int) -> ArraySlice<UInt32> { tokens[tokenRange(ofRow: row)] }

  /// The number of fingerprints of a document.
  func fingerprintCount(ofRow row: Int) -> Int { Int(fingerprintCounts[row]) }

  mutating func reserveCapacity(documents: Int, tokens: Int, fingerprints: Int) {
    self.tokens.reserveCapacity(tokens)
    tokenStarts.reserveCapacity(documents + 1)
    fingerprintCounts.reserveCapacity(documents)
    self.fingerprints.reserveCapacity(fingerprints)
  }

  mutating func append(_ hashes: [UInt64], _ fingerprints: [Fingerprint]) {
    tokens.append(images: hashes) { UInt32(truncatingIfNeeded: $0) }
    tokenStarts.append(tokens.count)
    let row = UInt32(count)
    self.fingerprints.append(images: fingerprints) {
      Occurrence(hash: $0.hash, document: row, position: $0.position)
    }
    fingerprintCounts.append(UInt32(fingerprints.count))
  }

  // MARK: Fingerprints

  /// Sorts the fingerprints by partition and leaves those of one partition in their order.
  mutating func partitionFingerprints() {
    guard partitionStarts.isEmpty else { return }
    var ends = [Int](repeating: 0, count: Self.partitions + 1)
    for fingerprint in fingerprints { ends[Self.partition(of: fingerprint.hash) + 1] += 1 }
    for partition in 0..<Self.partitions { ends[partition + 1] += ends[partition] }
    partitionStarts = ends
    partitioned = [PageFingerprint](unsafeUninitializedCapacity: fingerprints.count) {
      target, count in
      ends.withUnsafeMutableBufferPointer { ends in
        for fingerprint in fingerprints {
          let partition = Self.partition(of: fingerprint.hash)
          target.initializeElement(at: ends[partition], to: PageFingerprint(fingerprint))
          ends[partition] &+= 1
        }
      }
      count = fingerprints.count
    }
    fingerprints = []
  }

  @inline(__always)
  private static func partition(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> (64 - partitionBits))
  }

  /// How many fingerprints a partition has.
  func fingerprintCount(in partition: Int) -> Int {
    partitionStarts[partition + 1] - partitionStarts[partition]
  }

  /// Calls a closure with the fingerprints of a partition, each with its row for a document.
  @inline(__always)
  func forEachFingerprint(in partition: Int, _ body: (Occurrence) -> Void) {
    let range = partitionStarts[partition]..<partitionStarts[partition + 1]
    partitioned.withUnsafeBufferPointer { fingerprints in
      for index in range { body(fingerprints[index].occurrence(in: partition)) }
    }
  }

  mutating func dropFingerprints() {
    fingerprints = []
    partitioned = []
    partitionStarts = []
  }
}

/// A fingerprint of a partition in 12 bytes: what all of the partition have in common is left out.
private struct PageFingerprint {
  /// The lower half of the hash.
  private let low: UInt32
  /// The rest of the hash below the partition, and the row in the lowest eight bits.
  private let middle: UInt32
  private let position: UInt32

  @inline(__always)
  init(_ occurrence: Occurrence) {
    low = UInt32(truncatingIfNeeded: occurrence.hash)
    middle = UInt32(truncatingIfNeeded: occurrence.hash &>> 32) &<< 8 | occurrence.document
    position = occurrence.position
  }

  @inline(__always)
  func occurrence(in partition: Int) -> Occurrence {
    let upper = UInt64(partition) &<< 24 | UInt64(middle &>> 8)
    return Occurrence(
      hash: upper &<< 32 | UInt64(low), document: middle & 0xFF, position: position)
  }
}

extension Array {
  /// Appends the images of all elements of another array through a pointer: appending them one by
  /// one, or through a lazy map, takes three times as long.
  @inline(__always)
  fileprivate mutating func append<Source>(
    images source: [Source], _ transform: (Source) -> Element
  ) {
    guard let first = source.first else { return }
    let start = count
    append(contentsOf: repeatElement(transform(first), count: source.count))
    withUnsafeMutableBufferPointer { target in
      source.withUnsafeBufferPointer { source in
        for index in source.indices { target[start &+ index] = transform(source[index]) }
      }
    }
  }
}
