extension DocumentIndex {
  /// Looks keys up in a column of postings; see
  /// ``forEachPosting(of:in:newest:oldest:_:)-(_,PostingFamily,_,_,_)``.
  func forEachPosting(
    of keys: [PostingKey], in column: Int, newest: Int, oldest: Int,
    _ body: (_ key: Int, _ ordinal: Ordinal) -> Void
  ) {
    let (inMemory, layers) = contents.withLock { contents in
      (MemoryPostings(of: keys, in: column, contents), contents.segments)
    }
    // Segment by segment, all keys at once: their cache misses overlap.
    let inSegments = layers.map { $0.segment.postings[column].ranges(of: keys) }
    for key in keys.indices {
      PostingWalk(
        memory: inMemory.ordinals(of: key), layers: layers, column: column,
        ranges: inSegments.map { $0[key] }
      ).forEach(newest: newest, oldest: oldest) { body(key, $0) }
    }
  }
}

/// What the memory holds of some keys, copied while the lock was held.
private struct MemoryPostings: Sendable {
  private var ordinals: [Ordinal] = []
  private var ends: [Int] = []

  init(of keys: [PostingKey], in column: Int, _ contents: IndexContents) {
    ends.reserveCapacity(keys.count)
    let layers = contents.memory
    for key in keys {
      for layer in layers {
        layer.table.tables[column].withDocuments(of: key) { documents in
          for document in documents where !layer.dead.contains(Int(document)) {
            ordinals.append(layer.table.firstOrdinal + UInt64(document))
          }
        }
      }
      ends.append(ordinals.count)
    }
  }

  /// The live documents in memory that have a key, rising.
  func ordinals(of key: Int) -> ArraySlice<Ordinal> {
    ordinals[(key == 0 ? 0 : ends[key - 1])..<ends[key]]
  }
}

/// Goes through the documents that have one key, from either end.
private struct PostingWalk {
  let memory: ArraySlice<Ordinal>
  let layers: [SegmentLayer]
  let column: Int
  /// The entries of the key in each segment.
  let ranges: [Range<Int>]

  func forEach(newest: Int, oldest: Int, _ body: (Ordinal) -> Void) {
    var rest = newest
    var lowest = Ordinal.max
    forEachFalling { ordinal in
      guard rest > 0 else { return false }
      rest -= 1
      lowest = ordinal
      body(ordinal)
      return true
    }
    guard rest == 0, oldest > 0 else { return }
    rest = oldest
    forEachRising { ordinal in
      guard rest > 0, ordinal < lowest else { return false }
      rest -= 1
      body(ordinal)
      return true
    }
  }

  private func forEachFalling(_ body: (Ordinal) -> Bool) {
    for ordinal in memory.reversed() {
      guard body(ordinal) else { return }
    }
    for layer in layers.indices.reversed() where !ranges[layer].isEmpty {
      for entry in ranges[layer].reversed() {
        if let ordinal = ordinal(entry, layer), !body(ordinal) { return }
      }
    }
  }

  private func forEachRising(_ body: (Ordinal) -> Bool) {
    for layer in layers.indices where !ranges[layer].isEmpty {
      for entry in ranges[layer] {
        if let ordinal = ordinal(entry, layer), !body(ordinal) { return }
      }
    }
    for ordinal in memory {
      guard body(ordinal) else { return }
    }
  }

  /// The document of an entry, nil where it is dead or the file says nonsense.
  private func ordinal(_ entry: Int, _ layer: Int) -> Ordinal? {
    let segment = layers[layer].segment
    let position = segment.postings[column].document(at: entry)
    guard position < segment.count, !layers[layer].dead.contains(position) else { return nil }
    return segment.ordinal(at: position)
  }
}
