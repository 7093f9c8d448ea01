import Testing

@Suite struct CompareCommandTests {
  @Test func showsEverythingAboutTwoFiles() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let run = try workplace.run("compare", "articles/a.txt", "articles/b.txt")
    #expect(run.code == 0)
    #expect(run.output.contains("\nThe same report (reprint), score "))
    for part in ["Measures", "jaccard", "Paragraphs", "Texts", "~evening~", "Why: "] {
      #expect(run.output.contains(part), "the report lacks \(part)")
    }
  }

  @Test func findsTwoNamesInACollection() throws {
    let workplace = try Workplace()
    try workplace.write("news.jsonl", Articles.lines)
    let run = try workplace.run("compare", "news.jsonl", "--ids", "17", "a", "--format", "json")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("{\"a\":\"a\",\"b\":\"17\",\"relation\":\""))
    #expect(run.output.contains("\"clusters\":true"))
    #expect(!run.output.contains("\"profile\":null"), "it learns from the collection")
  }

  @Test func refusesAnUnknownName() throws {
    let workplace = try Workplace()
    try workplace.write("news.jsonl", Articles.lines)
    let run = try workplace.run("compare", "news.jsonl", "--ids", "17", "b")
    #expect(run.code == 2)
    #expect(
      run.errors == "dedupe: no article is called 'b'; the first are called a, 17, c\n")
  }

  @Test func refusesFilesWithMoreThanTwoArticles() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    try workplace.write("news.jsonl", Articles.lines)
    let run = try workplace.run("compare", "news.jsonl", "articles/a.txt")
    #expect(run.code == 2)
    #expect(run.errors.contains("the files hold 4; name two of them with --ids ID ID"))
  }

  @Test func saysThatOneOfTheTwoIsMissing() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let run = try workplace.run("compare", "nowhere.txt", "articles/a.txt")
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("dedupe: nowhere.txt: no such file or directory"))
    #expect(run.errors.contains("compare takes two articles, and only one could be read"))
    let twice = try workplace.run("compare", "-", "-", input: Articles.report)
    #expect(twice.code == 2)
    #expect(twice.errors.contains("standard input: it was named twice and can be read only once"))
  }

  @Test func hasNothingToSayOfATextWithoutWords() throws {
    let workplace = try Workplace()
    try workplace.write("empty.txt", "\n")
    try workplace.write("a.txt", Articles.report)
    let run = try workplace.run("compare", "empty.txt", "a.txt")
    #expect(run.output.contains("Why: a text without words has nothing to compare.\n"))
    #expect(run.output.contains("\n   (no text)\n"))
  }

  @Test func takesAProfile() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    #expect(try workplace.run("profile", "articles", "-o", "news.profile").code == 0)
    let run = try workplace.run(
      "compare", "articles/a.txt", "articles/b.txt", "--profile", "news.profile")
    #expect(run.output.contains("learned from 3 articles"))
    let bad = try workplace.run(
      "compare", "articles/a.txt", "articles/b.txt", "--profile", "articles/c.txt")
    #expect(bad.code == 2)
    #expect(bad.errors.hasPrefix("dedupe: articles/c.txt: it is no profile"))
  }
}
