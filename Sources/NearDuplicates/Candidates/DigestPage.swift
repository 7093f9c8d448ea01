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
  /// The number of the first word of each of ``fingerprints``: apart, because few are asked for.
  private var positions: SlabArray<UInt32>
  /// Where each partition of the fingerprints begins.
  private let partitionStarts: [UInt32]
  /// The sketches, until they are put in order.
  private(set) var sketches: SketchTable

  init(
    tokens: SlabArray<UInt32>, tokenStarts: [Int], fingerprintCounts: [UInt32],
    fingerprints: SlabArray<PageFingerprint>, positions: SlabArray<UInt32>,
    partitionStarts: [UInt32], sketches: SketchTable
  ) {
    self.tokens = tokens
    self.tokenStarts = tokenStarts
    self.fingerprintCounts = fingerprintCounts
    self.fingerprints = fingerprints
    self.positions = positions
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

  /// Calls a closure with the fingerprints of a partition, and with the index of the first of them.
  @inline(__always)
  func withFingerprints(
    in partition: Int, _ body: (UnsafeBufferPointer<PageFingerprint>, _ first: UInt32) -> Void
  ) {
    let first = partitionStarts[partition]
    fingerprints.withElements(Int(first)..<Int(partitionStarts[partition + 1])) { body($0, first) }
  }

  /// The number of the first word of a fingerprint.
  func position(ofFingerprint index: UInt32) -> Int {
    positions.withElements(Int(index)..<Int(index) + 1) { Int($0[0]) }
  }

  mutating func dropFingerprints() {
    fingerprints = SlabArray()
    positions = SlabArray()
  }

  mutating func dropTokens() { tokens = SlabArray() }

  mutating func dropSketches() { sketches = SketchTable(parameters: sketches.parameters) }
}

/// A fingerprint of a partition in 8 bytes: what all of the partition have in common is left out.
struct PageFingerprint: Sendable {
  /// The hash below the partition, in its order, and the row of the document in the lowest 8 bits.
  let bits: UInt64

  @inline(__always)
  init(hash: UInt64, row: UInt32) {
    bits = hash &<< DigestPage.partitionBits | UInt64(row)
  }

  /// The row of the document.
  @inline(__always)
  var row: UInt32 { UInt32(truncatingIfNeeded: bits & 0xFF) }

  /// The whole hash.
  @inline(__always)
  func hash(in partition: Int) -> UInt64 {
    UInt64(truncatingIfNeeded: partition) &<< 56 | bits &>> DigestPage.partitionBits
  }
}
