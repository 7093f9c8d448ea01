/// JSON objects at random, in every way the grammar allows them to be written.
struct RandomJSON {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A line with a valid object.
  mutating func line() -> String { space() + object(depth: 0) + space() }

  /// A line that was valid, with one byte changed, dropped or doubled.
  mutating func damagedLine() -> [UInt8] {
    var bytes = Array(line().utf8)
    let position = Int.random(in: bytes.indices, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes.remove(at: position)
    case 1: bytes.insert(bytes[position], at: position)
    case 2:
      bytes[position] = Array("{}[]\":,\\0e.-+ \u{1}nu".utf8).randomElement(using: &random) ?? 0
    default: bytes[position] = UInt8.random(in: 0...255, using: &random)
    }
    return bytes.filter { $0 != UInt8(ascii: "\n") }
  }

  private mutating func object(depth: Int) -> String {
    let fields = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      space() + string() + space() + ":" + space() + value(depth: depth) + space()
    }
    return "{" + (fields.isEmpty ? space() : fields.joined(separator: ",")) + "}"
  }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: 0..<(depth < 3 ? 10 : 8), using: &random) {
    case 0...3: return string()
    case 4, 5: return number()
    case 6: return ["true", "false"].randomElement(using: &random) ?? ""
    case 7: return "null"
    case 8: return object(depth: depth + 1)
    default:
      let elements = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        space() + value(depth: depth + 1) + space()
      }
      return "[" + elements.joined(separator: ",") + "]"
    }
  }

  private mutating func string() -> String {
    let pieces = [
      "a", "plain words of a text", "é", "中", "😀", " ", "text", "\\n", "\\\"", "\\\\", "\\/",
      "\\u0041", "\\u00e9", "\\uD83D\\uDE00", "\\ud83d", "\\uDE00", "\\u0000", "\\t", "\u{7F}",
    ]
    let count = Int.random(in: 0...6, using: &random)
    return "\"" + (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      + "\""
  }

  private mutating func number() -> String {
    ["0", "-0", "42", "-17.25", "0.5", "1e9", "2E-7", "3.0e+2", "12345678901234567890"]
      .randomElement(using: &random) ?? ""
  }

  private mutating func space() -> String {
    ["", "", "", " ", "\t", "  ", "\r"].randomElement(using: &random) ?? ""
  }
}
