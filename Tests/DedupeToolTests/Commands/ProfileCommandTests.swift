import Testing

@Suite struct ProfileCommandTests {
  @Test func learnsAndShows() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let learned = try workplace.run("profile", "articles", "-o", "news.profile")
    #expect(learned.code == 0)
    #expect(learned.output.isEmpty)
    #expect(learned.errors.contains("of 3 articles"))
    let shown = try workplace.run("profile", "--show", "news.profile")
    #expect(shown.code == 0)
    #expect(shown.output.hasPrefix("Profile "))
    #expect(shown.output.contains("  articles        3 "))
  }

  @Test func learnsTheSameWhateverTheThreads() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    for (name, threads) in [("one", "1"), ("two", "2")] {
      _ = try workplace.run("profile", "articles", "-o", name, "--threads", threads)
    }
    let shown = try ["one", "two"].map { try workplace.run("profile", "--show", $0).output }
    #expect(shown[0] == shown[1])
  }

  @Test func needsAFileToWrite() throws {
    let run = try Workplace().run("profile", ".")
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("dedupe: name the file for the profile with -o FILE"))
  }

  @Test func namesAFileThatIsNotThere() throws {
    let run = try Workplace().run("profile", "--show", "nothing")
    #expect(run.code == 2)
    #expect(run.errors.lowercased().hasPrefix("dedupe: nothing: no such file or directory"))
  }
}
