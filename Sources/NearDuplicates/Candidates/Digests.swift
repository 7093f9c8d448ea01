/// What is kept of every document of a collection for finding candidates, in canonical order: 4
/// bytes a word, 4 more until the fingerprints are indexed, 0.5 KB a document.
///
/// Pages are kept as they were made, in the order of the input: to copy them would take fresh memory
/// for all of them. Only sketches, which are gone through again and again, are put in order.
package struct Digests: Sendable {
  /// The documents, page by page.
  private(set) var pages: [DigestPage]
  /// Where each document stands.
  private let places: [Place]
  /// The document of each row, page by page.
  let documents: [UInt32]
  /// The sketches.
  package let sketches: SketchTable

  /// A row of a page.
  private struct Place {
    var page: UInt32
    var row: UInt32
  }

  /// Puts documents in order.
  ///
  /// - Parameters:
  ///   - pages: the documents as they were read.
  ///   - order: for each place in canonical order the number of the document as it was read; nil
  ///     where they were read in that order.
  init(_ pages: [DigestPage], order: [UInt32]? = nil) {
    let read = pages.enumerated().flatMap { page, content in
      (0..<content.count).map { Place(page: UInt32(page), row: UInt32($0)) }
    }
    let order = order ?? Array(0..<UInt32(read.count))
    precondition(order.count == read.count, "each document has a digest")
    var documents = order
    for (place, number) in order.enumerated() { documents[Int(number)] = UInt32(place) }
    self.documents = documents
    places = order.map { read[Int($0)] }
    sketches = Self.sketches(places, of: pages)
    self.pages = pages
    for page in pages.indices { self.pages[page].dropSketches() }
  }

  private static func sketches(_ places: [Place], of pages: [DigestPage]) -> SketchTable {
    var sketches = SketchTable()
    sketches.reserveCapacity(places.count)
    for place in places {
      pages[Int(place.page)].sketches.withSlots(of: Int(place.row)) { sketches.append($0) }
    }
    return sketches
  }

  /// The number of documents.
  package var count: Int { places.count }

  /// Calls a closure with the low halves of the token hashes of a document.
  @inline(__always)
  package func withTokens<Result>(
    of document: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    let place = places[document]
    return pages[Int(place.page)].withTokens(ofRow: Int(place.row), body)
  }

  /// The number of fingerprints of a document.
  package func fingerprintCount(of document: Int) -> Int {
    let place = places[document]
    return pages[Int(place.page)].fingerprintCount(ofRow: Int(place.row))
  }

  /// Lets go of the fingerprints, which nothing needs once they are indexed: 4 bytes a word.
  mutating func dropFingerprints() {
    for page in pages.indices { pages[page].dropFingerprints() }
  }

  /// Lets go of the tokens, which nothing needs once there are candidates: 4 bytes a word.
  mutating func dropTokens() {
    for page in pages.indices { pages[page].dropTokens() }
  }
}

extension Digests {
  private func position(of fingerprint: Occurrence) -> Int {
    let page = places[Int(fingerprint.document)].page
    return pages[Int(page)].position(ofFingerprint: fingerprint.position)
  }

  /// Adds an occurrence for each 12-word window that contains the 8 words of a fingerprint, given by
  /// its index on the document's page.
  func appendWindows(around occurrence: Occurrence, to windows: inout [Occurrence]) {
    withTokens(of: Int(occurrence.document)) { tokens in
      let length = PassageIndex.guaranteedRun
      let anchor = position(of: occurrence)
      let first = max(0, anchor + Winnower.defaultSize - length)
      let last = min(anchor, tokens.count - length)
      guard first <= last else { return }
      for start in first...last {
        let window = UnsafeRawBufferPointer(
          UnsafeBufferPointer(rebasing: tokens[start..<start + length]))
        windows.append(
          Occurrence(
            hash: xxh3(window.baseAddress, window.count), document: occurrence.document,
            position: UInt32(start)))
      }
    }
  }
}
