/// The newest documents, in memory until a segment takes them over.
///
/// Documents are only ever added, and what was added never moves: a reader that has found a
/// document under the lock may go on reading it after the lock is released.
final class Memtable: @unchecked Sendable {
  // Sendable: `append` runs under the lock of the index for writing, lookups under that for
  // reading; once frozen, nothing changes.

  let firstOrdinal: Ordinal
  let sketchLength: Int
  private let arena = Arena()
  private var documents: [UnsafeRawBufferPointer] = []
  private(set) var seconds: [Int64] = []
  let tables: [PostingTable]

  init(firstOrdinal: Ordinal, sketchLength: Int) {
    self.firstOrdinal = firstOrdinal
    self.sketchLength = sketchLength
    tables = (0..<PostingColumn.count).map { _ in PostingTable() }
  }

  /// Creates the one that follows another, with tables that need not grow to the same size again.
  init(after other: Memtable) {
    firstOrdinal = other.firstOrdinal + UInt64(other.count)
    sketchLength = other.sketchLength
    tables = other.tables.map { PostingTable(minimumSlots: $0.slotCount) }
  }

  var count: Int { documents.count }

  /// Bytes of memory, roughly.
  var memory: Int { arena.size + tables.reduce(0) { $0 + $1.memory } + count * 24 }

  /// Whether it cannot take many more documents, however much memory there is.
  var isFull: Bool {
    count >= PostingTable.maximalDocuments || tables.contains { $0.isFull }
  }

  /// The number of a document here, nil where it is not of here.
  func position(of ordinal: Ordinal) -> Int? {
    guard ordinal >= firstOrdinal, ordinal - firstOrdinal < UInt64(count) else { return nil }
    return Int(ordinal - firstOrdinal)
  }

  /// Adds the document of a journal entry.
  func append(_ entry: DocumentEntry) throws(Damage) {
    let document = UInt32(documents.count)
    let record = try DocumentRecord(in: entry.record)
    let facts = try record.facts()
    tables[PostingColumn.ids].insert([PostingKey(try record.id().checksum)], document)
    for family in PostingFamily.allCases {
      tables[family.rawValue].insert(entry.keys(of: family), document)
    }
    documents.append(arena.copy(entry.sketchAndRecord))
    seconds.append(facts.seconds)
  }

  func sketch(at position: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: documents[position].prefix(sketchLength))
  }

  func record(at position: Int) throws(Damage) -> DocumentRecord {
    try DocumentRecord(in: recordBytes(at: position))
  }

  func recordBytes(at position: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: documents[position].dropFirst(sketchLength))
  }
}

/// Memory that is only added to; what lies in it stays where it is.
private final class Arena {
  private static let blockSize = 1 << 20

  private var blocks: [UnsafeMutableRawBufferPointer] = []
  private var used = 0
  private(set) var size = 0

  deinit {
    for block in blocks { block.deallocate() }
  }

  func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    if (blocks.last?.count ?? 0) - used < bytes.count { addBlock(bytes.count) }
    guard let block = blocks.last else { return UnsafeRawBufferPointer(start: nil, count: 0) }
    let place = UnsafeMutableRawBufferPointer(rebasing: block[used..<used + bytes.count])
    place.copyMemory(from: bytes)
    used += bytes.count
    return UnsafeRawBufferPointer(place)
  }

  private func addBlock(_ atLeast: Int) {
    let block = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(atLeast, Self.blockSize), alignment: 16)
    blocks.append(block)
    size += block.count
    used = 0
  }
}
