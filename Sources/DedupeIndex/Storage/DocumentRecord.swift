import NearDuplicates

// A record is what is kept of one document besides its sketch and keys. The same bytes stand in
// memory, in the journal and in a segment; Documentation/IndexFormat.md draws them.

/// Where the parts of a record lie.
struct DocumentRecord {
  private enum Flag {
    static let hasDate: UInt8 = 1
    static let hasTimeOfDay: UInt8 = 2
    static let hasOf: UInt8 = 4
    static let isCore: UInt8 = 8
    static let isKeeper: UInt8 = 16
    static let hasTitle: UInt8 = 32
    static let hasSource: UInt8 = 64
    static let hasURL: UInt8 = 128
  }

  /// Checksum of the head, length of the head, length of the text, checksum of the text.
  static let prefixLength = 24
  static let noRelation: UInt8 = 255

  let bytes: UnsafeRawBufferPointer
  private let headLength: Int

  /// Finds the record at an offset and checks its head.
  init(in bytes: UnsafeRawBufferPointer, at offset: Int = 0) throws(Damage) {
    var reader = ByteReader(bytes, at: max(0, min(offset, bytes.count)))
    let checksum = try reader.number(UInt64.self)
    headLength = Int(try reader.number(UInt32.self))
    let textLength = Int(try reader.number(UInt32.self))
    _ = try reader.number(UInt64.self)
    _ = try reader.take(headLength)
    _ = try reader.take(textLength)
    let all = offset..<reader.offset
    self.bytes = UnsafeRawBufferPointer(rebasing: bytes[all])
    let head = self.bytes[8..<Self.prefixLength + headLength]
    guard UnsafeRawBufferPointer(rebasing: head).checksum == checksum else {
      throw Damage(offset: offset, cause: "the checksum of a document's head does not fit")
    }
  }

  private var head: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      rebasing: bytes[Self.prefixLength..<Self.prefixLength + headLength])
  }

  private var storedText: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[(Self.prefixLength + headLength)...])
  }

  // MARK: Reading

  /// The numbers of the record.
  func facts() throws(Damage) -> EntryFacts {
    var reader = ByteReader(head)
    return try Self.facts(&reader).facts
  }

  /// The ordinal alone.
  func ordinal() throws(Damage) -> Ordinal {
    var reader = ByteReader(head)
    return try reader.number(Ordinal.self)
  }

  /// The id's JSON token.
  func id() throws(Damage) -> UnsafeRawBufferPointer {
    var reader = ByteReader(head)
    _ = try Self.facts(&reader)
    return try reader.counted()
  }

  /// All but the text.
  func header() throws(Damage) -> EntryHeader {
    var reader = ByteReader(head)
    let (facts, flags, _, _) = try Self.facts(&reader)
    let id = Array(try reader.counted())
    let shown = try reader.text()
    let title = try reader.text()
    let source = try reader.text()
    let url = try reader.text()
    return EntryHeader(
      facts: facts, id: id, shownID: shown,
      title: flags & Flag.hasTitle != 0 ? title : nil,
      source: flags & Flag.hasSource != 0 ? source : nil,
      url: flags & Flag.hasURL != 0 ? url : nil)
  }

  /// The text, its checksum checked.
  func text() throws(Damage) -> String {
    var reader = ByteReader(bytes, at: 16)
    let checksum = try reader.number(UInt64.self)
    let stored = storedText
    guard stored.checksum == checksum else {
      throw Damage(offset: Self.prefixLength + headLength, cause: "a text's checksum does not fit")
    }
    reader = ByteReader(head)
    let (_, _, form, length) = try Self.facts(&reader)
    guard let form = PackedText.Form(rawValue: form),
      let text = PackedText.text(of: stored, form: form, textLength: length)
    else {
      throw Damage(offset: Self.prefixLength + headLength, cause: "a text cannot be unpacked")
    }
    return text
  }

  private static func facts(
    _ reader: inout ByteReader
  ) throws(Damage) -> (facts: EntryFacts, flags: UInt8, form: UInt8, textLength: Int) {
    let ordinal = try reader.number(UInt64.self)
    let identity = try reader.number(UInt64.self)
    let arrival = try reader.number(Int64.self)
    let seconds = try reader.number(Int64.self)
    let date = try reader.number(Int64.self)
    let cluster = try reader.number(UInt64.self)
    let of = try reader.number(UInt64.self)
    let score = Double(bitPattern: try reader.number(UInt64.self))
    let wordCount = try reader.number(UInt32.self)
    let fingerprintCount = try reader.number(UInt32.self)
    let generation = try reader.number(UInt32.self)
    let textLength = Int(try reader.number(UInt32.self))
    let relation = try reader.number(UInt8.self)
    let flags = try reader.number(UInt8.self)
    let form = try reader.number(UInt8.self)
    _ = try reader.number(UInt8.self)
    let facts = EntryFacts(
      ordinal: ordinal,
      date: flags & Flag.hasDate == 0
        ? nil : Timestamp(seconds: date, hasTimeOfDay: flags & Flag.hasTimeOfDay != 0),
      arrival: arrival, seconds: seconds, identity: identity, wordCount: wordCount,
      fingerprintCount: fingerprintCount,
      verdict: StoredVerdict(
        cluster: cluster, of: flags & Flag.hasOf != 0 ? of : nil,
        relation: Relation(stored: relation), score: score, isCore: flags & Flag.isCore != 0,
        isKeeper: flags & Flag.isKeeper != 0, generation: generation))
    return (facts, flags, form, textLength)
  }

  // MARK: Writing

  /// The record of an entry.
  static func encode(_ entry: IndexEntry, ordinal: Ordinal, into writer: inout ByteWriter) {
    let text = entry.packedText ?? PackedText(entry.document.text)
    let begin = writer.count
    writer.append(UInt64(0))
    writer.append(UInt32(0))
    writer.append(UInt32(text.bytes.count))
    writer.append(text.bytes.checksum)
    encodeHead(entry, ordinal, text, into: &writer)
    let headLength = writer.count - begin - prefixLength
    writer.replace(at: begin + 8, with: UInt64(headLength) | UInt64(text.bytes.count) << 32)
    let checksum = writer.bytes.withUnsafeBytes {
      UnsafeRawBufferPointer(rebasing: $0[(begin + 8)...]).checksum
    }
    writer.replace(at: begin, with: checksum)
    writer.append(text.bytes)
  }

  private static func encodeHead(
    _ entry: IndexEntry, _ ordinal: Ordinal, _ text: PackedText, into writer: inout ByteWriter
  ) {
    let document = entry.document
    let verdict = entry.verdict
    writer.append(ordinal)
    writer.append(entry.identity)
    writer.append(entry.arrival)
    writer.append(entry.seconds)
    writer.append(document.date?.seconds ?? 0)
    writer.append(verdict.cluster ?? ordinal)
    writer.append(verdict.of ?? 0)
    writer.append(verdict.score.bitPattern)
    writer.append(entry.wordCount)
    writer.append(entry.fingerprintCount)
    writer.append(verdict.generation)
    writer.append(UInt32(text.textLength))
    writer.append(verdict.relation?.stored ?? noRelation)
    writer.append(flags(of: entry))
    writer.append(text.form.rawValue)
    writer.append(UInt8(0))
    writer.appendCounted(entry.id)
    for field in [document.id, document.title, document.source, document.url] {
      writer.appendCounted((field ?? "").utf8)
    }
  }

  private static func flags(of entry: IndexEntry) -> UInt8 {
    let document = entry.document
    var flags: UInt8 = 0
    if let date = document.date {
      flags |= Flag.hasDate | (date.hasTimeOfDay ? Flag.hasTimeOfDay : 0)
    }
    if entry.verdict.of != nil { flags |= Flag.hasOf }
    if entry.verdict.isCore { flags |= Flag.isCore }
    if entry.verdict.isKeeper { flags |= Flag.isKeeper }
    if document.title != nil { flags |= Flag.hasTitle }
    if document.source != nil { flags |= Flag.hasSource }
    if document.url != nil { flags |= Flag.hasURL }
    return flags
  }
}

extension Relation {
  // Stored numbers are part of the format: never change one, only add.
  private static let numbers: [Relation] = [
    .identical, .reprint, .version, .excerpt, .rewrite, .partial, .template, .quotes, .boilerplate,
  ]

  fileprivate init?(stored number: UInt8) {
    guard Self.numbers.indices.contains(Int(number)) else { return nil }
    self = Self.numbers[Int(number)]
  }

  fileprivate var stored: UInt8 {
    UInt8(Self.numbers.firstIndex(of: self) ?? Int(DocumentRecord.noRelation))
  }
}
