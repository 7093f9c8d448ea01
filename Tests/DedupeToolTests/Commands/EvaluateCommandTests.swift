import Testing

@Suite struct EvaluateCommandTests {
  private static let gold = """
    {"a":"a","b":17,"label":"R"}
    {"a":"a","b":"c","label":"U"}
    {"a":"a","b":"missing","label":"U"}

    """

  @Test func measuresLabelledPairs() throws {
    let workplace = try Workplace()
    try workplace.write("news.jsonl", Articles.lines)
    try workplace.write("gold.jsonl", Self.gold)
    let run = try workplace.run("evaluate", "news.jsonl", "--gold", "gold.jsonl")
    #expect(run.code == 3, "a pair names an article that is not there")
    #expect(run.errors.contains("gold.jsonl: 1 pair left out"))
    #expect(run.output.contains("  precision           1.0000\n"))
    #expect(run.output.contains("  in one cluster      1 of the 1 that should be\n"))
  }

  @Test func measuresClusters() throws {
    let workplace = try Workplace()
    let lines = Articles.lines.split(separator: "\n")
    let truths = ["x", "x", "y"]
    let marked = zip(lines, truths).map { "{\"story\":\"\($1)\",\($0.dropFirst())" }
    try workplace.write("news.jsonl", marked.joined(separator: "\n"))
    let run = try workplace.run(
      "evaluate", "news.jsonl", "--clusters", "story", "--format", "json")
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("{\"clusters\":{\"precision\":1,\"recall\":1,\"f1\":1,"))
  }

  @Test func measuresAgainstBruteForce() throws {
    let run = try Workplace().run(
      "evaluate", "--brute-force", "0.3", "--format", "json", input: Articles.lines)
    #expect(
      run.output == "{\"brute_force\":{\"jaccard\":0.3,\"pairs\":1,\"found\":1,\"recall\":1}}\n")
  }

  @Test func refusesPairsThatNameNoArticle() throws {
    let workplace = try Workplace()
    try workplace.write("gold.jsonl", "{\"a\":\"x\",\"b\":\"y\",\"label\":\"R\"}\n")
    let run = try workplace.run("evaluate", "--gold", "gold.jsonl", input: Articles.lines)
    #expect(run.code == 2)
    #expect(run.errors == "dedupe: gold.jsonl: no pair names two of the articles read\n")
  }
}
