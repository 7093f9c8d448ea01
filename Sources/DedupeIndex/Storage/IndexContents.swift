import NearDuplicates

/// Documents in memory, and which of them are removed.
struct MemoryLayer: Sendable {
  let table: Memtable
  var dead = DeadSet()

  var liveCount: Int { table.count - dead.count }
}

/// A profile and the generation it is.
struct StoredProfile: Sendable {
  var generation: Int
  var profile: Profile
}

/// A segment, and which of its documents are removed.
struct SegmentLayer: Sendable {
  let segment: Segment
  var dead = DeadSet()
  /// Those that were removed before the documents in ``IndexContents/frozen`` were set apart.
  var deadBefore = DeadSet()

  var liveCount: Int { segment.count - dead.count }
}

extension SegmentLayer {
  /// Calls `body` with the ordinal and the moment of every live document from one ordinal up to,
  /// not including, another, rising.
  func forEachLive(from first: Ordinal, to end: Ordinal, _ body: (Ordinal, Int64) -> Void) {
    guard first <= segment.ordinals.upperBound, end > segment.ordinals.lowerBound else { return }
    for position in 0..<segment.count where !dead.contains(position) {
      let ordinal = segment.ordinal(at: position)
      if ordinal >= first, ordinal < end { body(ordinal, segment.seconds(at: position)) }
    }
  }
}

/// What an index holds at one moment, oldest documents first.
///
/// It is copied by readers under the lock: a few references, whatever the size of the index.
struct IndexContents: Sendable {
  var segments: [SegmentLayer] = []
  /// Documents that are being written as a segment, and do not change but for removals.
  var frozen: MemoryLayer?
  /// The newest documents.
  var active: MemoryLayer
  /// The greatest moment of a document ever appended.
  var newestSeconds: Int64?
  /// The profile that counts.
  var profile: StoredProfile?

  /// The ordinal that the next document gets.
  var nextOrdinal: Ordinal { active.table.firstOrdinal + UInt64(active.table.count) }

  /// The documents in memory, oldest first.
  var memory: [MemoryLayer] { (frozen.map { [$0] } ?? []) + [active] }

  /// Where a live document is, nil where it is dead or was never there.
  func place(of ordinal: Ordinal) -> DocumentPlace? {
    if let layer = layer(holding: ordinal) {
      let segment = segments[layer].segment
      guard let position = segment.position(of: ordinal) else { return nil }
      return segments[layer].dead.contains(position) ? nil : .segment(segment, position)
    }
    for layer in memory {
      guard let position = layer.table.position(of: ordinal) else { continue }
      return layer.dead.contains(position) ? nil : .memory(layer.table, position)
    }
    return nil
  }

  /// The segment whose range of ordinals holds one.
  private func layer(holding ordinal: Ordinal) -> Int? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].segment.ordinals.upperBound < ordinal {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < segments.count && segments[low].segment.ordinals.contains(ordinal) ? low : nil
  }

  /// Removes those of the documents that are there.
  mutating func remove(_ entry: RemovalEntry) {
    for ordinal in entry.ordinals { _ = remove(ordinal) }
  }

  /// Removes a document; false where it is not there.
  mutating func remove(_ ordinal: Ordinal) -> Bool {
    if let layer = layer(holding: ordinal) {
      guard let position = segments[layer].segment.position(of: ordinal) else { return false }
      return segments[layer].dead.insert(position)
    }
    if let position = active.table.position(of: ordinal) { return active.dead.insert(position) }
    if let position = frozen?.table.position(of: ordinal) {
      return frozen?.dead.insert(position) ?? false
    }
    return false
  }

  /// Adds a document to the newest.
  mutating func append(_ entry: DocumentEntry) throws(Damage) {
    guard try DocumentRecord(in: entry.record).ordinal() == nextOrdinal else {
      throw Damage(offset: 0, cause: "a document does not follow the one before it")
    }
    try active.table.append(entry)
    let seconds = active.table.seconds.last
    newestSeconds = [newestSeconds, seconds].compactMap { $0 }.max()
  }
}

extension IndexContents {
  /// The number of documents that can be found.
  var liveCount: Int {
    segments.reduce(0) { $0 + $1.liveCount } + memory.reduce(0) { $0 + $1.liveCount }
  }

  /// The live documents in memory from one ordinal up to, not including, another, rising.
  func liveInMemory(from first: Ordinal, to end: Ordinal) -> [(ordinal: Ordinal, seconds: Int64)] {
    var live: [(ordinal: Ordinal, seconds: Int64)] = []
    for layer in memory {
      for (position, seconds) in layer.table.seconds.enumerated()
      where !layer.dead.contains(position) {
        let ordinal = layer.table.firstOrdinal + UInt64(position)
        if ordinal >= first, ordinal < end { live.append((ordinal, seconds)) }
      }
    }
    return live
  }

  /// Sets the newest documents apart, to become a segment, and begins with none.
  mutating func freeze(before nextJournal: UInt64) -> SegmentFlush {
    let flush = SegmentFlush(
      table: active.table, dead: active.dead, nextOrdinal: nextOrdinal,
      newestSeconds: newestSeconds, nextJournal: nextJournal)
    for index in segments.indices { segments[index].deadBefore = segments[index].dead }
    let table = Memtable(after: active.table)
    frozen = active
    active = MemoryLayer(table: table)
    return flush
  }
}
