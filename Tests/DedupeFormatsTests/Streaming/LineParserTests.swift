import Testing

@testable import DedupeFormats

struct LineParserTests {
  private func parse(
    _ text: String, firstLine: Int = 1, beginsInsideLine: Bool = false, endsLine: Bool = true,
    names: FieldNames = FieldNames(), path: String? = nil
  ) -> [ParsedLine] {
    let buffer = ByteBuffer()
    buffer.append(Array(text.utf8))
    var parser = LineParser(names: names, adding: "dedupe", from: path.map { Path($0) })
    return parser.parse(
      LineChunk(
        buffer: buffer, firstLine: firstLine, beginsInsideLine: beginsInsideLine,
        endsLine: endsLine))
  }

  private func id(_ line: String) -> String? {
    guard case .record(_, let id?) = parse(line).first?.content else { return nil }
    return String(decoding: id, as: UTF8.self)
  }

  @Test(arguments: [
    (#"{"id":42,"text":"a"}"#, "42"), (#"{"id":"42","text":"a"}"#, #""42""#),
    (#"{"id":1.50e3,"text":"a"}"#, "1.50e3"), (#"{"text":"a","id":"x\/\u0041"}"#, #""x/A""#),
    (#"{"id":1,"text":"a","id":2}"#, "2"),
  ])
  func keepsTheTypeOfAnID(line: String, token: String) {
    #expect(id(line) == token)
  }

  @Test(arguments: [#"{"text":"a"}"#, #"{"id":null,"text":"a"}"#, #"{"id":"","text":"a"}"#])
  func knowsRecordsWithoutAnID(line: String) {
    guard case .record(let document, nil) = parse(line)[0].content else {
      Issue.record("no record without an id")
      return
    }
    #expect(document.id.isEmpty)
  }

  @Test func tellsWhatALineIs() {
    let lines = parse("{\"text\":\"a\"}\n\n[1]\n{\"body\":\"b\"}\n \r\n", firstLine: 7)
    #expect(lines.map(\.number) == [7, 8, 9, 10, 11])
    #expect(lines.map { $0.splice != nil } == [true, false, false, true, false])
    guard case .bad(let bad) = lines[2].content, case .withoutText(let empty) = lines[3].content,
      case .silent = lines[1].content, case .silent = lines[4].content
    else {
      Issue.record("the lines are taken for something else")
      return
    }
    #expect(bad.description.hasPrefix("standard input:9: the record is no valid JSON"))
    #expect(empty.description.contains("input:10: the record has no field 'text' (it has: body)"))
  }

  @Test func namesTheFileThatItFollows() {
    guard case .bad(let problem) = parse("x\n", path: "in/feed.jsonl")[0].content else {
      Issue.record("no bad line")
      return
    }
    #expect(problem.description.hasPrefix("in/feed.jsonl:1: "))
    let parser = LineParser(names: FieldNames(), adding: "m", from: Path("in/a.jsonl"))
    #expect(parser.name == "a.jsonl")
  }

  @Test func readsOtherNamesAndTheDate() {
    var names = FieldNames()
    names.text = "body"
    let line = #"{"body":"b","date":"2025-02-17","source":"Wire"}"#
    guard case .record(let document, _) = parse(line, names: names)[0].content else {
      Issue.record("no record")
      return
    }
    #expect(document.text == "b")
    #expect(document.source == "Wire")
    #expect(document.date?.description.hasPrefix("2025-02-17") == true)
  }

  @Test func warnsOfADateThatIsNone() {
    let lines = parse(#"{"text":"b","date":"soon"}"#)
    #expect(lines[0].warnings.count == 1)
    #expect(lines[0].warnings[0].cause.contains("no date"))
  }

  /// A line with `"dedupe":1` added.
  private func spliced(_ line: String) throws -> String {
    let splice = try #require(parse(line)[0].splice)
    var result: [UInt8] = []
    Array(line.utf8).withUnsafeBytes {
      splice.append(Array("\"dedupe\":1".utf8), to: $0, into: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  @Test func skipsAByteOrderMarkAndLeavesItWhereItIs() throws {
    let text = "\u{FEFF}{\"text\":\"a\",\"dedupe\":0}"
    #expect(try spliced(text) == "\u{FEFF}{\"text\":\"a\",\"dedupe\":1}")
  }

  @Test func replacesAMemberWhoseNameIsEscaped() throws {
    let text = #"{"dedup\u0065":0,"text":"a"}"#
    #expect(try spliced(text) == #"{"text":"a","dedupe":1}"#)
  }

  @Test func tellsOnceOfALineThatIsTooLong() {
    let first = parse("{\"text\":\"a", endsLine: false)
    guard case .bad(let problem) = first[0].content else {
      Issue.record("its beginning is told of")
      return
    }
    #expect(problem.cause == "the line is longer than 64 MB")
    let rest = parse("bc\"}\n{\"text\":\"d\"}\n", beginsInsideLine: true)
    #expect(rest.count == 2)
    guard case .silent = rest[0].content, case .record = rest[1].content else {
      Issue.record("its end is silent, and the next line a record")
      return
    }
  }
}
