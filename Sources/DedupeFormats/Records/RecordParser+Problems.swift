/// What is told of records that are wrong or odd.
extension RecordParser {
  static func excerpt(
    _ text: String?, _ field: JSONField, _ line: UnsafeRawBufferPointer
  ) -> String {
    let shown = text ?? String(decoding: line[field.value].prefix(120), as: UTF8.self)
    return shown.count > 40 ? "'\(shown.prefix(40))…'" : "'\(shown)'"
  }

  mutating func reportInvalidBytes(_ batch: inout Batch) {
    guard decoder.foundInvalidBytes else { return }
    batch.report(
      .warning, line: batch.lineCount, cause: "the record holds invalid UTF-8",
      remedy: "each bad sequence was read as U+FFFD; write the file as UTF-8")
  }

  mutating func reportMissingText(
    _ field: JSONField?, _ line: UnsafeRawBufferPointer, _ batch: inout Batch
  ) {
    let remedy = "name the field that holds the text with --text-field"
    if let field {
      batch.report(
        line: batch.lineCount,
        cause: "the field '\(names.text)' is \(field.kind.described), not a string",
        remedy: remedy)
      return
    }
    batch.report(
      line: batch.lineCount,
      cause: "the record has no field '\(names.text)' (\(describedFields(of: line)))",
      remedy: remedy)
  }

  private mutating func describedFields(of line: UnsafeRawBufferPointer) -> String {
    if fields.isEmpty { return "it is empty" }
    var names = fields.prefix(12).map { field in
      decoder.text(
        ofJSON: UnsafeRawBufferPointer(rebasing: line[field.key]),
        hasEscapes: field.keyHasEscapes)
    }
    if fields.count > names.count { names.append("…") }
    return "it has: " + names.joined(separator: ", ")
  }
}

extension JSONKind {
  /// The kind in words, for a sentence.
  fileprivate var described: String {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .true, .false: "a truth value"
    case .null: "null"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
