import Testing

/// `dedupe index` and `scan --index`.
@Suite struct IndexCommandTests {
  private let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try Articles.fill(workplace)
  }

  private func index(_ arguments: String...) throws -> ToolRun {
    try workplace.run(["index"] + arguments, input: nil)
  }

  @Test func addsAndFinds() throws {
    let added = try index("add", "news.idx", "articles/a.txt", "articles/c.txt")
    #expect(added.code == 0)
    #expect(added.output.isEmpty)
    #expect(added.errors.contains("dedupe: 2 articles added; duplicates among them: 0"))
    let answers = try index("query", "news.idx", "articles")
    #expect(answers.code == 0)
    #expect(answers.lines.count == 3)
    #expect(answers.lines[0] == "a.txt: known under this id, with this text")
    #expect(answers.lines[1].hasPrefix("b.txt: reprint of \"a.txt\" ("))
    #expect(try index("query", "news.idx", "articles", "--exit-code").code == 1)
    #expect(try index("info", "news.idx").output.contains("  documents   2 "), "it added nothing")
  }

  @Test func addsNothingTwice() throws {
    #expect(try index("add", "news.idx", "articles", "--quiet").errors.isEmpty)
    let again = try index("add", "news.idx", "articles")
    #expect(again.errors.contains("0 articles added, 3 there already"))
  }

  @Test func answersInJSON() throws {
    _ = try index("add", "news.idx", "articles/a.txt")
    let run = try workplace.run(
      ["index", "query", "news.idx", "--format", "jsonl", "--evidence"],
      input: Array((Articles.record(id: "17", text: Articles.reprint) + "\n").utf8))
    #expect(
      run.output.hasPrefix(#"{"id":17,"status":"duplicate","relation":"reprint","of":"a.txt""#))
    #expect(run.output.contains(#""evidence":{"jaccard":"#))
  }

  @Test func knowsByItselfWhatAnIndexWasMadeWith() throws {
    _ = try index("add", "c.idx", "articles/a.txt", "--preset", "corpus", "--sketches-only")
    let run = try index("query", "c.idx", "articles/b.txt")
    #expect(run.code == 0)
    #expect(run.output.contains("\"a.txt\""))
    let scan = try workplace.run("scan", "--index", "c.idx")
    #expect(scan.code == 2)
    #expect(scan.errors.contains("c.idx: the index keeps sketches and no texts, which a scan"))
  }

  @Test func removesByID() throws {
    _ = try index("add", "news.idx", "articles")
    let run = try index("remove", "news.idx", "a.txt", "nobody")
    #expect(run.code == 3)
    #expect(run.errors.contains("news.idx: no article is called 'nobody'"))
    #expect(run.errors.contains("1 article removed"))
    #expect(try index("remove", "news.idx", "a.txt").code == 2)
    #expect(try index("query", "news.idx", "articles/a.txt").output.contains("of \"b.txt\""))
  }

  @Test func expiresByDate() throws {
    let lines = [("1", "2025-01-05"), ("2", "2025-02-05")].map { id, date in
      Articles.record(id: id, text: "Some words of article " + id, date: date)
    }
    try workplace.write("dated.jsonl", lines.joined(separator: "\n"))
    _ = try index("add", "news.idx", "dated.jsonl")
    #expect(
      try index("expire", "news.idx", "--before", "2025-02-01").errors
        == "dedupe: 1 article expired\n")
    #expect(try index("expire", "news.idx", "--older-than", "1").errors.contains("1 article exp"))
    #expect(try index("expire", "news.idx").code == 2)
    #expect(
      try index("expire", "news.idx", "--before", "soon").errors.contains("takes a date such"))
  }

  @Test func showsWhatItHolds() throws {
    _ = try index("add", "news.idx", "articles")
    let text = try index("info", "news.idx").output
    #expect(text.contains("  documents   3 "))
    #expect(text.contains("  preset          wire\n"))
    let json = try index("info", "news.idx", "--format", "json").output
    #expect(json.hasPrefix(#"{"documents":3,"dead_documents":0,"#))
    #expect(json.contains(#""parameters":{"bands":"#))
  }

  @Test func checksAndCompacts() throws {
    _ = try index("add", "news.idx", "articles")
    _ = try index("remove", "news.idx", "a.txt")
    let compacted = try index("compact", "news.idx")
    #expect(compacted.code == 0)
    #expect(compacted.errors.contains(" bytes before, "))
    let check = try index("check", "news.idx")
    #expect(check.code == 0)
    #expect(check.errors.contains("news.idx: 2 documents, "))
    #expect(check.errors.contains("nothing is damaged"))
  }

  @Test func findsDamage() throws {
    _ = try index("add", "news.idx", "articles")
    _ = try index("compact", "news.idx")
    let segment = try #require(
      try workplace.shell("ls news.idx | grep segment").lines.first.map(String.init))
    var bytes = try #require(Child.contents(of: "\(workplace.path)/news.idx/\(segment)"))
    bytes[bytes.count / 3] ^= 0x10
    try workplace.write("news.idx/\(segment)", bytes)
    let check = try index("check", "news.idx")
    #expect(check.code == 2 || check.code == 3)
    #expect(check.errors.contains("\(segment): "), "\(check.errors)")
  }

  @Test func scansWhatItHolds() throws {
    _ = try index("add", "news.idx", "articles/b.txt", "articles/c.txt")
    let alone = try workplace.run("scan", "--index", "news.idx", "--format", "csv")
    #expect(alone.code == 0)
    #expect(alone.output.split(separator: "\r\n").count == 3)
    let both = try workplace.run(
      "scan", "--index", "news.idx", "articles/a.txt", "articles/c.txt", "--format", "csv")
    let rows = both.output.split(separator: "\r\n")
    #expect(rows.count == 5)
    #expect(rows.last?.hasPrefix("c.txt#2,") == true, "the index has one of this name")
    #expect(rows[1].contains(",2,") && rows[3].contains(",2,"), "a.txt and b.txt share a cluster")
  }

  @Test(arguments: ["query", "remove", "expire", "info", "check", "compact"])
  func tellsWhereThereIsNoIndex(command: String) throws {
    let extra = ["query": ["articles"], "remove": ["1"], "expire": ["--older-than", "1"]]
    let run = try workplace.run(
      ["index", command, "nowhere"] + (extra[command] ?? []), input: nil)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("nowhere: there is no index; name the folder of one, or make it"))
  }

  @Test func suggestsTheCommandThatWasMeant() throws {
    let run = try index("qurey", "news.idx")
    #expect(run.code == 2)
    #expect(run.errors == "dedupe: 'index qurey' is no command; did you mean 'index query'?\n")
  }
}
