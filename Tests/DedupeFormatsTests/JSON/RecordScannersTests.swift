import NearDuplicates
import Testing

@testable import DedupeFormats

/// The fast scanner and the strict parser are each other's check.
struct RecordScannersTests {
  /// What a scanner finds, or nil where it does not accept the line; on every path, and whether or
  /// not more lines follow.
  private func fast(_ line: [UInt8]) -> [JSONField]? {
    let found = Kernels.available.flatMap { kernels in
      ["", "\n", "\n{\"text\":\"next\"}\n"].map { rest in
        var fields: [JSONField] = []
        let end = (line + Array(rest.utf8)).withUnsafeBytes {
          FastRecordScanner.scan($0, into: &fields, by: kernels)
        }
        #expect(end == nil || end == line.count)
        return end == nil ? nil : fields
      }
    }
    #expect(found.dropFirst().allSatisfy { $0 == found[0] })
    return found[0]
  }

  private func strict(_ line: [UInt8]) throws(JSONError) -> [JSONField] {
    var fields: [JSONField] = []
    var failure: JSONError?
    line.withUnsafeBytes { bytes in
      do throws(JSONError) {
        try StrictRecordParser.parse(bytes, into: &fields)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return fields
  }

  @Test(arguments: 0..<20)
  func agreeOnValidLines(seed: UInt64) throws {
    var json = RandomJSON(seed: seed)
    for _ in 0..<500 {
      let line = json.line()
      let expected = try strict(Array(line.utf8))
      if let found = fast(Array(line.utf8)) { #expect(found == expected, "seed \(seed): \(line)") }
    }
  }

  @Test(arguments: 0..<20)
  func fastNeverAcceptsWhatStrictRefuses(seed: UInt64) {
    var json = RandomJSON(seed: seed)
    for _ in 0..<1_000 {
      let line = json.damagedLine()
      guard let found = fast(line) else { continue }
      #expect((try? strict(line)) == found, "seed \(seed): \(line)")
    }
  }

  /// Strings that are long enough for a kernel, with escapes and what is wrong at every place.
  @Test(arguments: 0..<8)
  func agreeOnLongStrings(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "\\\\", "\\\"", "\\n", "\\/", "\\b", "\\f", "\\r", "\\t", "\\u0041", "\\", "\u{1}", "“", "\"",
    ]
    for _ in 0..<2_000 {
      var text = ""
      let wrong = Int.random(in: 0..<3, using: &random) == 0 ? pieces.count : 9
      let share = Int.random(in: 1...30, using: &random)
      for _ in 0..<Int.random(in: 0...220, using: &random) {
        let isPlain = Int.random(in: 0..<share, using: &random) != 0
        text += isPlain ? "a" : pieces[Int.random(in: 0..<wrong, using: &random)]
      }
      let line = Array("{\"a\":\"\(text)\",\"b\":1}".utf8)
      #expect(fast(line) == (try? strict(line)), "seed \(seed): \(text)")
    }
  }

  @Test func fastAcceptsOrdinaryLines() {
    let lines = [
      #"{"id": "a", "text": "He said \"no\".\nThen \u00e9", "n": -1.5, "ok": true, "x": null}"#,
      "{\"text\":\"\"}\r", #" { "text" : "a" , "b" : false } "#,
    ]
    for line in lines { #expect(fast(Array(line.utf8)) != nil, "\(line)") }
  }

  @Test(arguments: [
    (#"{"a":1"#, "expected ',' or '}'", 6), (#"{"a" 1}"#, "expected ':'", 5),
    (#"{"a":01}"#, "expected ',' or '}'", 6), (#"{"a":1,}"#, "expected a field name in '\"'", 7),
    ("{\"a\":\"\u{1}\"}", "an unescaped control character in a string", 6),
    ("{\"a\":\"\t\"}", "an unescaped control character in a string", 6),
    (#"{"a":"\x"}"#, "an unknown escape in a string", 6),
    (#"{"a":"\u12g4"}"#, "expected four hexadecimal digits after '\\u'", 10),
    (#"{"a":"b}"#, "expected '\"' to end a string", 8), (#"{"a":nul}"#, "expected a value", 5),
    (#"{"a":[1,2}"#, "expected ',' or ']'", 9), (#"{"a":{"b":1]}"#, "expected ',' or '}'", 11),
    (#"{"a":[1,]}"#, "expected a value", 8), (#"{"a":1} x"#, "expected the end of the line", 8),
    ("[1]", "expected '{'", 0), (#"{"a":1.}"#, "expected a digit", 7),
    (#"{"a":-}"#, "expected a digit", 6), (#"{"a":1e}"#, "expected a digit", 7),
    (#"{"a":}"#, "expected a value", 5), ("{", "expected a field name in '\"'", 1),
    (#"{"a":[{]}"#, "expected a field name in '\"'", 7),
  ])
  func strictSaysWhatIsWrong(line: String, cause: String, offset: Int) {
    #expect(throws: JSONError(cause: cause, offset: offset)) { try strict(Array(line.utf8)) }
    #expect(fast(Array(line.utf8)) == nil)
  }

  @Test func strictLimitsNesting() throws {
    func nested(_ levels: Int) -> [UInt8] {
      let arrays = levels - 1
      return Array(
        (#"{"a":"# + String(repeating: "[", count: arrays) + String(repeating: "]", count: arrays)
          + "}").utf8)
    }
    #expect(try strict(nested(512)).first?.kind == .array)
    #expect(throws: JSONError.self) { try strict(nested(513)) }
    #expect(throws: JSONError.self) { try strict(nested(1_000_000)) }
  }

  @Test func rangesAreThoseOfTheRawBytes() throws {
    let line = #"{ "a" : "x\n" , "b":[1, {"c":2}] }"#
    let fields = try strict(Array(line.utf8))
    let values = fields.map { String(decoding: Array(line.utf8)[$0.value], as: UTF8.self) }
    #expect(values == [#""x\n""#, #"[1, {"c":2}]"#])
    #expect(fields.map(\.kind) == [.string, .array])
  }
}
