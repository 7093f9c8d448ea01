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
    #expect(run.errors.contains("gold.jsonl:3: no article is called 'missing'; the pair is left"))
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

  @Test func tellsWhatIsFoundAtWhichScore() throws {
    let workplace = try Workplace()
    try workplace.write("news.jsonl", Articles.lines)
    try workplace.write("gold.jsonl", Self.gold)
    let run = try workplace.run("evaluate", "news.jsonl", "--gold", "gold.jsonl")
    let lines = Set(run.lines.map(String.init))
    for line in [
      "  average precision   1.0000 [1.000, 1.000]",
      "  label       pairs       in one cluster", "  R           1           1 (100 %)",
      "  0.50       1.0000     1.0000     1.0000     1      0      0",
    ] {
      #expect(lines.contains(line), "the report lacks: \(line)")
    }
    #expect(run.output.contains("  recall at P 0.95    1.0000 [1.000, 1.000]  at a score of "))
    let json = try workplace.run(
      "evaluate", "news.jsonl", "--gold", "gold.jsonl", "--format", "json"
    ).output
    for part in [
      "\"average_precision\":1,\"average_precision_interval\":[1,1]",
      "\"recall_at_precision\":[{\"precision\":0.9,\"recall\":1,",
      "\"clustered\":[{\"label\":\"R\",\"pairs\":1,\"in_one_cluster\":1},",
      "\"sweep\":[{\"threshold\":0.05,\"precision\":1,\"recall\":1,\"f1\":1,",
    ] {
      #expect(json.contains(part), "the record lacks: \(part)")
    }
  }

  @Test func writesTheMeasuresThatCompareGives() throws {
    let workplace = try Workplace()
    try workplace.write("news.jsonl", Articles.lines)
    try workplace.write("gold.jsonl", Self.gold)
    let run = try workplace.run(
      "evaluate", "news.jsonl", "--gold", "gold.jsonl", "--measures", "out.tsv")
    #expect(run.code == 3)
    let rows = (workplace.read("out.tsv") ?? "").split(separator: "\n").map {
      $0.split(separator: "\t").map(String.init)
    }
    #expect(rows.count == 3, "a head and the two pairs that are known")
    #expect(rows[0].prefix(5) == ["a", "b", "label", "score", "relation"])
    #expect(rows[1].prefix(3) == ["a", "17", "R"])
    #expect(Set(rows.map(\.count)).count == 1)
    let compared = try workplace.run(
      "compare", "news.jsonl", "--ids", "a", "17", "--format", "json")
    let measure = try #require(rows[0].firstIndex(of: "text shared"))
    let value = try #require(Double(rows[1][measure]))
    let rounded = (value * 10_000).rounded() / 10_000
    #expect(compared.output.contains("{\"name\":\"text shared\",\"value\":\(rounded),"))
    let again = try workplace.run(
      "evaluate", "news.jsonl", "--gold", "gold.jsonl", "--measures", "out.tsv")
    #expect(again.code == 2, "what exists is not overwritten")
  }

  @Test func asksForLabels() throws {
    let workplace = try Workplace()
    try workplace.write("news.jsonl", Articles.lines)
    let run = try workplace.run("evaluate", "news.jsonl", "--sample", "5")
    #expect(run.code == 0)
    #expect(run.lines.count == 1, "only one pair is related")
    #expect(run.output.hasPrefix("{\"a\":\"a\",\"b\":17,\"score\":"))
    #expect(run.output.contains("\"label\":null,"))
    #expect(run.output.contains("\"text_a\":\"The city council of Portsmouth"))
    let answers = run.output.replacing("null", with: "\"R\"", maxReplacements: 1)
    try workplace.write("labels.jsonl", answers)
    let measured = try workplace.run("evaluate", "news.jsonl", "--gold", "labels.jsonl")
    #expect(measured.output.contains("1 of the 1 that should be"), "the answers are gold")
    let more = try workplace.run(
      "evaluate", "news.jsonl", "--sample", "5", "--gold", "labels.jsonl")
    #expect(more.output.isEmpty, "what has a label is not asked again")
  }

  @Test(arguments: [
    ["--measures", "x.tsv"], ["--sample", "0"], ["--sample", "2", "--clusters", "story"],
    ["--clusters", "story"],
  ])
  func refusesWhatCannotBe(arguments: [String]) throws {
    let run = try Workplace().run(["evaluate"] + arguments, input: Array(Articles.lines.utf8))
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
  }

  @Test func refusesAFieldThatNoArticleHas() throws {
    let workplace = try Workplace()
    try workplace.write("news.jsonl", Articles.lines)
    let run = try workplace.run("evaluate", "news.jsonl", "--clusters", "nothing")
    #expect(run.code == 2)
    #expect(run.errors.contains("no article has the field 'nothing'"))
  }

  @Test func refusesPairsThatNameNoArticle() throws {
    let workplace = try Workplace()
    try workplace.write("gold.jsonl", "{\"a\":\"x\",\"b\":\"y\",\"label\":\"R\"}\n")
    let run = try workplace.run("evaluate", "--gold", "gold.jsonl", input: Articles.lines)
    #expect(run.code == 2)
    #expect(run.errors.contains("dedupe: gold.jsonl:1: no article is called 'x'; the pair is"))
    #expect(run.errors.contains("gold.jsonl: no pair has a label and names two of the articles"))
    try workplace.write("gold.jsonl", "")
    let empty = try workplace.run("evaluate", "--gold", "gold.jsonl", input: Articles.lines)
    #expect(empty.code == 2)
    #expect(empty.errors.contains("give JSON Lines with the fields a, b and label"))
    try workplace.write("news.jsonl", Articles.lines)
    let table = try workplace.run("evaluate", "news.jsonl", "--gold", "-", input: "a,b,label\n")
    #expect(table.code == 2)
    #expect(table.errors.hasPrefix("dedupe: standard input: it was read as one text; write the"))
  }

  @Test func refusesLabelsThatNoPairHas() throws {
    let workplace = try Workplace()
    try workplace.write("gold.jsonl", Self.gold)
    let run = try workplace.run(
      "evaluate", "--gold", "gold.jsonl", "--positive", "same", input: Articles.lines)
    #expect(run.code == 2)
    #expect(run.output.isEmpty, "an average precision of nothing would be no finding")
    #expect(
      run.errors.contains(
        "no pair has a label that means the same report (same); the labels are R, U; name those"))
    let half = try workplace.run(
      "evaluate", "--gold", "gold.jsonl", "--positive", "R,same", input: Articles.lines)
    #expect(half.output.contains("  average precision   1.0000"))
    #expect(half.errors.contains("gold.jsonl: no pair has the label 'same'; the labels are R, U"))
  }
}
