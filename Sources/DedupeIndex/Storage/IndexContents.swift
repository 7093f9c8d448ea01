import NearDuplicates

/// Documents in memory, and which of them are removed.
struct MemoryLayer: Sendable {
  let table: Memtable
  var dead = DeadSet()

  var liveCount: Int { table.count - dead.count }
}

/// What an index holds at one moment, oldest documents first.
///
/// It is copied by readers under the lock: a few references, whatever the size of the index.
struct IndexContents: Sendable {
  /// Documents that are being written as a segment, and do not change but for removals.
  var frozen: MemoryLayer?
  /// The newest documents.
  var active: MemoryLayer
  /// The greatest moment of a document ever appended.
  var newestSeconds: Int64?
  /// The profile that counts.
  var profile: (generation: Int, profile: Profile)?

  /// The ordinal that the next document gets.
  var nextOrdinal: Ordinal { active.table.firstOrdinal + UInt64(active.table.count) }

  /// The documents in memory, oldest first.
  var memory: [MemoryLayer] { (frozen.map { [$0] } ?? []) + [active] }

  /// Where a live document is, nil where it is dead or was never there.
  func place(of ordinal: Ordinal) -> DocumentPlace? {
    for layer in memory {
      guard let position = layer.table.position(of: ordinal) else { continue }
      return layer.dead.contains(position) ? nil : .memory(layer.table, position)
    }
    return nil
  }

  /// Removes those of the documents that are there.
  mutating func remove(_ entry: RemovalEntry) {
    for ordinal in entry.ordinals { _ = remove(ordinal) }
  }

  /// Removes a document; false where it is not there.
  mutating func remove(_ ordinal: Ordinal) -> Bool {
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

/// Where a document is; it can be read for as long as this is held.
enum DocumentPlace {
  case memory(Memtable, Int)

  /// The sketch, as long as the place is held.
  var sketch: UnsafeRawBufferPointer {
    switch self {
    case .memory(let table, let position): table.sketch(at: position)
    }
  }

  /// The record; `file` is that of a segment.
  func record() throws(IndexError) -> DocumentRecord {
    switch self {
    case .memory(let table, let position):
      do throws(Damage) {
        return try table.record(at: position)
      } catch {
        throw .damaged(file: "memory", offset: error.offset, cause: error.cause)
      }
    }
  }
}
