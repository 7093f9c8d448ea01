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
    var found = PairSet()
    // As many bands at a time as there are tasks: what they repeat is dropped before it piles up.
    for start in stride(from: 0, to: bands.count, by: max(1, tasks)) {
      let bands = Array(start..<min(start + max(1, tasks), bands.count))
      let parts = await mapInOrder(bands, tasks: tasks) { band in
        var entries = entries(of: band, sketches, places)
        entries.sortByHash()
        var pairs: [PairKey] = []
        collect(entries, sketches, order, into: &pairs)
        return pairs
      }
      for part in parts { found.insert(part) }
    }
    return await alike(found.sorted, sketches, order, tasks: tasks)
  }

  /// Pairs that are not unlike by estimate, which is made once for each pair, however many bands
  /// have found it.
  private func alike(
    _ pairs: [PairKey], _ sketches: ByteSketchTable, _ order: [UInt32], tasks: Int
  ) async -> [PairKey] {
    let parts = stride(from: 0, to: pairs.count, by: 8192).map {
      pairs[$0..<min($0 + 8192, pairs.count)]
    }
    return await mapInOrder(parts, tasks: tasks) { part in
      part.filter { pair in
        let similarity = sketches.estimatedJaccard(
          Int(order[Int(pair.a)]), Int(order[Int(pair.b)]))
        return similarity >= leastSimilarity
      }
    }.flatMap { $0 }
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
    entries.forEachRun { run in
      if run.count == 2 {
        pairs.append(PairKey(run[0].document, run[1].document))
      } else {
        forEachPair(in: run.map(\.document).sorted(), sketches, order) { pairs.append($0) }
      }
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

/// Distinct pairs in a table with open addressing; no pair is 0, for its two documents differ.
private struct PairSet {
  private var places = [UInt64](repeating: 0, count: 1 << 12)
  private var count = 0

  mutating func insert(_ pairs: [PairKey]) {
    for pair in pairs {
      if count * 2 >= places.count { grow() }
      let place = Self.place(of: pair.bits, in: places)
      if places[place] == 0 {
        places[place] = pair.bits
        count += 1
      }
    }
  }

  /// All pairs in order.
  var sorted: [PairKey] {
    places.lazy.filter { $0 != 0 }
      .map { PairKey(UInt32($0 >> 32), UInt32(truncatingIfNeeded: $0)) }
      .sorted()
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: places.count * 2)
    for pair in places where pair != 0 { larger[Self.place(of: pair, in: larger)] = pair }
    places = larger
  }

  @inline(__always)
  private static func place(of pair: UInt64, in places: [UInt64]) -> Int {
    let mask = places.count - 1
    let mixed = pair &* 0x9E37_79B9_7F4A_7C15
    var place = Int(truncatingIfNeeded: mixed ^ mixed >> 32) & mask
    while places[place] != 0, places[place] != pair { place = (place + 1) & mask }
    return place
  }
}
