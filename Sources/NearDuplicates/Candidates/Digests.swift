/// What is kept of every document of a collection for finding candidates, in canonical order: 4
/// bytes a word, 4 more until the fingerprints are indexed, 0.5 KB a document.
///
/// The pages that the tasks of a run make are kept as they are: to copy them into one would take
/// fresh memory for all of it.
package struct Digests: Sendable {
  /// The documents, page by page.
  private(set) var pages: [DigestPage] = []
  /// Where each document stands.
  private var places: [Place] = []
  /// The sketches.
  package private(set) var sketches: SketchTable
  /// A hash of each document's whole sequence of tokens.
  package private(set) var identities: [UInt64] = []

  /// A row of a page.
  private struct Place {
    var page: UInt32
    var row: UInt32
  }

  /// Creates digests of no documents.
  package init(parameters: SketchParameters) {
    sketches = SketchTable(parameters: parameters)
  }

  /// The number of documents.
  package var count: Int { identities.count }

  /// The low halves of the token hashes of a document.
  package func tokens(of document: Int) -> ArraySlice<UInt32> {
    let place = places[document]
    return pages[Int(place.page)].tokens(ofRow: Int(place.row))
  }

  /// The number of tokens of a document.
  package func tokenCount(of document: Int) -> Int {
    let place = places[document]
    return pages[Int(place.page)].tokenRange(ofRow: Int(place.row)).count
  }

  /// The number of fingerprints of a document.
  package func fingerprintCount(of document: Int) -> Int {
    let place = places[document]
    return pages[Int(place.page)].fingerprintCount(ofRow: Int(place.row))
  }

  /// Joins the digests of successive documents.
  package init(joining parts: [Digests], parameters: SketchParameters) {
    self.init(parameters: parameters)
    let count = parts.reduce(0) { $0 + $1.count }
    places.reserveCapacity(count)
    identities.reserveCapacity(count)
    sketches.reserveCapacity(count)
    for part in parts {
      let base = UInt32(pages.count)
      places.append(contentsOf: part.places.map { Place(page: $0.page + base, row: $0.row) })
      pages.append(contentsOf: part.pages)
      sketches.append(contentsOf: part.sketches)
      identities.append(contentsOf: part.identities)
    }
  }

  /// Keeps room for texts of so many bytes.
  ///
  /// Room that is not used costs addresses, not memory; growing by and by costs a copy of all.
  mutating func reserveCapacity(documents: Int, bytes: Int, fingerprints: Bool) {
    if pages.isEmpty { pages.append(DigestPage()) }
    pages[pages.count - 1].reserveCapacity(
      documents: documents, tokens: bytes / 3, fingerprints: fingerprints ? bytes / 10 : 0)
    sketches.reserveCapacity(documents)
  }

  /// Adds the digest of a document that has just been read.
  ///
  /// - Parameters:
  ///   - scratch: what was read.
  ///   - fingerprints: the passage fingerprints; none where no passages are looked for.
  mutating func append(_ scratch: SketchingScratch, fingerprints: [Fingerprint]) {
    scratch.appendSketch(to: &sketches)
    if pages.last.map({ $0.count == DigestPage.mostDocuments }) ?? true {
      pages.append(DigestPage())
    }
    let page = pages.count - 1
    places.append(Place(page: UInt32(page), row: UInt32(pages[page].count)))
    pages[page].append(scratch.tokens.hashes, fingerprints)
    identities.append(scratch.tokens.hashes.withUnsafeBytes { xxh3($0.baseAddress, $0.count) })
  }

  /// Sorts the fingerprints of all pages into partitions, as an index wants them.
  mutating func partitionFingerprints() {
    for page in pages.indices { pages[page].partitionFingerprints() }
  }

  /// Lets go of the fingerprints, which nothing needs once they are indexed: 4 bytes a word.
  mutating func dropFingerprints() {
    for page in pages.indices { pages[page].dropFingerprints() }
  }
}

extension Digests {
  /// Adds an occurrence for each 12-word window that contains the 8 words of a fingerprint.
  func appendWindows(around occurrence: Occurrence, to windows: inout [Occurrence]) {
    let length = PassageIndex.guaranteedRun
    let tokens = tokens(of: Int(occurrence.document))
    let anchor = Int(occurrence.position)
    let first = max(0, anchor + Winnower.defaultSize - length)
    let last = min(anchor, tokens.count - length)
    guard first <= last else { return }
    for start in first...last {
      let window = tokens[tokens.startIndex + start..<tokens.startIndex + start + length]
      windows.append(
        Occurrence(
          hash: window.withUnsafeBytes { xxh3($0.baseAddress, $0.count) },
          document: occurrence.document, position: UInt32(start)))
    }
  }
}
