extension DocumentIndex {
  /// Looks keys up in a column of postings, as the function of the same name for a family says.
  func forEachPosting(
    of keys: [PostingKey], in column: Int, newest: Int, oldest: Int,
    _ body: (_ key: Int, _ ordinal: Ordinal) -> Void
  ) {
    let (memory, layers) = contents.withLock { contents in
      (MemoryPostings(of: keys, in: column, contents), contents.segments)
    }
    let capacity = max(1, keys.count * layers.count)
    withUnsafeTemporaryAllocation(of: EntryRange.self, capacity: capacity) { ranges in
      var found = memory.found
      for (index, layer) in layers.enumerated() {
        // Segment by segment, all keys at once: their cache misses overlap.
        let places = ranges[index * keys.count..<(index + 1) * keys.count]
        keys.withUnsafeBufferPointer { keys in
          layer.segment.postings[column].find(keys, .init(rebasing: places), &found)
        }
      }
      // Reached by pointer: counting references to the layers would cost more than the postings.
      layers.map { WalkedLayer($0, column) }.withUnsafeBufferPointer { layers in
        let walk = PostingWalk(
          memory: memory, layers: layers, ranges: UnsafeBufferPointer(ranges), keys: keys.count)
        found.forEach { walk.forEach(of: $0, newest: newest, oldest: oldest, body) }
      }
    }
  }
}

/// The keys of a lookup that some document has: of a hundred, some ten, so that going through all
/// of them would cost as much as looking them up.
struct FoundKeys: Sendable, Equatable {
  private var words: [UInt64]

  /// None of so many keys.
  init(of count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  mutating func insert(_ key: Int) { words[key >> 6] |= 1 &<< UInt64(key & 63) }

  /// Calls `body` with each key, rising.
  @inline(__always)
  func forEach(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 + word.trailingZeroBitCount)
        word &= word &- 1
      }
    }
  }
}

/// What the memory holds of some keys, copied while the lock was held.
private struct MemoryPostings: Sendable {
  /// The keys that any document in memory has.
  private(set) var found: FoundKeys
  /// The live documents of all keys, key by key, rising.
  private(set) var ordinals: [Ordinal] = []
  /// Where those of each key end.
  private(set) var ends: [Int]

  init(of keys: [PostingKey], in column: Int, _ contents: IndexContents) {
    ends = Array(repeating: 0, count: keys.count)
    found = FoundKeys(of: keys.count)
    var postings: [(key: Int, ordinal: Ordinal)] = []
    for layer in contents.memory {
      let first = layer.table.firstOrdinal
      layer.table.tables[column].forEachList(of: keys) { key, documents in
        found.insert(key)
        for document in documents where !layer.dead.contains(Int(document)) {
          postings.append((key, first + UInt64(document)))
        }
      }
    }
    // By counting: there are few keys, and those of a key are rising already.
    for (key, _) in postings { ends[key] += 1 }
    var begins = [Int](repeating: 0, count: keys.count)
    var end = 0
    for key in keys.indices {
      begins[key] = end
      end += ends[key]
      ends[key] = end
    }
    ordinals = Array(repeating: 0, count: end)
    for (key, ordinal) in postings {
      ordinals[begins[key]] = ordinal
      begins[key] += 1
    }
  }

  /// Where the documents of a key lie in ``ordinals``.
  @inline(__always)
  func range(of key: Int) -> Range<Int> { (key == 0 ? 0 : ends[key - 1])..<ends[key] }
}

/// What is needed of a segment to go through postings of a column.
private struct WalkedLayer {
  private let postings: SegmentPostings
  private let ordinals: OrdinalColumn
  private let dead: DeadSet
  private let count: Int

  init(_ layer: SegmentLayer, _ column: Int) {
    postings = layer.segment.postings[column]
    ordinals = layer.segment.ordinalColumn
    dead = layer.dead
    count = layer.segment.count
  }

  /// The document of an entry, nil where it is dead or the file says nonsense.
  @inline(__always)
  func ordinal(_ entry: Int) -> Ordinal? {
    let position = postings.document(at: entry)
    guard position < count, dead.isEmpty || !dead.contains(position) else { return nil }
    return ordinals[position]
  }
}

/// Goes through the documents that have a key, from either end.
private struct PostingWalk {
  let memory: MemoryPostings
  let layers: UnsafeBufferPointer<WalkedLayer>
  /// The entries of each key in each segment, segment by segment.
  let ranges: UnsafeBufferPointer<EntryRange>
  let keys: Int

  @inline(__always)
  func forEach(
    of key: Int, newest: Int, oldest: Int, _ body: (_ key: Int, _ ordinal: Ordinal) -> Void
  ) {
    var rest = newest
    var lowest = Ordinal.max
    forEachFalling(key) { ordinal in
      guard rest > 0 else { return false }
      rest -= 1
      lowest = ordinal
      body(key, ordinal)
      return true
    }
    guard rest == 0, oldest > 0 else { return }
    rest = oldest
    forEachRising(key) { ordinal in
      guard rest > 0, ordinal < lowest else { return false }
      rest -= 1
      body(key, ordinal)
      return true
    }
  }

  @inline(__always)
  private func forEachFalling(_ key: Int, _ body: (Ordinal) -> Bool) {
    for index in memory.range(of: key).reversed() {
      guard body(memory.ordinals[index]) else { return }
    }
    for layer in layers.indices.reversed() {
      let range = ranges[layer * keys + key]
      for entry in stride(from: Int(range.end) - 1, through: Int(range.begin), by: -1) {
        if let ordinal = layers[layer].ordinal(entry), !body(ordinal) { return }
      }
    }
  }

  @inline(__always)
  private func forEachRising(_ key: Int, _ body: (Ordinal) -> Bool) {
    for layer in layers.indices {
      let range = ranges[layer * keys + key]
      for entry in Int(range.begin)..<Int(range.end) {
        if let ordinal = layers[layer].ordinal(entry), !body(ordinal) { return }
      }
    }
    for index in memory.range(of: key) {
      guard body(memory.ordinals[index]) else { return }
    }
  }
}
