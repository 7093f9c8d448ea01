/// The digests of some successive documents, which one task makes at a time.
struct DigestPage: Sendable {
  /// The low halves of the token hashes of all documents.
  private var tokens: SlabArray<UInt32>
  /// Where the tokens of each document begin; one more than there are documents.
  private let tokenStarts: [Int]
  /// How many fingerprints each document has.
  private let fingerprintCounts: [UInt32]
  /// The passage fingerprints of all documents by partition.
  private var fingerprints: SlabArray<PageFingerprint>
  /// Where each partition of the fingerprints begins.
  private let partitionStarts: [UInt32]
  /// The sketches, until they are put in order.
  private(set) var sketches: SketchTable

  init(
    tokens: SlabArray<UInt32>, tokenStarts: [Int], fingerprintCounts: [UInt32],
    fingerprints: SlabArray<PageFingerprint>, partitionStarts: [UInt32], sketches: SketchTable
  ) {
    self.tokens = tokens
    self.tokenStarts = tokenStarts
    self.fingerprintCounts = fingerprintCounts
    self.fingerprints = fingerprints
    self.partitionStarts = partitionStarts
    self.sketches = sketches
  }

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

  /// Calls a closure with the low halves of the token hashes of a document.
  @inline(__always)
  func withTokens<Result>(
    ofRow row: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    tokens.withElements(tokenStarts[row]..<tokenStarts[row + 1], body)
  }

  /// The number of fingerprints of a document.
  func fingerprintCount(ofRow row: Int) -> Int { Int(fingerprintCounts[row]) }

  /// How many fingerprints a partition has.
  func fingerprintCount(in partition: Int) -> Int {
    Int(partitionStarts[partition + 1] - partitionStarts[partition])
  }

  /// Calls a closure with the fingerprints of a partition, each with its row for a document.
  @inline(__always)
  func forEachFingerprint(in partition: Int, _ body: (Occurrence) -> Void) {
    let range = Int(partitionStarts[partition])..<Int(partitionStarts[partition + 1])
    fingerprints.withElements(range) { fingerprints in
      for fingerprint in fingerprints { body(fingerprint.occurrence(in: partition)) }
    }
  }

  mutating func dropFingerprints() { fingerprints = SlabArray() }

  mutating func dropTokens() { tokens = SlabArray() }

  mutating func dropSketches() { sketches = SketchTable(parameters: sketches.parameters) }
}

/// A fingerprint of a partition in 12 bytes: what all of the partition have in common is left out.
struct PageFingerprint: Sendable {
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
