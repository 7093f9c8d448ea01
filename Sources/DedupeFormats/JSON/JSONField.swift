/// What a JSON value is.
package enum JSONKind: UInt8, Sendable {
  case string, number, `true`, `false`, null, array, object
}

/// A field of a record: where its key and its raw value stand in the line.
///
/// The raw value is what a filter passes on untouched, to the byte.
package struct JSONField: Sendable, Equatable {
  /// The bytes of the key between its quotation marks, still escaped.
  package var key: Range<Int>
  /// Whether the key holds escapes.
  package var keyHasEscapes: Bool
  /// The bytes of the value; a string's include its quotation marks.
  package var value: Range<Int>
  /// What the value is.
  package var kind: JSONKind
  /// Whether the value is a string that holds escapes.
  package var valueHasEscapes: Bool
}

/// Why a line is no JSON object.
package struct JSONError: Error, Equatable {
  /// What was expected or is not allowed.
  package var cause: String
  /// Where, in bytes of the line, counted from 0.
  package var offset: Int
}

/// The bytes that JSON gives a meaning.
enum JSONByte {
  static let quote = UInt8(ascii: "\"")
  static let backslash = UInt8(ascii: "\\")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let openBrace = UInt8(ascii: "{")
  static let closeBrace = UInt8(ascii: "}")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")
  static let minus = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let lineFeed = UInt8(ascii: "\n")
  static let zero = UInt8(ascii: "0")

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- zero < 10 }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
