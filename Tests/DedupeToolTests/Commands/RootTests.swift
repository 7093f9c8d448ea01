import Testing

@Suite struct RootTests {
  @Test func tellsANewcomerWhatToType() throws {
    let run = try Workplace().run()
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("dedupe scan articles/"))
  }

  @Test func printsItsVersion() throws {
    let run = try Workplace().run("--version")
    #expect(run.code == 0)
    #expect(run.output == "0.1.0\n")
  }

  @Test func printsHelpToStandardOutput() throws {
    let run = try Workplace().run("--help")
    #expect(run.code == 0)
    #expect(run.errors.isEmpty)
    for command in ["scan", "compare", "filter", "index", "profile", "evaluate"] {
      #expect(run.output.contains("\n  \(command) "), "help does not name \(command)")
    }
  }

  @Test(arguments: [
    ["scna"], ["scan", "--treshold", "0.5", "."], ["scan", "--threshold", "2", "."],
    ["scan", "--threads", "0", "."], ["scan", "--format", "xml", "."], ["compare", "one.txt"],
  ])
  func endsWithTwoForAWrongCommandLine(arguments: [String]) throws {
    let run = try Workplace().run(arguments, input: nil)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("dedupe: "))
  }

  @Test func suggestsTheCommandThatWasMeant() throws {
    #expect(
      try Workplace().run("scna").errors == "dedupe: 'scna' is no command; did you mean 'scan'?\n")
    #expect(try Workplace().run("articles/").errors.contains("the commands are scan, compare"))
  }

  @Test func helpKnowsNoOtherCommands() throws {
    let run = try Workplace().run("help", "scna")
    #expect(run.code == 2)
    #expect(run.errors == "dedupe: 'scna' is no command; did you mean 'scan'?\n")
    for words in [["help"], ["help", "index", "add"], ["help", "scan"]] {
      #expect(try Workplace().run(words, input: nil).code == 0)
    }
  }

  @Test func suggestsTheOptionThatWasMeant() throws {
    let run = try Workplace().run("scan", "--treshold", "0.5", ".")
    #expect(run.errors.contains("--threshold"))
  }
}
