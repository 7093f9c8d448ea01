import Testing

@Suite struct ScanCommandTests {
  @Test func showsAReaderTheCluster() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let run = try workplace.run("scan", "articles")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("3 articles: 2 in 1 cluster, 1 alone\n"))
    #expect(run.output.contains("Cluster 1 · 2 articles"))
    #expect(run.output.contains("Left alone: 1 article\n  undated     c.txt\n"))
    #expect(run.errors.isEmpty)
    #expect(!run.output.contains("\u{1B}"), "a pipe gets no colours")
  }

  @Test func saysWhyNothingClusters() throws {
    let workplace = try Workplace()
    try workplace.write("a.txt", Articles.report)
    try workplace.write("c.txt", Articles.other)
    let run = try workplace.run("scan", "a.txt", "c.txt")
    #expect(run.code == 0)
    #expect(run.output.contains("Nothing clusters.\n  No two articles carry the same report"))
  }

  @Test func writesALineForEachArticleInInputOrder() throws {
    let run = try Workplace().run("scan", "-", "--format", "jsonl", "-q", input: Articles.lines)
    #expect(run.code == 0)
    #expect(run.lines.count == 3)
    #expect(run.lines[0].hasPrefix("{\"id\":\"a\",\"cluster\":\""))
    #expect(
      run.lines[0].hasSuffix(
        "\"representative\":true,\"relation\":null,\"of\":null,\"score\":null}"))
    #expect(run.lines[1].hasPrefix("{\"id\":17,"), "a number stays a number")
    #expect(run.lines[1].contains("\"of\":\"a\""))
    #expect(
      run.lines[2]
        == "{\"id\":\"c\",\"cluster\":null,\"size\":1,\"representative\":true,\"relation\":null,"
        + "\"of\":null,\"score\":null}")
    #expect(run.errors.isEmpty)
  }

  @Test func readsAPipeWhereNoPathIsGiven() throws {
    let run = try Workplace().run("scan", "--format", "csv", input: Articles.lines)
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("id,cluster,size,representative,relation,of,score\r\na,"))
    #expect(run.errors == "dedupe: 3 articles: 2 in 1 cluster, 1 alone\n")
  }

  @Test(arguments: [["scan"], ["scan", "-"], ["evaluate", "--sample", "3"]])
  func refusesAnEmptyPipe(arguments: [String]) throws {
    let run = try Workplace().run(arguments, input: nil)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(
      run.errors == "dedupe: nothing to read: standard input is empty; give a file, a directory, "
        + "or - with articles\n")
  }

  @Test func tellsWhereAReportComesFrom() throws {
    let text = try Workplace().run("scan", input: Articles.lines).output
    let line = "  Source: perhaps 1 (69 % sure, no proof): published before all others.\n"
    #expect(text.contains(line))
    let json = try Workplace().run("scan", "--format", "json", "-q", input: Articles.lines).output
    #expect(
      json.contains(
        "\"provenance\":{\"source\":\"a\",\"agency\":null,\"confidence\":0.69,"
          + "\"evidence\":[\"published before all others\"]}"))
  }

  @Test func writesOneObject() throws {
    let run = try Workplace().run("scan", "--format", "json", input: Articles.lines)
    #expect(run.lines.count == 1)
    #expect(run.output.hasPrefix("{\"statistics\":{\"documents\":3,"))
    #expect(run.output.contains("\"members\":[\"a\",17]"))
    #expect(!run.output.contains("\"matches\""))
  }

  @Test func writesMatchesBesideTheReport() throws {
    let workplace = try Workplace()
    let run = try workplace.run(
      "scan", "--format", "jsonl", "-o", "out.jsonl", "--matches", "matches.jsonl",
      input: Articles.lines)
    #expect(run.code == 0)
    #expect(run.output.isEmpty)
    #expect(workplace.read("out.jsonl")?.split(separator: "\n").count == 3)
    let matches = workplace.read("matches.jsonl")?.split(separator: "\n") ?? []
    #expect(matches.count == 1)
    #expect(matches.first?.hasPrefix("{\"a\":\"a\",\"b\":17,\"relation\":\"") == true)
    #expect(workplace.names == ["matches.jsonl", "out.jsonl"], "nothing unfinished is left")
  }

  @Test func tellsOfDuplicatesOnlyWhenAsked() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    #expect(try workplace.run("scan", "articles").code == 0)
    #expect(try workplace.run("scan", "articles", "--exit-code").code == 1)
    #expect(try workplace.run("scan", "articles/c.txt", "--exit-code").code == 0)
    #expect(
      try workplace.run("scan", "articles", "missing", "--exit-code").code == 3,
      "bad input beats duplicates")
  }

  @Test func usesColoursWhereTheyAreAskedFor() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let colored = try workplace.run(
      "scan", "articles", "--color", "always", environment: ["NO_COLOR=1"])
    #expect(colored.output.contains("\u{1B}["))
    #expect(try !workplace.run("scan", "articles", "--color", "never").output.contains("\u{1B}["))
  }

  @Test func putsParagraphsAboveEachOtherOnANarrowTerminal() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let wide = try workplace.run("scan", "articles", environment: ["COLUMNS=120"])
    let narrow = try workplace.run("scan", "articles", environment: ["COLUMNS=80"])
    #expect(wide.output.contains(" │ "))
    #expect(!narrow.output.contains(" │ "))
    #expect(narrow.lines.allSatisfy { $0.count <= 80 })
  }

  @Test(arguments: ["text", "json", "jsonl", "csv"])
  func doesNotDependOnTheNumberOfThreads(format: String) throws {
    let workplace = try Workplace()
    let one = try workplace.run(
      "scan", "--format", format, "--threads", "1", input: Articles.lines)
    let eight = try workplace.run(
      "scan", "--format", format, "--threads", "8", input: Articles.lines)
    #expect(one.output == eight.output)
  }

  @Test func renamesFields() throws {
    let lines = Articles.lines.replacing("\"text\"", with: "\"body\"")
      .replacing("\"id\"", with: "\"key\"")
    let run = try Workplace().run(
      "scan", "--text-field", "body", "--id-field", "key", "--format", "csv", "-q", input: lines)
    #expect(run.code == 0)
    #expect(run.lines.count == 4 || run.output.contains("\r\n17,"))
  }

  @Test func readsAtMostSoManyAndFromAList() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    try workplace.write("list", "articles/a.txt\narticles/b.txt\narticles/c.txt\n")
    let run = try workplace.run(
      "scan", "--files-from", "list", "--limit", "2", "--format", "csv")
    #expect(run.code == 0)
    #expect(run.output.split(separator: "\r\n").count == 3)
  }

  // MARK: Texts that are read again

  /// Every form of a scan is the same, whether its texts can be read again or not.
  @Test(
    arguments: [
      ["--format", "jsonl"], ["--format", "csv"], ["--format", "json"], ["--format", "text"],
      ["--format", "json", "--matches", "m.jsonl", "--threads", "3"],
    ], ["wire", "corpus"])
  func readsTextsAgain(arguments: [String], preset: String) throws {
    let workplace = try Workplace()
    try workplace.write("a.jsonl", Articles.lines)
    let scan = ["scan", "--preset", preset, "--threshold", "0.5"] + arguments
    let read = try workplace.run(scan + ["a.jsonl"], input: nil)
    let matches = arguments.contains("--matches") ? workplace.read("m.jsonl") ?? "" : ""
    let piped = try workplace.run(scan + ["--force", "-"], input: Array(Articles.lines.utf8))
    #expect(read.code == 0)
    #expect(read.output == piped.output)
    #expect(read.output.contains("17"))
    if arguments.contains("--matches") {
      #expect(matches.contains("\"relation\":\"reprint\""))
      #expect(matches.contains("\"passages\":[{"))
      #expect(workplace.read("m.jsonl") == matches)
    }
    if arguments.contains("json") {
      #expect(read.output.contains("\"profile\":null") == (preset == "corpus"))
    }
  }

  /// A pipe at the end of the inputs tells when all files before it were read.
  @Test(
    arguments: [": > a.jsonl", "rm a.jsonl", "sed -i s/Monday/Friday/ a.jsonl"],
    [("wire", false), ("corpus", false), ("wire", true), ("corpus", true)])
  func saysThatAFileChangedWhileItWasRead(change: String, run: (String, Bool)) throws {
    let (preset, isShown) = run
    let workplace = try Workplace()
    try workplace.write("a.jsonl", Articles.lines)
    let format = isShown ? "json --matches m.jsonl" : "jsonl"
    let run = try workplace.shell(
      """
      mkfifo late.jsonl
      dedupe scan --preset \(preset) --threshold 0.5 --threads 1 --format \(format) -o out \
        a.jsonl late.jsonl &
      exec 3> late.jsonl
      \(change)
      echo '{"id":"z","text":"Late news"}' >&3
      exec 3>&-
      wait $!
      """)
    #expect(run.code == 2)
    #expect(run.errors.contains("a.jsonl: "))
    #expect(run.errors.contains(change.hasPrefix("rm") ? "no such file" : "the file changed while"))
    #expect(
      try workplace.shell("ls").lines.allSatisfy { $0.hasSuffix(".jsonl") && $0 != "m.jsonl" })
  }
}
