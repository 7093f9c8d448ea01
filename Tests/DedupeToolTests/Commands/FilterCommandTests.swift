import Testing

/// What the filter does with records.
@Suite struct FilterCommandTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func filter(_ input: String, _ arguments: String...) throws -> ToolRun {
    try workplace.run(
      ["filter", "--index", "news.idx"] + arguments, input: Array(input.utf8))
  }

  private let report = Articles.record(id: "\"a\"", text: Articles.report, date: "2025-02-17")
  private let reprint = Articles.record(id: "17", text: Articles.reprint, date: "2025-02-18")
  private let other = Articles.record(id: "\"c\"", text: Articles.other)

  @Test func annotatesEveryRecordAndTouchesNoByte() throws {
    let lines = [report, "  " + reprint.replacing(",", with: " , ") + " ", other]
    let run = try filter(lines.joined(separator: "\n") + "\n")
    #expect(run.code == 0)
    try #require(run.lines.count == 3)
    for (line, original) in zip(run.lines, lines) {
      let head = original.prefix { $0 != "}" }
      #expect(line.hasPrefix(head + ",\"dedupe\":{"))
      #expect(line.hasSuffix(original.hasSuffix(" ") ? "}} " : "}}"))
    }
    #expect(run.lines[0].contains(#""status":"new","relation":null,"of":null,"score":null,"#))
    #expect(
      run.lines[1].contains(#""status":"duplicate","relation":"reprint","of":"a","score":"#))
    #expect(run.lines[2].contains(#""status":"new""#))
    #expect(!run.output.contains("redelivered"))
    #expect(run.errors.contains("news.idx: there was no index; a new one was made"))
    #expect(run.errors.contains("3 lines: 2 new, 1 duplicate\n"))
  }

  @Test func remembersAcrossRuns() throws {
    #expect(try filter(report + "\n", "--quiet").errors.isEmpty)
    let run = try filter(reprint + "\n" + report + "\n")
    #expect(run.lines[0].contains(#""status":"duplicate","relation":"reprint","of":"a""#))
    #expect(run.lines[1].contains(#""relation":"identical","of":"a","score":1,"#))
    #expect(run.lines[1].contains(#""redelivered":true"#))
  }

  @Test func keepsTheTypeOfIDs() throws {
    let run = try filter(reprint + "\n" + report + "\n")
    #expect(run.lines[1].contains(#""of":17,"#))
  }

  @Test func dropsDuplicatesAndKeepsThemInAFile() throws {
    let run = try filter(
      [report, reprint, other, ""].joined(separator: "\n"), "--mode", "drop", "--tee", "dropped")
    #expect(run.lines.map { $0.contains(#""status":"new""#) } == [true, true])
    let dropped = try #require(workplace.read("dropped"))
    #expect(dropped.contains(#""of":"a""#))
    #expect(dropped.split(separator: "\n").count == 1)
    #expect(run.errors.contains("3 lines: 2 new, 1 duplicate; 1 held back"))
  }

  @Test func passesOnlyDuplicates() throws {
    let run = try filter([report, reprint, other, ""].joined(separator: "\n"), "--mode", "only")
    #expect(run.lines.count == 1)
    #expect(run.lines[0].contains(#""id":17"#))
  }

  @Test func aRedeliveryGoesWhereItsFirstDeliveryWent() throws {
    let input = [report, reprint, ""].joined(separator: "\n")
    _ = try filter(input, "--mode", "drop")
    let again = try filter(input, "--mode", "drop", "--tee", "dropped")
    #expect(again.lines.count == 1, "a crash may have come before its delivery")
    #expect(again.output.contains(#""id":"a""#))
    #expect(workplace.read("dropped")?.contains(#""id":17"#) == true, "and what was held back is")
    #expect(try filter(input, "--mode", "drop", "--drop-redelivered").output.isEmpty)
    #expect(try filter(input, "--drop-redelivered").output.isEmpty)
  }

  @Test func theSameIDWithAnotherTextIsAVersion() throws {
    let version = Articles.record(id: "\"a\"", text: Articles.reprint, date: "2025-02-17")
    let run = try filter(report + "\n" + version + "\n")
    #expect(run.lines[1].contains(#""status":"duplicate","relation":"version","of":"a""#))
    #expect(!run.lines[1].contains("redelivered"))
  }

  @Test func losesNoLine() throws {
    let lines = ["no record", "", #"{"id":1}"#, #"{"id":2,"text":" … "}"#, "[1]", report]
    for mode in ["annotate", "drop"] {
      let run = try workplace.run(
        ["filter", "--index", mode, "--mode", mode],
        input: Array((lines.joined(separator: "\n") + "\n").utf8))
      #expect(run.code == 3)
      let output = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(output.count == 7, "six lines and the end of the last")
      #expect([output[0], output[1], output[4]] == ["no record", "", "[1]"])
      #expect(output[2].contains(#""status":"unchecked","#))
      #expect(output[2].contains(#""reason":"the record has no field 'text' (it has: id)""#))
      #expect(output[3].contains(#""status":"unchecked","#))
      #expect(output[3].contains(#""reason":"the text has no words""#))
      #expect(run.errors.contains("dedupe: standard input:1: the record is no valid JSON: "))
      #expect(run.errors.contains("dedupe: standard input:3: the record has no field 'text'"))
    }
  }

  @Test func strictStopsAtTheFirstBadLineAndKeepsWhatCameBefore() throws {
    let run = try filter(report + "\nno record\n" + other + "\n", "--strict")
    #expect(run.code == 2)
    #expect(run.lines.count == 1)
    #expect(run.errors.contains("standard input:2: the record is no valid JSON"))
    #expect(try filter(report + "\n").output.contains(#""redelivered":true"#))
  }

  @Test func replacesAnEarlierVerdict() throws {
    let run = try filter(#"{"dedupe":{"status":"x"},"id":1,"text":"some words"}"# + "\n")
    #expect(run.output.hasPrefix(#"{"id":1,"text":"some words","dedupe":{"status":"new""#))
  }

  @Test func namesRecordsWithoutAnIDSoThatNoneIsTakenForAnother() throws {
    let text = #"{"text":"some words of a text"}"# + "\n"
    #expect(try filter(text + text).lines[1].contains(#""of":"stdin:1","score":1"#))
    let again = try filter(#"{"text":"another text with other words"}"# + "\n" + text)
    #expect(again.lines[0].contains(#""status":"new""#), "it stands on the same line")
    #expect(again.lines[1].contains(#""of":"stdin:1""#))
    #expect(!again.output.contains("redelivered"), "nobody can know that")
  }

  @Test func readsOtherFieldNames() throws {
    let line = #"{"uid":5,"body":"some words of a text"}"# + "\n"
    let run = try filter(line + line, "--id-field", "uid", "--text-field", "body")
    #expect(run.lines[1].contains(#""of":5"#))
  }

  @Test func aBetterCopySupersedesAndPasses() throws {
    let short = Articles.record(id: "1", text: Articles.report, date: "2025-02-18")
    let early = Articles.record(id: "2", text: Articles.reprint, date: "2025-02-17")
    let run = try filter(short + "\n" + early + "\n", "--mode", "drop", "--keep", "earliest")
    #expect(run.lines.count == 2)
    #expect(run.lines[1].contains(#""status":"duplicate","relation":"#))
    #expect(run.lines[1].contains(#""supersedes":1"#))
  }

  @Test func forgetsWhatIsOutsideTheWindow() throws {
    let later = Articles.record(id: "9", text: Articles.report, date: "2025-04-17")
    let run = try filter(report + "\n" + later + "\n", "--window", "14")
    #expect(run.lines[1].contains(#""status":"new""#))
    let near = Articles.record(id: "8", text: Articles.report, date: "2025-04-20")
    #expect(try filter(near + "\n", "--window", "14").output.contains(#""of":9"#))
  }

  @Test func showsTheEvidence() throws {
    let run = try filter(report + "\n" + reprint + "\n", "--evidence")
    #expect(run.lines[1].contains(#""evidence":{"jaccard":0."#))
    #expect(run.lines[1].contains(#""passages":[{"begin":"#))
    #expect(!run.lines[0].contains("evidence"))
  }

  @Test(arguments: ["--preset", "--sketches-only"])
  func filtersForCorpora(option: String) throws {
    let sketches = option == "--sketches-only" ? [option] : []
    let run = try workplace.run(
      ["filter", "--index", "c.idx", "--preset", "corpus"] + sketches,
      input: Array((report + "\n" + reprint + "\n" + other + "\n").utf8))
    #expect(run.code == 0)
    #expect(run.lines[1].contains(#""status":"duplicate""#))
    #expect(run.lines[2].contains(#""status":"new""#))
  }

  @Test func theNumberOfThreadsDoesNotShow() throws {
    let input =
      (0..<40).map { index in
        Articles.record(
          id: "\(index)", text: index.isMultiple(of: 3) ? Articles.report : "Text \(index) of many."
        )
      }.joined(separator: "\n") + "\n"
    let one = try workplace.run(
      ["filter", "--index", "1.idx", "--threads", "1"], input: Array(input.utf8))
    let four = try workplace.run(
      ["filter", "--index", "4.idx", "--threads", "4", "--durability", "record"],
      input: Array(input.utf8))
    #expect(one.output == four.output)
  }
}
