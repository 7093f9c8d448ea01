import NearDuplicates
import Testing

@testable import DedupeFormats

struct RecordParserTests {
  private func parse(_ lines: String, names: FieldNames = FieldNames()) -> Batch {
    parse(Array(lines.utf8), names: names)
  }

  private func parse(_ lines: [UInt8], names: FieldNames = FieldNames()) -> Batch {
    var parser = RecordParser(names: names, dates: DateParser())
    let file = InputFile(origin: .file(Path("a.jsonl")), name: "a.jsonl", kind: .lines, size: nil)
    var batch = Batch(file: file)
    lines.withUnsafeBytes { parser.parse(lines: $0, into: &batch) }
    return batch
  }

  @Test func readsEveryField() {
    let batch = parse(
      #"{"id":"x","title":"T","text":"A\nB","source":"S","date":"2025-02-17","url":"u","more":[1]}"#
    )
    let expected = Document(
      id: "x", title: "T", text: "A\nB", source: "S",
      date: Timestamp(year: 2025, month: 2, day: 17),
      url: "u")
    #expect(batch.records.map(\.document) == [expected])
    #expect(batch.log.problems.isEmpty)
  }

  @Test func fieldsMayBeRenamed() {
    var names = FieldNames()
    (names.id, names.text, names.date) = ("key", "body", "when")
    let batch = parse(#"{"key":"k","body":"B","when":1739787072,"text":"no"}"#, names: names)
    #expect(batch.records.first?.document.id == "k")
    #expect(batch.records.first?.document.text == "B")
    #expect(batch.records.first?.document.date?.description == "2025-02-17T10:11:12Z")
  }

  @Test func numericIDsKeepTheirLexeme() {
    let batch = parse(
      "{\"id\":42,\"text\":\"a\"}\n{\"id\":1.50e3,\"text\":\"b\"}\n{\"id\":\"42\",\"text\":\"c\"}")
    #expect(batch.records.map(\.document.id) == ["42", "1.50e3", "42"])
    #expect(batch.records.map(\.hasNumericID) == [true, true, false])
  }

  @Test func lastOfDoubledKeysWins() {
    let batch = parse(#"{"text":"a","id":1,"te\u0078t":"b","id":"z"}"#)
    #expect(batch.records.first?.document.text == "b")
    #expect(batch.records.first?.document.id == "z")
  }

  @Test func lineEndsAndEmptyLines() {
    let batch = parse("{\"text\":\"a\"}\r\n\r\n  \n{\"text\":\"b\"}")
    #expect(batch.records.map(\.document.text) == ["a", "b"])
    #expect(batch.records.map(\.line) == [1, 4])
    #expect(batch.lineCount == 4)
    #expect(batch.log.problems.isEmpty)
  }

  @Test(arguments: [
    (
      #"{"id":1 "text":"a"}"#,
      "a.jsonl:1: the record is no valid JSON: expected ',' or '}' at byte 9; mend or remove the line"
    ),
    (
      #"{"id":"1","body":"b"}"#,
      "a.jsonl:1: the record has no field 'text' (it has: id, body); name the field that holds the text with --text-field"
    ),
    (
      "{}",
      "a.jsonl:1: the record has no field 'text' (it is empty); name the field that holds the text with --text-field"
    ),
    (
      #"{"text":null}"#,
      "a.jsonl:1: the field 'text' is null, not a string; name the field that holds the text with --text-field"
    ),
    (
      #"{"text":["a"]}"#,
      "a.jsonl:1: the field 'text' is an array, not a string; name the field that holds the text with --text-field"
    ),
    (
      "plain prose",
      "a.jsonl:1: the record is no valid JSON: expected '{' at byte 1; mend or remove the line"
    ),
  ])
  func badRecordsAreTold(line: String, message: String) {
    let batch = parse(line + "\n" + #"{"text":"good"}"#)
    #expect(batch.log.problems.map(\.description) == [message])
    #expect(batch.log.errorCount == 1)
    #expect(batch.records.map(\.document.text) == ["good"])
  }

  @Test(arguments: [
    (#"{"text":""}"#, "the field 'text' is empty"),
    (#"{"text":"a","date":"soon"}"#, "the field 'date' is no date: 'soon'"),
    (#"{"text":"a","date":{"x":1}}"#, #"the field 'date' is no date: '{"x":1}'"#),
    (#"{"text":"a","id":""}"#, "the field 'id' is no usable id"),
    (#"{"text":"a","id":[1]}"#, "the field 'id' is no usable id"),
  ])
  func oddRecordsAreKeptWithAWarning(line: String, cause: String) {
    let batch = parse(line)
    #expect(batch.records.count == 1)
    #expect(batch.log.problems.map(\.cause) == [cause])
    #expect(batch.log.warningCount == 1)
    #expect(batch.records.first?.document.date == nil)
  }

  @Test func nullsAndEmptyStringsAreAbsent() {
    let batch = parse(#"{"text":"a","id":null,"title":null,"date":"","source":"","url":7}"#)
    #expect(batch.records.map(\.document) == [Document(id: "", text: "a", url: "7")])
    #expect(batch.log.problems.isEmpty)
  }

  @Test func nulsAreTextAndRawOnesAreNot() {
    #expect(parse(#"{"text":"a\u0000b"}"#).records.first?.document.text == "a\0b")
    #expect(parse("{\"text\":\"a\0b\"}").log.errorCount == 1)
  }

  @Test func invalidBytesAreReplacedAndTold() {
    let batch = parse(Array(#"{"text":"a"#.utf8) + [0xE2, 0x82] + Array(#"b"}"#.utf8))
    #expect(batch.records.first?.document.text == "a\u{FFFD}b")
    #expect(batch.log.problems.map(\.cause) == ["the record holds invalid UTF-8"])
  }
}
