/// Finds the pairs of documents whose sketches of one byte a slot agree in a band.
///
/// What ``BandIndex`` is to ``SketchTable``. Documents are named by their places in canonical order,
/// sketches stand in input order: rows are read one after the other, whatever the dates are.
struct ByteBandIndex: Sendable {
  /// How the sketches are divided.
  let bands: Bands
  /// The least estimated Jaccard similarity of a candidate.
  let leastSimilarity: Double
  /// The largest group whose documents are paired all with all.
  let cap: Int

  /// All pairs that agree in at least one band and are not unlike by estimate, in order.
  ///
  /// - Parameters:
  ///   - sketches: the sketches in input order.
  ///   - places: the place of each in canonical order; nil where it has no words.
  ///   - order: the row of each place.
  ///   - tasks: how many bands are gone through at a time.
  /// - Returns: the pairs by their places.
  ///
  /// Complexity: O(*b* · *n*) for *b* bands and *n* documents, and what large groups add.
  func pairs(
    _ sketches: ByteSketchTable, places: [UInt32?], order: [UInt32], tasks: Int
  ) async -> [PairKey] {
    let parts = await mapInOrder(Array(0..<bands.count), tasks: tasks) { band in
      var entries = entries(of: band, sketches, places)
      entries.sortByHash()
      var pairs: [PairKey] = []
      collect(entries, sketches, order, into: &pairs)
      pairs.sortAndUnique()
      return pairs
    }
    return BandIndex.united(parts)
  }

  private func entries(
    of band: Int, _ sketches: ByteSketchTable, _ places: [UInt32?]
  ) -> [Occurrence] {
    var entries: [Occurrence] = []
    entries.reserveCapacity(sketches.count)
    let rows = band * bands.rows..<(band + 1) * bands.rows
    for row in 0..<sketches.count {
      guard let place = places[row] else { continue }
      let hash = sketches.withRow(row) { bytes in
        xxh3(bytes.baseAddress.map { $0 + rows.lowerBound }, rows.count)
      }
      entries.append(Occurrence(hash: hash, document: place, position: 0))
    }
    return entries
  }

  private func collect(
    _ entries: [Occurrence], _ sketches: ByteSketchTable, _ order: [UInt32],
    into pairs: inout [PairKey]
  ) {
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
      if end - start > 1 {
        let group = entries[start..<end].map(\.document).sorted()
        forEachPair(in: group, sketches, order) { pair in
          let similarity = sketches.estimatedJaccard(
            Int(order[Int(pair.a)]), Int(order[Int(pair.b)]))
          if similarity >= leastSimilarity { pairs.append(pair) }
        }
      }
      start = end
    }
  }

  /// Pairs a group as ``Neighbours`` does; few groups are above the cap, so that no order of all
  /// sketches is kept for them.
  private func forEachPair(
    in group: [UInt32], _ sketches: ByteSketchTable, _ order: [UInt32],
    _ body: (PairKey) -> Void
  ) {
    guard group.count > cap else { return Neighbours.forEachPairOfAll(group, body) }
    let ordered = group.sorted { left, right in
      sketches.precedes(Int(order[Int(left)]), Int(order[Int(right)])) ?? (left < right)
    }
    Neighbours.forEachRepresentative(in: group, ordered: ordered, body)
  }
}
