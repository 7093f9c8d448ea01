/// The digests of some successive documents, which one task makes at a time.
struct DigestPage: Sendable {
  /// The low halves of the token hashes of all documents.
  private var tokens: [UInt32]
  /// Where the tokens of each document begin; one more than there are documents.
  private let tokenStarts: [Int]
  /// How many fingerprints each document has.
  private let fingerprintCounts: [UInt32]
  /// The passage fingerprints of all documents by partition.
  private var fingerprints: [PageFingerprint]
  /// Where each partition of the fingerprints begins.
  private let partitionStarts: [UInt32]
  /// The sketches, until they are put in order.
  private(set) var sketches: SketchTable

  fileprivate init(
    tokens: [UInt32], tokenStarts: [Int], fingerprintCounts: [UInt32],
    fingerprints: [PageFingerprint], partitionStarts: [UInt32], sketches: SketchTable
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

  /// The low halves of the token hashes of a document.
  func tokens(ofRow row: Int) -> ArraySlice<UInt32> {
    tokens[tokenStarts[row]..<tokenStarts[row + 1]]
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
    fingerprints.withUnsafeBufferPointer { fingerprints in
      for index in range { body(fingerprints[index].occurrence(in: partition)) }
    }
  }

  mutating func dropFingerprints() { fingerprints = [] }

  mutating func dropTokens() { tokens = [] }

  mutating func dropSketches() { sketches = SketchTable(parameters: sketches.parameters) }
}

/// Makes pages of digests, document by document.
///
/// What a page will have is gathered in memory that serves page after page, and copied into arrays
/// of its size: fresh memory costs more than the copy.
struct DigestStage: Sendable {
  /// The tokens, and room for more.
  private var tokens: [UInt32] = []
  private var tokenStarts = [0]
  private var fingerprintCounts: [UInt32] = []
  /// The passage fingerprints, each with its row for a document, and room for more.
  private var fingerprints: [Occurrence] = []
  private var fingerprintCount = 0
  private var sketches = SketchTable()

  /// The number of documents that wait for their page.
  var count: Int { fingerprintCounts.count }

  /// Adds the digest of a document that has just been read.
  ///
  /// - Parameters:
  ///   - scratch: what was read.
  ///   - fingerprints: the passage fingerprints; none where no passages are looked for.
  /// - Precondition: there is room on the page.
  mutating func append(_ scratch: SketchingScratch, fingerprints: [Fingerprint]) {
    precondition(count < DigestPage.mostDocuments, "a page has eight bits for a row")
    if count == 0 { sketches.reserveCapacity(DigestPage.mostDocuments) }
    scratch.appendSketch(to: &sketches)
    let tokenStart = tokenStarts[count]
    tokens.write(scratch.tokens.hashes, at: tokenStart, blank: 0) {
      UInt32(truncatingIfNeeded: $0)
    }
    tokenStarts.append(tokenStart + scratch.tokens.count)
    let row = UInt32(count)
    let blank = Occurrence(hash: 0, document: 0, position: 0)
    self.fingerprints.write(fingerprints, at: fingerprintCount, blank: blank) {
      Occurrence(hash: $0.hash, document: row, position: $0.position)
    }
    fingerprintCount += fingerprints.count
    fingerprintCounts.append(UInt32(fingerprints.count))
  }

  /// Hands over a page with the documents, and begins anew.
  mutating func take() -> DigestPage {
    let starts = partitionStarts()
    let page = DigestPage(
      tokens: Array(tokens[..<tokenStarts[count]]), tokenStarts: tokenStarts,
      fingerprintCounts: fingerprintCounts, fingerprints: partitioned(by: starts),
      partitionStarts: starts, sketches: sketches)
    tokenStarts = [0]
    fingerprintCounts = []
    fingerprintCount = 0
    sketches = SketchTable()
    return page
  }

  /// Where each partition of the fingerprints begins, and where the last one ends.
  private func partitionStarts() -> [UInt32] {
    var starts = [UInt32](repeating: 0, count: DigestPage.partitions + 1)
    for fingerprint in fingerprints[..<fingerprintCount] {
      starts[Self.partition(of: fingerprint.hash) + 1] += 1
    }
    for partition in 0..<DigestPage.partitions { starts[partition + 1] += starts[partition] }
    return starts
  }

  /// The fingerprints by partition; those of one partition stay in their order.
  private func partitioned(by starts: [UInt32]) -> [PageFingerprint] {
    var ends = starts
    return [PageFingerprint](unsafeUninitializedCapacity: fingerprintCount) { target, count in
      ends.withUnsafeMutableBufferPointer { ends in
        for fingerprint in fingerprints[..<fingerprintCount] {
          let partition = Self.partition(of: fingerprint.hash)
          target.initializeElement(at: Int(ends[partition]), to: PageFingerprint(fingerprint))
          ends[partition] &+= 1
        }
      }
      count = fingerprintCount
    }
  }

  @inline(__always)
  private static func partition(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> (64 - DigestPage.partitionBits))
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
  /// Writes the images of all elements of another array from an index on, at most the end.
  ///
  /// Through a pointer: appending them one by one, or through a lazy map, takes three times as long.
  @inline(__always)
  fileprivate mutating func write<Source>(
    _ source: [Source], at start: Int, blank: Element, _ transform: (Source) -> Element
  ) {
    let end = start + source.count
    if end > count {
      append(contentsOf: repeatElement(blank, count: Swift.max(end, 2 * count) - count))
    }
    withUnsafeMutableBufferPointer { target in
      source.withUnsafeBufferPointer { source in
        for index in source.indices { target[start &+ index] = transform(source[index]) }
      }
    }
  }
}
