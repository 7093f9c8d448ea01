import CKernels
import NearDuplicates

/// Finds the fields of an ordinary line: one flat object, plain keys, scalar values.
///
/// It accepts only valid JSON but not all of it: nested values, escaped keys, exponents and
/// anything that looks wrong are left to ``StrictRecordParser``, which knows the whole grammar
/// and says what is wrong.
struct FastRecordScanner {
  private let base: UnsafeRawPointer
  private let end: Int
  private let kernels: KernelTable
  private var position = 0

  /// Appends the fields of the first line of some bytes and returns where it ends, before its line
  /// feed; nil where the strict parser has to look.
  ///
  /// No line feed is plain within a record, so that the end of a line need not be known beforehand.
  static func scan(
    _ bytes: UnsafeRawBufferPointer, into fields: inout [JSONField], by kernels: Kernels = .best
  ) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    var scanner = FastRecordScanner(base: base, end: bytes.count, kernels: kernels.table)
    return scanner.object(into: &fields)
  }

  private init(base: UnsafeRawPointer, end: Int, kernels: KernelTable) {
    self.base = base
    self.end = end
    self.kernels = kernels
  }

  private mutating func object(into fields: inout [JSONField]) -> Int? {
    skipSpace()
    guard take(JSONByte.openBrace) else { return nil }
    repeat {
      guard let field = field() else { return nil }
      fields.append(field)
      skipSpace()
    } while take(JSONByte.comma)
    guard take(JSONByte.closeBrace) else { return nil }
    skipSpace()
    return position == end || byte(at: position) == JSONByte.lineFeed ? position : nil
  }

  private mutating func field() -> JSONField? {
    skipSpace()
    guard let (key, keyHasEscapes) = string(), !keyHasEscapes else { return nil }
    skipSpace()
    guard take(JSONByte.colon) else { return nil }
    skipSpace()
    let start = position
    guard let (kind, hasEscapes) = value() else { return nil }
    return JSONField(
      key: key.lowerBound + 1..<key.upperBound - 1, keyHasEscapes: false, value: start..<position,
      kind: kind, valueHasEscapes: hasEscapes)
  }

  private mutating func value() -> (JSONKind, hasEscapes: Bool)? {
    switch peek() {
    case JSONByte.quote: string().map { (.string, $0.hasEscapes) }
    case JSONByte.minus, JSONByte.zero...JSONByte.zero + 9: number() ? (.number, false) : nil
    case UInt8(ascii: "n"): take("null") ? (.null, false) : nil
    case UInt8(ascii: "t"): take("true") ? (.true, false) : nil
    case UInt8(ascii: "f"): take("false") ? (.false, false) : nil
    default: nil
    }
  }

  /// Takes a string with its quotation marks; its escapes are checked here, once.
  private mutating func string() -> (range: Range<Int>, hasEscapes: Bool)? {
    let start = position
    guard take(JSONByte.quote) else { return nil }
    var hasEscapes = false
    while true {
      skipPlain(&hasEscapes)
      switch peek() {
      case JSONByte.quote:
        position &+= 1
        return (start..<position, hasEscapes)
      case JSONByte.backslash:
        hasEscapes = true
        guard takeEscape() else { return nil }
      default: return nil
      }
    }
  }

  /// Moves on to what ends a string, or to an escape to be looked at.
  @inline(__always)
  private mutating func skipPlain(_ hasEscapes: inout Bool) {
    guard let skipString = kernels.skipString else {
      position = PlainRun.end(base, from: position, to: end)
      return
    }
    // Most strings are short: ids, dates, names.
    let near = min(end, position &+ Self.shortString)
    position = PlainRun.end(base, from: position, to: near)
    guard position == near, near < end else { return }
    position &+= skipString(
      (base + position).assumingMemoryBound(to: UInt8.self), end &- position, &hasEscapes)
  }

  /// The bytes up to which a string is not worth a call.
  private static let shortString = 48

  private mutating func takeEscape() -> Bool {
    guard position &+ 1 < end else { return false }
    switch byte(at: position &+ 1) {
    case JSONByte.quote, JSONByte.backslash, UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position &+= 2
      return true
    case UInt8(ascii: "u"):
      guard position &+ 6 <= end else { return false }
      for digit in position &+ 2..<position &+ 6 where !JSONByte.isHexDigit(byte(at: digit)) {
        return false
      }
      position &+= 6
      return true
    default: return false
    }
  }

  /// Takes a number without an exponent.
  private mutating func number() -> Bool {
    _ = take(JSONByte.minus)
    let first = position
    guard takeDigits() else { return false }
    if byte(at: first) == JSONByte.zero, position > first + 1 { return false }
    if take(JSONByte.dot) { guard takeDigits() else { return false } }
    return (peek() | 0x20) != UInt8(ascii: "e")
  }

  private mutating func takeDigits() -> Bool {
    let first = position
    while JSONByte.isDigit(peek()) { position &+= 1 }
    return position > first
  }

  /// Skips space, of which a line feed is none here.
  @inline(__always)
  private mutating func skipSpace() {
    while JSONByte.isSpace(peek()), peek() != JSONByte.lineFeed { position &+= 1 }
  }

  @inline(__always)
  private mutating func take(_ expected: UInt8) -> Bool {
    guard peek() == expected else { return false }
    position &+= 1
    return true
  }

  private mutating func take(_ word: StaticString) -> Bool {
    guard position + word.utf8CodeUnitCount <= end else { return false }
    for offset in 0..<word.utf8CodeUnitCount
    where byte(at: position + offset) != word.utf8Start[offset] {
      return false
    }
    position += word.utf8CodeUnitCount
    return true
  }

  /// The next byte, or NUL at the end: no NUL is valid anywhere in JSON.
  @inline(__always)
  private func peek() -> UInt8 { position < end ? byte(at: position) : 0 }

  @inline(__always)
  private func byte(at offset: Int) -> UInt8 { base.load(fromByteOffset: offset, as: UInt8.self) }
}
