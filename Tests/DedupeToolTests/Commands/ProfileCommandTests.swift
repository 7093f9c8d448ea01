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

  @Test func showsTheStandingTextOfArticles() throws {
    let workplace = try Workplace()
    let footer = "Sign up here for our daily letter with the best of the Harbour Gazette."
    let invented = ["flood", "strike", "tunnel", "harvest"].map { subject in
      (1...40).map { "The \(subject) of day \($0) had \(subject)\($0) in it." }.joined()
    }
    let stories = [Articles.report, Articles.other] + invented
    let lines = stories.enumerated().map { index, story in
      Articles.record(
        id: "\(index)", text: story + "\n" + footer, date: "2025-0\(index + 1)-17")
    }
    try workplace.write("news.jsonl", lines.joined(separator: "\n"))
    _ = try workplace.run("profile", "news.jsonl", "-o", "news.profile")
    let learned = try workplace.run("profile", "--show", "news.jsonl")
    let given = try workplace.run("profile", "--show", "news.profile", "news.jsonl")
    #expect(learned.code == 0)
    let head = "1   6 articles · unknown outlet (6)\n    Sign up here for our"
    #expect(learned.output.contains(head))
    #expect(given.output == learned.output)
    let alone = try workplace.run("profile", "--show", "news.profile")
    #expect(!alone.output.contains("Sign up"))
    #expect(learned.output.hasPrefix(alone.output))
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
