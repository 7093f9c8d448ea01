/// The name of a file, in the bytes the system knows it by.
///
/// A name on disk need not be UTF-8; a `String` of such a name would no longer open the file.
package struct Path: Sendable, Hashable {
  /// The bytes of the name, without a NUL.
  package var bytes: [UInt8]

  /// The path that a user typed.
  package init(_ text: String) { bytes = Array(text.utf8) }

  /// The path of bytes.
  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path of an entry of this directory.
  func appending(_ name: [UInt8]) -> Path {
    if bytes.isEmpty { return Path(bytes: name) }
    let joint = bytes.last == Self.separator ? [] : [Self.separator]
    return Path(bytes: bytes + joint + name)
  }

  /// Everything after the last separator.
  var lastComponent: Path {
    let trimmed = withoutTrailingSeparators.bytes
    guard let separator = trimmed.lastIndex(of: Self.separator), trimmed.count > 1 else {
      return Path(bytes: trimmed)
    }
    return Path(bytes: Array(trimmed[(separator + 1)...]))
  }

  /// Everything before the last component, or `.`.
  var directory: Path {
    let trimmed = withoutTrailingSeparators.bytes
    guard let separator = trimmed.lastIndex(of: Self.separator) else { return Path(".") }
    return Path(bytes: separator == 0 ? [Self.separator] : Array(trimmed[..<separator]))
  }

  /// The path without separators at its end; the root stays.
  var withoutTrailingSeparators: Path {
    var bytes = bytes
    while bytes.count > 1, bytes.last == Self.separator { bytes.removeLast() }
    return Path(bytes: bytes)
  }

  /// The lower-case letters after the last dot of the last component, or nil.
  var fileExtension: String? {
    let name = lastComponent.bytes
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return nil }
    return String(decoding: name[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// Calls `body` with the path as the system wants it.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBufferPointer { units in
      units.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { preconditionFailure("it ends in a NUL") }
        return body(start)
      }
    }
  }

  private static let separator = UInt8(ascii: "/")
}

extension Path: CustomStringConvertible {
  /// The path for a reader; bytes that are no UTF-8 show as U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }
}
