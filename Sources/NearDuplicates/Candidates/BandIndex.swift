/// Finds the pairs of documents whose sketches agree in a band.
struct BandIndex: Sendable {
  /// How the sketches are divided.
  let bands: Bands
  /// The least estimated Jaccard similarity of a candidate.
  let leastSimilarity: Double

  /// All pairs that agree in at least one band and are not unlike by estimate, in order.
  ///
  /// Complexity: O(*b* · *n*) for *b* bands and *n* documents, and what large groups add.
  func pairs(_ sketches: SketchTable, neighbours: Neighbours) -> [PairKey] {
    Self.united((0..<bands.count).map { pairs(inBand: $0, sketches, neighbours) })
  }

  /// The same with a number of tasks.
  func pairs(_ sketches: SketchTable, neighbours: Neighbours, tasks: Int) async -> [PairKey] {
    let parts = await mapInOrder(Array(0..<bands.count), tasks: tasks) {
      pairs(inBand: $0, sketches, neighbours)
    }
    return Self.united(parts)
  }

  private static func united(_ parts: [[PairKey]]) -> [PairKey] {
    var pairs: [PairKey] = []
    for part in parts {
      pairs.append(contentsOf: part)
      // What many bands repeat is dropped before it piles up.
      if pairs.count > 1 << 22 { pairs.sortAndUnique() }
    }
    pairs.sortAndUnique()
    return pairs
  }

  private func pairs(
    inBand band: Int, _ sketches: SketchTable, _ neighbours: Neighbours
  ) -> [PairKey] {
    var entries = entries(of: band, sketches)
    entries.sortByHash()
    var pairs: [PairKey] = []
    collect(entries, sketches, neighbours, into: &pairs)
    return pairs
  }

  private func entries(of band: Int, _ sketches: SketchTable) -> [Occurrence] {
    var entries: [Occurrence] = []
    entries.reserveCapacity(sketches.count)
    let rows = band * bands.rows..<(band + 1) * bands.rows
    for document in 0..<sketches.count where !sketches.isEmpty(document) {
      let hash = sketches.withSlots(of: document) { slots in
        let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: slots[rows]))
        return xxh3(bytes.baseAddress, bytes.count)
      }
      entries.append(Occurrence(hash: hash, document: UInt32(document), position: 0))
    }
    return entries
  }

  private func collect(
    _ entries: [Occurrence], _ sketches: SketchTable, _ neighbours: Neighbours,
    into pairs: inout [PairKey]
  ) {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      if end - start > 1 {
        let group = entries[start..<end].map(\.document)
        neighbours.forEachPair(in: group) { pair in
          let similarity = sketches.estimatedJaccard(Int(pair.a), Int(pair.b))
          if similarity >= leastSimilarity { pairs.append(pair) }
        }
      }
      start = end
    }
  }
}
