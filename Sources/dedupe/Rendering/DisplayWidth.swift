/// How many columns of a terminal text takes: East Asian wide characters and pictographs take
/// two, marks that sit on another letter none.
enum DisplayWidth {
  /// The columns that a text takes.
  static func of(_ text: some StringProtocol) -> Int {
    // Nearly all text is ASCII, whose bytes are its columns.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns that one character takes: those of its widest scalar.
  static func of(_ character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, of($1)) }
  }

  /// Whether a character is two columns wide, and so can be broken around without a hyphen.
  static func isWide(_ character: Character) -> Bool {
    of(character) == 2
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    if wideRanges.contains(where: { $0.contains(scalar.value) }) { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  /// The blocks of UAX #11 whose characters are wide throughout, or nearly so.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
    0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
  ]
}

extension StringProtocol {
  /// The text filled up with spaces, or cut with `…`, to exactly so many columns.
  func fitted(to columns: Int) -> String {
    let cut = shortened(to: columns)
    return cut + String(repeating: " ", count: Swift.max(0, columns - DisplayWidth.of(cut)))
  }

  /// The text, cut with `…` where it takes more than so many columns.
  func shortened(to columns: Int) -> String {
    guard DisplayWidth.of(self) > columns else { return String(self) }
    var kept = ""
    var width = 0
    for character in self {
      width += DisplayWidth.of(character)
      guard width < columns else { break }
      kept.append(character)
    }
    return columns > 0 ? kept + "…" : ""
  }

  /// The text without what would move a terminal's cursor or change its colours: articles are
  /// untrusted, and an escape sequence in one must not repaint the report.
  var printable: String {
    guard unicodeScalars.contains(where: \.isUnprintable) else { return String(self) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: unicodeScalars.lazy.map { $0.isUnprintable ? "\u{FFFD}" : $0 })
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Controls, and the marks that reverse the direction of what follows.
  fileprivate var isUnprintable: Bool {
    value < 0x20 || (0x7F..<0xA0).contains(value) || (0x202A...0x202E).contains(value)
      || (0x2066...0x2069).contains(value)
  }
}
