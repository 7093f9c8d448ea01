/// Writes comma-separated values after RFC 4180: lines end in CRLF, a cell is quoted where it must
/// be, null is an empty cell.
package struct CSVWriter: Sendable {
  /// What was written.
  package private(set) var bytes: [UInt8] = []
  private var isAtLineStart = true

  /// Creates an empty writer.
  package init() {}

  /// Forgets what was written, keeps the room.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Ends a record.
  package mutating func endLine() {
    bytes.append(contentsOf: "\r\n".utf8)
    isAtLineStart = true
  }

  /// Writes a line with the names of the columns.
  package mutating func header(_ names: [String]) {
    for name in names { cell(name) }
    endLine()
  }

  /// Writes a text, or an empty cell.
  package mutating func cell(_ text: String?) {
    separate()
    guard let text else { return }
    let mustQuote = text.utf8.contains { byte in
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D
    }
    guard mustQuote else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes an integer, or an empty cell.
  package mutating func cell(_ number: Int?) { cell(number.map { String($0) }) }

  /// Writes a number with up to 4 decimals, or an empty cell.
  package mutating func cell(_ number: Double?) {
    cell(number.flatMap { $0.isFinite ? Decimals.text(of: $0) : nil })
  }

  /// Writes `true` or `false`.
  package mutating func cell(_ truth: Bool) { cell(truth ? "true" : "false") }

  private mutating func separate() {
    if !isAtLineStart { bytes.append(UInt8(ascii: ",")) }
    isAtLineStart = false
  }
}
