extension TextDecoder {
  /// Hands the text of a field to an intake; returns the text, empty where it is not kept, and
  /// whether there is none.
  mutating func take(
    _ field: JSONField, in line: UnsafeRawBufferPointer, by intake: TextIntake
  ) -> (text: String, isEmpty: Bool) {
    if intake.keepsTexts {
      let text = text(of: field, in: line)
      intake.sketch(text)
      return (text, text.isEmpty)
    }
    let (isEmpty, isValid) = withBytes(of: field, in: line) { bytes, isUTF8 in
      intake.sketch(bytes)
      return (bytes.isEmpty, isUTF8)
    }
    note(isValid: isValid)
    return ("", isEmpty)
  }

  /// Calls a closure with the bytes of a string as they are meant, be they UTF-8 or not.
  mutating func withBytes<Result>(
    of field: JSONField, in line: UnsafeRawBufferPointer,
    _ body: (UnsafeRawBufferPointer, _ isUTF8: Bool) -> Result
  ) -> Result {
    let inner = field.value.lowerBound + 1..<field.value.upperBound - 1
    return withBytes(
      ofJSON: UnsafeRawBufferPointer(rebasing: line[inner]), hasEscapes: field.valueHasEscapes,
      body)
  }

  /// The text of a string, or the number as it is written.
  mutating func text(of field: JSONField, in line: UnsafeRawBufferPointer) -> String {
    guard field.kind == .string else {
      return text(of: UnsafeRawBufferPointer(rebasing: line[field.value]))
    }
    let inner = field.value.lowerBound + 1..<field.value.upperBound - 1
    return text(
      ofJSON: UnsafeRawBufferPointer(rebasing: line[inner]), hasEscapes: field.valueHasEscapes)
  }
}
