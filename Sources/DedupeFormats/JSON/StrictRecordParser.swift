/// Finds the fields of any line that RFC 8259 calls a JSON object, and says what is wrong with
/// any other.
///
/// A byte at a time, without recursion: nesting costs a byte a level, up to ``maximumDepth``.
struct StrictRecordParser {
  /// How deep values may be nested; the record itself is level 1.
  static let maximumDepth = 512

  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Appends the fields of a line.
  static func parse(
    _ line: UnsafeRawBufferPointer, into fields: inout [JSONField]
  ) throws(JSONError) {
    var parser = StrictRecordParser(bytes: line)
    try parser.record(into: &fields)
  }

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  private mutating func record(into fields: inout [JSONField]) throws(JSONError) {
    skipSpace()
    try expect(JSONByte.openBrace, "expected '{'")
    skipSpace()
    if !take(JSONByte.closeBrace) {
      repeat {
        skipSpace()
        fields.append(try field())
        skipSpace()
      } while take(JSONByte.comma)
      try expect(JSONByte.closeBrace, "expected ',' or '}'")
    }
    skipSpace()
    guard position == bytes.count else { throw error("expected the end of the line") }
  }

  private mutating func field() throws(JSONError) -> JSONField {
    let (key, keyHasEscapes) = try self.key()
    let start = position
    let (kind, hasEscapes) = try value()
    return JSONField(
      key: key.lowerBound + 1..<key.upperBound - 1, keyHasEscapes: keyHasEscapes,
      value: start..<position, kind: kind, valueHasEscapes: hasEscapes)
  }

  /// Takes a key and its colon, up to the value.
  private mutating func key() throws(JSONError) -> (range: Range<Int>, hasEscapes: Bool) {
    guard next == JSONByte.quote else { throw error("expected a field name in '\"'") }
    let start = position
    let hasEscapes = try string()
    let range = start..<position
    skipSpace()
    try expect(JSONByte.colon, "expected ':'")
    skipSpace()
    return (range, hasEscapes)
  }

  private mutating func value() throws(JSONError) -> (JSONKind, hasEscapes: Bool) {
    switch next {
    case JSONByte.openBrace:
      try container()
      return (.object, false)
    case JSONByte.openBracket:
      try container()
      return (.array, false)
    default: return try scalar()
    }
  }

  private mutating func scalar() throws(JSONError) -> (JSONKind, hasEscapes: Bool) {
    switch next {
    case JSONByte.quote: return (.string, try string())
    case UInt8(ascii: "n"): return (try literal("null", .null), false)
    case UInt8(ascii: "t"): return (try literal("true", .true), false)
    case UInt8(ascii: "f"): return (try literal("false", .false), false)
    case JSONByte.minus?, (JSONByte.zero...JSONByte.zero + 9)?:
      try number()
      return (.number, false)
    default: throw error("expected a value")
    }
  }

  /// What may stand at a place inside an array or an object.
  private enum Place { case first, element, afterElement }

  /// Takes an array or an object with everything in it.
  private mutating func container() throws(JSONError) {
    var closers: [UInt8] = []
    var place = Place.element
    repeat {
      skipSpace()
      switch (place, closers.last) {
      case (.first, let closer?) where take(closer):
        closers.removeLast()
        place = .afterElement
      case (.afterElement, let closer?):
        place = try afterElement(closer, &closers)
      case (_, let closer):
        if closer == JSONByte.closeBrace { _ = try key() }
        place = try element(&closers)
      }
    } while !closers.isEmpty
  }

  private mutating func element(_ closers: inout [UInt8]) throws(JSONError) -> Place {
    guard next == JSONByte.openBrace || next == JSONByte.openBracket else {
      _ = try scalar()
      return .afterElement
    }
    // The record is the first level.
    guard closers.count + 2 <= Self.maximumDepth else {
      throw error("more than \(Self.maximumDepth) levels of nesting")
    }
    closers.append(next == JSONByte.openBrace ? JSONByte.closeBrace : JSONByte.closeBracket)
    position += 1
    return .first
  }

  private mutating func afterElement(
    _ closer: UInt8, _ closers: inout [UInt8]
  ) throws(JSONError) -> Place {
    if take(JSONByte.comma) { return .element }
    let isObject = closer == JSONByte.closeBrace
    try expect(closer, isObject ? "expected ',' or '}'" : "expected ',' or ']'")
    closers.removeLast()
    return .afterElement
  }

  /// Takes a string with its quotation marks and tells whether it holds escapes.
  private mutating func string() throws(JSONError) -> Bool {
    position += 1
    var hasEscapes = false
    while let byte = next {
      switch byte {
      case JSONByte.quote:
        position += 1
        return hasEscapes
      case JSONByte.backslash:
        hasEscapes = true
        try escape()
      case 0..<0x20: throw error("an unescaped control character in a string")
      default: position += 1
      }
    }
    throw error("expected '\"' to end a string")
  }

  private mutating func escape() throws(JSONError) {
    let start = position
    position += 1
    switch next {
    case JSONByte.quote, JSONByte.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 {
        guard let digit = next, JSONByte.isHexDigit(digit) else {
          throw error("expected four hexadecimal digits after '\\u'")
        }
        position += 1
      }
    default: throw JSONError(cause: "an unknown escape in a string", offset: start)
    }
  }

  private mutating func number() throws(JSONError) {
    _ = take(JSONByte.minus)
    if !take(JSONByte.zero) { try digits() }
    if take(JSONByte.dot) { try digits() }
    if let byte = next, byte | 0x20 == UInt8(ascii: "e") {
      position += 1
      if next == UInt8(ascii: "+") || next == JSONByte.minus { position += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONError) {
    guard let byte = next, JSONByte.isDigit(byte) else { throw error("expected a digit") }
    while let byte = next, JSONByte.isDigit(byte) { position += 1 }
  }

  private mutating func literal(
    _ word: StaticString, _ kind: JSONKind
  ) throws(JSONError) -> JSONKind {
    let start = position
    for offset in 0..<word.utf8CodeUnitCount {
      guard take(word.utf8Start[offset]) else {
        throw JSONError(cause: "expected a value", offset: start)
      }
    }
    return kind
  }

  private mutating func skipSpace() {
    while let byte = next, JSONByte.isSpace(byte) { position += 1 }
  }

  private mutating func take(_ expected: UInt8) -> Bool {
    guard next == expected else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ expected: UInt8, _ cause: String) throws(JSONError) {
    guard take(expected) else { throw error(cause) }
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func error(_ cause: String) -> JSONError { JSONError(cause: cause, offset: position) }
}
