/// Makes pages of digests, document by document.
///
/// Tokens are written where they stay. Fingerprints are gathered in memory that serves page after
/// page, for they are put in order before they are kept.
struct DigestStage: Sendable {
  private var tokens = SlabWriter<UInt32>()
  private var tokenStarts = [0]
  private var fingerprintCounts: [UInt32] = []
  /// The passage fingerprints, each with its row for a document, and room for more.
  private var fingerprints: [Occurrence] = []
  private var fingerprintCount = 0
  private var keptFingerprints = SlabWriter<PageFingerprint>()
  private var keptPositions = SlabWriter<UInt32>()
  private var sketches = SketchTable()

  /// The number of documents that wait for their page.
  var count: Int { fingerprintCounts.count }

  /// Whether the page has room for one more document, of so many tokens.
  func hasRoom(forTokens tokenCount: Int) -> Bool {
    count == 0 || (count < DigestPage.mostDocuments && tokens.hasRoom(for: tokenCount))
  }

  /// Adds the digest of a document that has just been read.
  ///
  /// - Parameters:
  ///   - scratch: what was read.
  ///   - fingerprints: the passage fingerprints; none where no passages are looked for.
  /// - Precondition: there is room on the page.
  mutating func append(_ scratch: SketchingScratch, fingerprints: [Fingerprint]) {
    precondition(hasRoom(forTokens: scratch.tokens.count), "a page has eight bits for a row")
    if count == 0 { sketches.reserveCapacity(DigestPage.mostDocuments) }
    scratch.appendSketch(to: &sketches)
    scratch.tokens.hashes.withUnsafeBufferPointer { hashes in
      tokens.append(count: hashes.count) { target in
        for index in hashes.indices { target[index] = UInt32(truncatingIfNeeded: hashes[index]) }
      }
    }
    tokenStarts.append(tokenStarts[count] + scratch.tokens.count)
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
    keepFingerprints(by: starts)
    let page = DigestPage(
      tokens: tokens.take(), tokenStarts: tokenStarts, fingerprintCounts: fingerprintCounts,
      fingerprints: keptFingerprints.take(), positions: keptPositions.take(),
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

  /// Writes the fingerprints by partition; those of one partition stay in their order.
  private mutating func keepFingerprints(by starts: [UInt32]) {
    var ends = starts
    keptFingerprints.append(count: fingerprintCount) { kept in
      keptPositions.append(count: fingerprintCount) { positions in
        ends.withUnsafeMutableBufferPointer { ends in
          for fingerprint in fingerprints[..<fingerprintCount] {
            let partition = Self.partition(of: fingerprint.hash)
            let place = Int(ends[partition])
            kept[place] = PageFingerprint(hash: fingerprint.hash, row: fingerprint.document)
            positions[place] = fingerprint.position
            ends[partition] &+= 1
          }
        }
      }
    }
  }

  @inline(__always)
  private static func partition(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> (64 - DigestPage.partitionBits))
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
