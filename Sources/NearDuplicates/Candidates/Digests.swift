/// What is kept of every document of a collection for finding candidates, in canonical order and
/// in flat arrays: 4 bytes a word, 4 more until the fingerprints are indexed, 0.5 KB a document.
package struct Digests: Sendable {
  /// The low halves of the token hashes of all documents.
  package private(set) var tokens: [UInt32] = []
  /// Where the tokens of each document begin; one more than there are documents.
  package private(set) var tokenStarts: [Int] = [0]
  /// The passage fingerprints of all documents.
  package private(set) var fingerprints: [UInt64] = []
  /// The number of the first word of each fingerprint.
  package private(set) var positions: [UInt32] = []
  /// Where the fingerprints of each document begin; one more than there are documents.
  package private(set) var fingerprintStarts: [Int] = [0]
  /// The sketches.
  package private(set) var sketches: SketchTable
  /// A hash of each document's whole sequence of tokens.
  package private(set) var identities: [UInt64] = []

  /// Creates digests of no documents.
  package init(parameters: SketchParameters) {
    sketches = SketchTable(parameters: parameters)
  }

  /// The number of documents.
  package var count: Int { identities.count }

  /// Where the tokens of a document lie in ``tokens``.
  package func tokenRange(of document: Int) -> Range<Int> {
    tokenStarts[document]..<tokenStarts[document + 1]
  }

  /// The number of tokens of a document.
  package func tokenCount(of document: Int) -> Int {
    tokenRange(of: document).count
  }

  /// Where the fingerprints of a document lie in ``fingerprints``.
  package func fingerprintRange(of document: Int) -> Range<Int> {
    fingerprintStarts[document]..<fingerprintStarts[document + 1]
  }

  /// Joins the digests of successive documents.
  package init(joining parts: [Digests], parameters: SketchParameters) {
    self.init(parameters: parameters)
    tokens.reserveCapacity(parts.reduce(0) { $0 + $1.tokens.count })
    fingerprints.reserveCapacity(parts.reduce(0) { $0 + $1.fingerprints.count })
    positions.reserveCapacity(fingerprints.capacity)
    sketches.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { append(part) }
  }

  private mutating func append(_ other: Digests) {
    appendStarts(other.tokenStarts, to: \.tokenStarts)
    appendStarts(other.fingerprintStarts, to: \.fingerprintStarts)
    tokens.append(contentsOf: other.tokens)
    fingerprints.append(contentsOf: other.fingerprints)
    positions.append(contentsOf: other.positions)
    sketches.append(contentsOf: other.sketches)
    identities.append(contentsOf: other.identities)
  }

  /// The number of fingerprints of a document.
  package func fingerprintCount(of document: Int) -> Int {
    fingerprintRange(of: document).count
  }

  /// Adds the digest of a document that has just been read.
  ///
  /// - Parameters:
  ///   - scratch: what was read.
  ///   - fingerprints: the passage fingerprints; none where no passages are looked for.
  mutating func append(_ scratch: SketchingScratch, fingerprints: [Fingerprint]) {
    scratch.appendSketch(to: &sketches)
    let hashes = scratch.tokens.hashes
    tokens.append(contentsOf: hashes.mapped { UInt32(truncatingIfNeeded: $0) })
    tokenStarts.append(tokens.count)
    self.fingerprints.append(contentsOf: fingerprints.mapped { $0.hash })
    positions.append(contentsOf: fingerprints.mapped { $0.position })
    fingerprintStarts.append(self.fingerprints.count)
    identities.append(hashes.withUnsafeBytes { xxh3($0.baseAddress, $0.count) })
  }

  /// Lets go of the fingerprints, which nothing needs once they are indexed: 4 bytes a word.
  mutating func dropFingerprints() {
    fingerprints = []
    positions = []
  }

  private mutating func appendStarts(
    _ starts: [Int], to keyPath: WritableKeyPath<Digests, [Int]>
  ) {
    let base = self[keyPath: keyPath][count]
    self[keyPath: keyPath].append(contentsOf: starts.dropFirst().map { $0 + base })
  }
}

extension Digests {
  /// Adds an occurrence for each 12-word window that contains the 8 words of a fingerprint.
  func appendWindows(around occurrence: Occurrence, to windows: inout [Occurrence]) {
    let length = PassageIndex.guaranteedRun
    let range = tokenRange(of: Int(occurrence.document))
    let anchor = range.lowerBound + Int(occurrence.position)
    let first = max(range.lowerBound, anchor + Winnower.defaultSize - length)
    let last = min(anchor, range.upperBound - length)
    guard first <= last else { return }
    for start in first...last {
      windows.append(
        Occurrence(
          hash: windowHash(start..<(start + length)), document: occurrence.document,
          position: UInt32(start - range.lowerBound)))
    }
  }

  private func windowHash(_ window: Range<Int>) -> UInt64 {
    tokens[window].withUnsafeBytes { xxh3($0.baseAddress, $0.count) }
  }
}

extension Array {
  /// The images of all elements, written in one go: appending them one by one, or through a lazy
  /// map, takes three times as long.
  @inline(__always)
  fileprivate func mapped<Image>(_ transform: (Element) -> Image) -> [Image] {
    [Image](unsafeUninitializedCapacity: count) { target, initialized in
      withUnsafeBufferPointer { source in
        for index in source.indices {
          target.initializeElement(at: index, to: transform(source[index]))
        }
      }
      initialized = count
    }
  }
}
