/// Writes JSON into a buffer of bytes: minimal escapes, no spaces, the same bytes everywhere.
///
///     var writer = JSONWriter()
///     writer.object { $0.field("id", "a"); $0.field("score", 0.5) }
///     writer.endLine()
package struct JSONWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []
  /// Whether a comma is due before the next field or element.
  private var needsComma = false

  /// Creates an empty writer.
  package init() {}

  /// Forgets what was written, keeps the room.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Ends a line of JSON Lines.
  package mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Containers

  /// Writes an object; `body` writes its fields.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed(JSONByte.openBrace, JSONByte.closeBrace, body)
  }

  /// Writes an array; `body` writes its elements.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclosed(JSONByte.openBracket, JSONByte.closeBracket, body)
  }

  /// Writes the name of a field; its value is written next.
  package mutating func key(_ name: StaticString) {
    separate()
    bytes.append(JSONByte.quote)
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(JSONByte.quote)
    bytes.append(JSONByte.colon)
    needsComma = false
  }

  /// Writes a field whose name is known only at run time.
  package mutating func field(named name: String, _ text: String?) {
    value(name)
    bytes.append(JSONByte.colon)
    needsComma = false
    value(text)
  }

  private mutating func enclosed(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(JSONByte.comma) }
    needsComma = true
  }

  // MARK: Values

  /// Writes a string, or null.
  package mutating func value(_ text: String?) {
    guard let text else { return null() }
    separate()
    bytes.append(JSONByte.quote)
    appendEscaped(text)
    bytes.append(JSONByte.quote)
  }

  /// Writes an integer, or null.
  package mutating func value(_ number: Int?) {
    guard let number else { return null() }
    raw(String(number))
  }

  /// Writes a number with up to 4 decimals, or null; what is not finite is null, too.
  package mutating func value(_ number: Double?) {
    guard let number, number.isFinite else { return null() }
    raw(Decimals.text(of: number))
  }

  /// Writes true or false.
  package mutating func value(_ truth: Bool) { raw(truth ? "true" : "false") }

  /// Writes null.
  package mutating func null() { raw("null") }

  /// Writes JSON that exists already, such as the lexeme of a number.
  package mutating func raw(_ json: String) {
    raw(utf8: json.utf8)
  }

  /// Writes JSON that exists already, in bytes.
  package mutating func raw(utf8 json: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: json)
  }

  // MARK: Fields

  /// Writes a field with a string or null.
  package mutating func field(_ name: StaticString, _ text: String?) {
    key(name)
    value(text)
  }

  /// Writes a field with an integer or null.
  package mutating func field(_ name: StaticString, _ number: Int?) {
    key(name)
    value(number)
  }

  /// Writes a field with a number or null.
  package mutating func field(_ name: StaticString, _ number: Double?) {
    key(name)
    value(number)
  }

  /// Writes a field with true or false.
  package mutating func field(_ name: StaticString, _ truth: Bool) {
    key(name)
    value(truth)
  }

  // MARK: Escapes

  /// Only what RFC 8259 demands is escaped: the quotation mark, the backslash and controls.
  private mutating func appendEscaped(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      guard let base = utf8.baseAddress else { return }
      var start = 0
      while start < utf8.count {
        let end = PlainRun.end(base, from: start, to: utf8.count)
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<end]))
        if end < utf8.count { appendEscape(utf8[end]) }
        start = end + 1
      }
    }
  }

  private mutating func appendEscape(_ byte: UInt8) {
    bytes.append(JSONByte.backslash)
    switch byte {
    case JSONByte.quote, JSONByte.backslash: bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: byte < 0x10 ? "u000".utf8 : "u001".utf8)
      bytes.append(Self.hexDigits[Int(byte & 0xF)])
    }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)
}

/// Numbers with up to 4 decimals and without an exponent.
enum Decimals {
  /// The number rounded to 4 decimals, half away from zero, without needless zeros.
  ///
  /// Beyond 10¹¹, where a `Double` has no more than 4 decimals to round, it is the shortest text
  /// that reads back as the number; none of our measures comes near.
  static func text(of number: Double) -> String {
    guard abs(number) < 1e11 else { return number.description }
    let scaled = Int64((number * 10_000).rounded())
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: 10_000)
    let sign = scaled < 0 ? "-" : ""
    guard fraction > 0 else { return "\(sign)\(whole)" }
    let digits = String(fraction + 10_000).dropFirst()
    let lastUsed = digits.lastIndex { $0 != "0" } ?? digits.startIndex
    return "\(sign)\(whole).\(digits[...lastUsed])"
  }
}
