#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import NearDuplicates

/// Makes documents of JSON Lines.
struct RecordParser {
  let names: FieldNames
  private let keys: Keys
  private let dates: DateParser
  /// What becomes of the texts.
  private let intake: TextIntake
  var decoder = TextDecoder()
  /// The fields of the last line.
  private(set) var fields: [JSONField] = []

  /// The names of the fields in bytes, in the order of ``Slots``.
  private struct Keys {
    let id, text, title, date, source, url: [UInt8]
  }

  /// Which field of a line plays which part; of fields with the same name the last counts.
  private struct Slots {
    var id, text, title, date, source, url: JSONField?
  }

  init(names: FieldNames, dates: DateParser, intake: TextIntake = TextIntake()) {
    self.names = names
    self.dates = dates
    self.intake = intake
    keys = Keys(
      id: Array(names.id.utf8), text: Array(names.text.utf8), title: Array(names.title.utf8),
      date: Array(names.date.utf8), source: Array(names.source.utf8), url: Array(names.url.utf8))
  }

  /// Adds the records of whole lines to a batch, at most `limit` of them.
  mutating func parse(
    lines bytes: UnsafeRawBufferPointer, limit: Int = .max, into batch: inout Batch
  ) {
    var start = 0
    while start < bytes.count, batch.records.count < limit {
      batch.lineCount += 1
      let line = nextLine(of: UnsafeRawBufferPointer(rebasing: bytes[start...]))
      let end = start + line.bytes.count
      let outcome =
        line.isScanned
        ? take(line.bytes, into: &batch) : parseStrictly(line.bytes, into: &batch)
      if outcome == .record {
        batch.records[batch.records.count - 1].bytes = start..<end
      }
      start = end + 1
    }
  }

  /// The first line of some bytes, whose end is looked for only where no record tells it.
  private mutating func nextLine(
    of bytes: UnsafeRawBufferPointer
  ) -> (bytes: UnsafeRawBufferPointer, isScanned: Bool) {
    fields.removeAll(keepingCapacity: true)
    let scanned = FastRecordScanner.scan(bytes, into: &fields)
    let end = scanned ?? Self.lineEnd(in: bytes, from: 0)
    return (UnsafeRawBufferPointer(rebasing: bytes[..<end]), scanned != nil)
  }

  private static func lineEnd(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = bytes.baseAddress,
      let hit = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(hit) - base
  }

  /// What a line turned out to be.
  enum Outcome { case blank, invalid, withoutText, record }

  /// Adds the record of a line to a batch, or what is wrong with it.
  @discardableResult
  mutating func parse(line: UnsafeRawBufferPointer, into batch: inout Batch) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    guard FastRecordScanner.scan(line, into: &fields) == line.count else {
      return parseStrictly(line, into: &batch)
    }
    return take(line, into: &batch)
  }

  private mutating func parseStrictly(
    _ line: UnsafeRawBufferPointer, into batch: inout Batch
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    if line.allSatisfy(JSONByte.isSpace) { return .blank }
    do throws(JSONError) {
      try StrictRecordParser.parse(line, into: &fields)
    } catch {
      batch.report(
        line: batch.lineCount,
        cause: "the record is no valid JSON: \(error.cause) at byte \(error.offset + 1)",
        remedy: "mend or remove the line")
      return .invalid
    }
    return take(line, into: &batch)
  }

  /// Adds the record of a line whose fields are known.
  private mutating func take(
    _ line: UnsafeRawBufferPointer, into batch: inout Batch
  ) -> Outcome {
    guard let record = record(of: line, into: &batch) else { return .withoutText }
    batch.records.append(record)
    return .record
  }

  /// The text of a key or a string as it is meant.
  mutating func text(of raw: Range<Int>, in line: UnsafeRawBufferPointer, hasEscapes: Bool)
    -> String
  {
    decoder.text(ofJSON: UnsafeRawBufferPointer(rebasing: line[raw]), hasEscapes: hasEscapes)
  }

  /// The field of the last line that holds the id.
  mutating func idField(in line: UnsafeRawBufferPointer) -> JSONField? { slots(in: line).id }

  private mutating func record(
    of line: UnsafeRawBufferPointer, into batch: inout Batch
  ) -> LoadedRecord? {
    let slots = slots(in: line)
    guard let field = slots.text, field.kind == .string else {
      reportMissingText(slots.text, line, &batch)
      return nil
    }
    decoder.reset()
    let (text, isEmpty) = decoder.take(field, in: line, by: intake)
    if isEmpty {
      batch.report(
        .warning, line: batch.lineCount, cause: "the field '\(names.text)' is empty",
        remedy: "the document is kept and stands alone")
    }
    var record = LoadedRecord(document: Document(id: "", text: text), line: batch.lineCount)
    setID(of: &record, slots.id, line, &batch)
    record.document.title = string(slots.title, line)
    record.document.source = string(slots.source, line)
    record.document.url = string(slots.url, line)
    record.document.date = date(slots.date, line, &batch)
    reportInvalidBytes(&batch)
    return record
  }

  /// Calls a closure with the text of a line that was a record before, or returns false where it is
  /// one no longer.
  mutating func withText(
    of line: UnsafeRawBufferPointer, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) -> Bool {
    fields.removeAll(keepingCapacity: true)
    if FastRecordScanner.scan(line, into: &fields) != line.count {
      fields.removeAll(keepingCapacity: true)
      guard (try? StrictRecordParser.parse(line, into: &fields)) != nil else { return false }
    }
    guard let field = slots(in: line).text, field.kind == .string else { return false }
    decoder.withBytes(of: field, in: line) { bytes, _ in body(bytes.bindMemory(to: UInt8.self)) }
    return true
  }

  private mutating func slots(in line: UnsafeRawBufferPointer) -> Slots {
    var slots = Slots()
    for field in fields {
      // An escaped key is compared by what it says: "te\u0078t" is "text".
      if field.keyHasEscapes {
        let key = decoder.text(
          ofJSON: UnsafeRawBufferPointer(rebasing: line[field.key]), hasEscapes: true)
        Array(key.utf8).withUnsafeBytes { assign(field, named: $0, to: &slots) }
      } else {
        assign(field, named: UnsafeRawBufferPointer(rebasing: line[field.key]), to: &slots)
      }
    }
    return slots
  }

  @inline(__always)
  private func assign(
    _ field: JSONField, named key: UnsafeRawBufferPointer, to slots: inout Slots
  ) {
    if Self.isSame(key, keys.text) { slots.text = field }
    if Self.isSame(key, keys.id) { slots.id = field }
    if Self.isSame(key, keys.title) { slots.title = field }
    if Self.isSame(key, keys.date) { slots.date = field }
    if Self.isSame(key, keys.source) { slots.source = field }
    if Self.isSame(key, keys.url) { slots.url = field }
  }

  @inline(__always)
  private static func isSame(_ key: UnsafeRawBufferPointer, _ name: [UInt8]) -> Bool {
    key.count == name.count && key.elementsEqual(name)
  }

  private mutating func setID(
    of record: inout LoadedRecord, _ field: JSONField?, _ line: UnsafeRawBufferPointer,
    _ batch: inout Batch
  ) {
    guard let field, field.kind != .null else { return }
    switch field.kind {
    case .string, .number:
      record.document.id = decoder.text(of: field, in: line)
      record.hasNumericID = field.kind == .number
      if !record.document.id.isEmpty { return }
      fallthrough
    default:
      batch.report(
        .warning, line: batch.lineCount,
        cause: "the field '\(names.id)' is no usable id",
        remedy: "the record is called by its file and line; give it a string or a number")
    }
  }

  private mutating func string(_ field: JSONField?, _ line: UnsafeRawBufferPointer) -> String? {
    guard let field, field.kind == .string || field.kind == .number else { return nil }
    let text = decoder.text(of: field, in: line)
    return text.isEmpty ? nil : text
  }

  private mutating func date(
    _ field: JSONField?, _ line: UnsafeRawBufferPointer, _ batch: inout Batch
  ) -> Timestamp? {
    guard let field, field.kind != .null else { return nil }
    let text = string(field, line)
    if let text, let date = dates.timestamp(of: text) { return date }
    if field.kind == .string, text?.allSatisfy(\.isWhitespace) ?? true { return nil }
    batch.report(
      .warning, line: batch.lineCount,
      cause: "the field '\(names.date)' is no date: \(Self.excerpt(text, field, line))",
      remedy: "the document is taken as undated; write dates as 2025-02-17")
    return nil
  }
}
