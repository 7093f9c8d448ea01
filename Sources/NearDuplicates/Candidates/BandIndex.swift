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
    let hashes = [BandHashes(of: 0..<sketches.count, sketches, bands)]
    return Self.united((0..<bands.count).map { pairs(inBand: $0, hashes, sketches, neighbours) })
  }

  /// The same with a number of tasks.
  func pairs(_ sketches: SketchTable, neighbours: Neighbours, tasks: Int) async -> [PairKey] {
    let batches = stride(from: 0, to: sketches.count, by: 4096).map {
      $0..<min($0 + 4096, sketches.count)
    }
    let hashes = await mapInOrder(batches, tasks: tasks) { BandHashes(of: $0, sketches, bands) }
    let parts = await mapInOrder(Array(0..<bands.count), tasks: tasks) {
      pairs(inBand: $0, hashes, sketches, neighbours)
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
    inBand band: Int, _ hashes: [BandHashes], _ sketches: SketchTable, _ neighbours: Neighbours
  ) -> [PairKey] {
    var entries = Self.entries(of: band, hashes)
    entries.sortByHash()
    var pairs: [PairKey] = []
    entries.forEachRun { run in
      neighbours.forEachPair(in: run.map(\.document)) { pair in
        let similarity = sketches.estimatedJaccard(Int(pair.a), Int(pair.b))
        if similarity >= leastSimilarity { pairs.append(pair) }
      }
    }
    return pairs
  }

  private static func entries(of band: Int, _ parts: [BandHashes]) -> [Occurrence] {
    var entries: [Occurrence] = []
    entries.reserveCapacity(parts.reduce(0) { $0 + $1.documents.count })
    for part in parts {
      for (document, hash) in zip(part.documents, part.hashes(of: band)) {
        entries.append(Occurrence(hash: hash, document: document, position: 0))
      }
    }
    return entries
  }
}
