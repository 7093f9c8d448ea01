/// The hashes of the bands of some successive sketches, band by band.
///
/// All bands of a sketch are hashed at once: to go through the sketches band by band takes two
/// visits to memory for each hash.
struct BandHashes: Sendable {
  /// The documents that have a sketch.
  let documents: [UInt32]
  private let hashes: [UInt64]

  /// Hashes the sketches of a range of documents.
  init(of range: Range<Int>, _ sketches: SketchTable, _ bands: Bands) {
    let documents = range.filter { !sketches.isEmpty($0) }.map { UInt32($0) }
    self.documents = documents
    hashes = [UInt64](unsafeUninitializedCapacity: documents.count * bands.count) { hashes, count in
      for (row, document) in documents.enumerated() {
        sketches.withSlots(of: Int(document)) { slots in
          for band in 0..<bands.count {
            let rows = slots[band * bands.rows..<(band + 1) * bands.rows]
            let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: rows))
            hashes.initializeElement(
              at: band * documents.count + row, to: xxh3(bytes.baseAddress, bytes.count))
          }
        }
      }
      count = documents.count * bands.count
    }
  }

  /// The hash of a band for each of ``documents``.
  func hashes(of band: Int) -> ArraySlice<UInt64> {
    hashes[band * documents.count..<(band + 1) * documents.count]
  }
}
