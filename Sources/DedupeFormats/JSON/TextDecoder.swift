#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import CKernels
import NearDuplicates

/// Makes strings of UTF-8 bytes, with and without JSON escapes.
///
/// Invalid UTF-8 becomes one U+FFFD for each maximal subpart of an ill-formed sequence (Unicode
/// 3.9, "U+FFFD Substitution of Maximal Subparts"), as Python's `errors="replace"` does it; an
/// escaped surrogate without its partner becomes U+FFFD too.
struct TextDecoder {
  /// Whether any text so far held invalid UTF-8.
  private(set) var foundInvalidBytes = false
  /// Unescaped bytes; kept, because a fresh page costs more than the copy into it.
  private var scratch: [UInt8] = []
  private let kernels: Kernels

  init(kernels: Kernels = .best) { self.kernels = kernels }

  /// Forgets what was found.
  mutating func reset() { foundInvalidBytes = false }

  /// The text of bytes.
  mutating func text(of bytes: UnsafeRawBufferPointer) -> String {
    if let text = validText(of: bytes) { return text }
    foundInvalidBytes = true
    return String(decoding: bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
  }

  /// `String(validating:as:)` asks for its generic metadata, which takes longer than a short string.
  private func validText(of bytes: UnsafeRawBufferPointer) -> String? {
    guard UTF8Validity.isValid(bytes, by: kernels) else { return nil }
    return String(decoding: bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
  }

  /// Takes note of whether bytes of which no text is made are UTF-8.
  mutating func note(isValid: Bool) {
    if !isValid { foundInvalidBytes = true }
  }

  /// The text of a valid JSON string, given without its quotation marks.
  mutating func text(ofJSON raw: UnsafeRawBufferPointer, hasEscapes: Bool) -> String {
    guard hasEscapes else { return text(of: raw) }
    let (text, isValid) = withBytes(ofJSON: raw, hasEscapes: true) { bytes, isUTF8 in
      (String(decoding: bytes.assumingMemoryBound(to: UInt8.self), as: UTF8.self), isUTF8)
    }
    note(isValid: isValid)
    return text
  }

  /// Calls a closure with the bytes that a valid JSON string stands for, and whether they are UTF-8.
  mutating func withBytes<Result>(
    ofJSON raw: UnsafeRawBufferPointer, hasEscapes: Bool,
    _ body: (UnsafeRawBufferPointer, _ isUTF8: Bool) -> Result
  ) -> Result {
    guard hasEscapes else { return body(raw, UTF8Validity.isValid(raw, by: kernels)) }
    var scratch = self.scratch
    self.scratch = []
    let room = JSONEscapes.room(for: raw)
    if scratch.count < room { scratch = [UInt8](repeating: 0, count: room) }
    let result = scratch.withUnsafeMutableBytes { target in
      let (count, isUTF8) = JSONEscapes.decode(raw, into: target, by: kernels)
      return body(UnsafeRawBufferPointer(rebasing: target[..<count]), isUTF8)
    }
    self.scratch = scratch
    return result
  }
}

/// Undoes the escapes of a valid JSON string.
enum JSONEscapes {
  /// The room that is written to for a string: an escape is never shorter than what it stands for,
  /// and kernels write whole vectors.
  static func room(for raw: UnsafeRawBufferPointer) -> Int { raw.count + 64 }

  /// Writes the bytes of the string to `target`, which has ``room(for:)``, and returns their number
  /// and whether they are UTF-8.
  ///
  /// They are where the string is: what an escape stands for neither ends nor begins a sequence.
  static func decode(
    _ raw: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer,
    by kernels: Kernels = .best
  ) -> (count: Int, isUTF8: Bool) {
    guard let source = raw.baseAddress, let start = target.baseAddress else { return (0, true) }
    var reading = 0
    var writing = 0
    var isUTF8 = true
    while true {
      let done = copy(source + reading, raw.count - reading, to: start + writing, by: kernels)
      reading += done.taken
      writing += done.written
      isUTF8 = isUTF8 && done.isUTF8
      guard reading < raw.count else { return (writing, isUTF8) }
      let (scalar, length) = scalar(raw, at: reading)
      reading += length
      writing += write(scalar, to: start + writing)
    }
  }

  /// Copies bytes up to a backslash; a kernel goes on as long as escapes have one letter.
  private static func copy(
    _ source: UnsafeRawPointer, _ count: Int, to target: UnsafeMutableRawPointer,
    by kernels: Kernels
  ) -> Unescaped {
    if let unescape = kernels.table.unescape {
      return unescape(
        source.assumingMemoryBound(to: UInt8.self), count,
        target.assumingMemoryBound(to: UInt8.self))
    }
    let hit = memchr(source, Int32(JSONByte.backslash), count)
    let run = hit.map { UnsafeRawPointer($0) - source } ?? count
    memcpy(target, source, run)
    let isUTF8 = UTF8Validity.isValid(
      UnsafeRawBufferPointer(start: source, count: run), by: kernels)
    return Unescaped(taken: run, written: run, isUTF8: isUTF8)
  }

  /// The scalar that the escape at `offset` stands for and the bytes it takes.
  private static func scalar(_ raw: UnsafeRawBufferPointer, at offset: Int) -> (UInt32, Int) {
    switch raw[offset + 1] {
    case UInt8(ascii: "n"): return (0x0A, 2)
    case UInt8(ascii: "t"): return (0x09, 2)
    case UInt8(ascii: "r"): return (0x0D, 2)
    case UInt8(ascii: "b"): return (0x08, 2)
    case UInt8(ascii: "f"): return (0x0C, 2)
    case UInt8(ascii: "u"): return unicodeEscape(raw, at: offset)
    case let byte: return (UInt32(byte), 2)
    }
  }

  private static func unicodeEscape(
    _ raw: UnsafeRawBufferPointer, at offset: Int
  ) -> (UInt32, Int) {
    let first = codeUnit(raw, at: offset)
    switch first {
    case 0xD800..<0xDC00:
      guard offset + 12 <= raw.count, raw[offset + 6] == JSONByte.backslash,
        raw[offset + 7] == UInt8(ascii: "u")
      else { return (0xFFFD, 6) }
      let second = codeUnit(raw, at: offset + 6)
      guard (0xDC00..<0xE000).contains(second) else { return (0xFFFD, 6) }
      return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 12)
    case 0xDC00..<0xE000: return (0xFFFD, 6)
    default: return (first, 6)
    }
  }

  private static func codeUnit(_ raw: UnsafeRawBufferPointer, at offset: Int) -> UInt32 {
    var unit: UInt32 = 0
    for digit in raw[offset + 2..<offset + 6] {
      // '0'...'9' are 0x30...0x39; the letters of either case end in 1...6.
      let value = digit < 0x40 ? digit & 0xF : (digit & 0xF) + 9
      unit = unit << 4 | UInt32(value)
    }
    return unit
  }

  private static func write(_ scalar: UInt32, to target: UnsafeMutableRawPointer) -> Int {
    func store(_ byte: UInt32, _ offset: Int) {
      target.storeBytes(of: UInt8(truncatingIfNeeded: byte), toByteOffset: offset, as: UInt8.self)
    }
    func storeTail(_ shift: UInt32, _ offset: Int) { store(0x80 | scalar >> shift & 0x3F, offset) }
    switch scalar {
    case 0..<0x80:
      store(scalar, 0)
      return 1
    case 0x80..<0x800:
      store(0xC0 | scalar >> 6, 0)
      storeTail(0, 1)
      return 2
    case 0x800..<0x10000:
      store(0xE0 | scalar >> 12, 0)
      storeTail(6, 1)
      storeTail(0, 2)
      return 3
    default:
      store(0xF0 | scalar >> 18, 0)
      storeTail(12, 1)
      storeTail(6, 2)
      storeTail(0, 3)
      return 4
    }
  }
}
