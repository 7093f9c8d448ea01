// A journal: a header, then entries. Documentation/IndexFormat.md draws both.

/// What an entry of a journal does.
enum JournalKind: UInt32 {
  /// Adds a document.
  case document = 1
  /// Removes documents.
  case removal = 2
  /// Does nothing; it tells how far the journal was synced.
  case mark = 3
}

/// How a journal begins.
struct JournalHeader: Equatable {
  static let magic = Array("DEDUJRNL".utf8)
  static let length = 48

  var number: UInt64
  /// The ordinal that the first document in it has.
  var firstOrdinal: Ordinal
  /// Bytes of the journal before it but for a mark at its end, all of which are synced before
  /// anything here is.
  var previousLength: Int

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.append(formatVersion)
    writer.append(UInt32(0))
    writer.append(number)
    writer.append(firstOrdinal)
    writer.append(UInt64(previousLength))
    writer.append(writer.bytes.checksum)
    return writer.bytes
  }

  init(number: UInt64, firstOrdinal: Ordinal, previousLength: Int) {
    self.number = number
    self.firstOrdinal = firstOrdinal
    self.previousLength = previousLength
  }

  init(_ bytes: UnsafeRawBufferPointer) throws(Damage) {
    var reader = ByteReader(bytes)
    guard Array(try reader.take(8)) == Self.magic else {
      throw Damage(offset: 0, cause: "it does not begin as a journal does")
    }
    let version = try reader.number(UInt32.self)
    _ = try reader.number(UInt32.self)
    number = try reader.number(UInt64.self)
    firstOrdinal = try reader.number(Ordinal.self)
    previousLength = Int(clamping: try reader.number(UInt64.self))
    let checksum = try reader.number(UInt64.self)
    guard UnsafeRawBufferPointer(rebasing: bytes[..<40]).checksum == checksum else {
      throw Damage(offset: 0, cause: "the checksum of the journal's header does not fit")
    }
    // The manifest has told the version already; another one here is no journal of this index.
    guard version == formatVersion else {
      throw Damage(offset: 8, cause: "the journal has version \(version), not that of the manifest")
    }
  }
}

/// One entry of a journal.
struct JournalEntry {
  static let headLength = 32
  /// What every entry bears at byte 8, so that entries behind a torn one can be found.
  private static let marker: UInt32 = 0x4A44_4544
  /// A journal entry is held in memory.
  static let maximalPayload = 1 << 30

  var kind: JournalKind
  /// How much of the journal was synced when the entry was written.
  var durable: Int
  var payload: UnsafeRawBufferPointer

  /// Bytes of an entry with its padding.
  static func length(payload: Int) -> Int { (headLength + payload + 7) & ~7 }

  /// Writes an entry, whose payload `body` appends.
  static func encode(
    _ kind: JournalKind, journal: UInt64, durable: Int, into writer: inout ByteWriter,
    _ body: (inout ByteWriter) -> Void
  ) {
    let begin = writer.count
    writer.append(UInt64(0))
    writer.append(marker)
    writer.append(kind.rawValue)
    writer.append(UInt64(durable))
    writer.append(UInt64(0))
    body(&writer)
    let length = UInt64(writer.count - begin - headLength)
    writer.replace(at: begin + 24, with: length | (journal & 0xFFFF_FFFF) << 32)
    writer.align(to: 8)
    let checksum = writer.bytes.withUnsafeBytes {
      UnsafeRawBufferPointer(rebasing: $0[(begin + 8)...]).checksum
    }
    writer.replace(at: begin, with: checksum)
  }

  /// Reads the entry at an offset of a journal.
  init(in bytes: UnsafeRawBufferPointer, at offset: Int, journal: UInt64) throws(Damage) {
    var reader = ByteReader(bytes, at: offset)
    let checksum = try reader.number(UInt64.self)
    let marker = try reader.number(UInt32.self)
    let kind = JournalKind(rawValue: try reader.number(UInt32.self))
    durable = Int(clamping: try reader.number(UInt64.self))
    let length = Int(try reader.number(UInt32.self))
    let number = try reader.number(UInt32.self)
    guard marker == Self.marker, let kind, number == UInt32(truncatingIfNeeded: journal),
      length <= Self.maximalPayload
    else { throw Damage(offset: offset, cause: "there is no journal entry") }
    self.kind = kind
    payload = try reader.take(length)
    _ = try reader.take((8 - length % 8) % 8)
    let checked = bytes[offset + 8..<reader.offset]
    guard UnsafeRawBufferPointer(rebasing: checked).checksum == checksum else {
      throw Damage(offset: offset, cause: "the checksum of a journal entry does not fit")
    }
  }
}

/// What an entry that adds a document holds: its sketch, its record, its keys.
struct DocumentEntry {
  private static let keyLength = PostingKey.bits / 8

  let sketchAndRecord: UnsafeRawBufferPointer
  let record: UnsafeRawBufferPointer
  private let keys: [UnsafeRawBufferPointer]

  init(_ payload: UnsafeRawBufferPointer, sketchLength: Int) throws(Damage) {
    var reader = ByteReader(payload)
    _ = try reader.take(sketchLength)
    record = try DocumentRecord(in: payload, at: sketchLength).bytes
    _ = try reader.take(record.count)
    sketchAndRecord = UnsafeRawBufferPointer(rebasing: payload[..<reader.offset])
    var keys: [UnsafeRawBufferPointer] = []
    for _ in PostingFamily.allCases {
      let count = Int(try reader.number(UInt32.self))
      keys.append(try reader.take(count * Self.keyLength))
    }
    self.keys = keys
  }

  static func encode(_ entry: IndexEntry, ordinal: Ordinal, into writer: inout ByteWriter) {
    writer.append(entry.sketch)
    DocumentRecord.encode(entry, ordinal: ordinal, into: &writer)
    for family in PostingFamily.allCases {
      let keys = entry.keys.indices.contains(family.rawValue) ? entry.keys[family.rawValue] : []
      writer.append(UInt32(keys.count))
      append(keys, to: &writer)
    }
  }

  /// Five bytes a key: each is written as eight, of which the next one covers three.
  private static func append(_ keys: [UInt64], to writer: inout ByteWriter) {
    let length = keys.count * keyLength
    withUnsafeTemporaryAllocation(byteCount: length + 8, alignment: 8) { bytes in
      for (index, key) in keys.enumerated() {
        bytes.storeBytes(
          of: PostingKey(key).value.littleEndian, toByteOffset: index * keyLength,
          as: UInt64.self)
      }
      writer.append(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
    }
  }

  func keys(of family: PostingFamily) -> [PostingKey] {
    let keys = self.keys[family.rawValue]
    return stride(from: 0, to: keys.count, by: Self.keyLength).map { offset in
      let low = keys.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      return PostingKey(
        stored: UInt64(UInt32(littleEndian: low)) | UInt64(keys[offset + 4]) << 32)
    }
  }
}

/// What an entry that removes documents holds: their ordinals.
struct RemovalEntry {
  /// At most so many ordinals an entry.
  static let limit = 1 << 16

  let ordinals: [Ordinal]

  init(_ payload: UnsafeRawBufferPointer) throws(Damage) {
    var reader = ByteReader(payload)
    var ordinals: [Ordinal] = []
    while reader.remaining > 0 { ordinals.append(try reader.number()) }
    self.ordinals = ordinals
  }
}
