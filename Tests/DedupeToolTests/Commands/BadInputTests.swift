import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Every kind of bad input: a message that names it, the right exit code, and the good records
/// handled all the same.
@Suite struct BadInputTests {
  /// Scans a directory with the good articles, what `spoil` adds, and `arguments`.
  private func scan(
    _ arguments: String..., spoil: (Workplace) throws -> Void = { _ in }
  ) throws -> ToolRun {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    try spoil(workplace)
    return try workplace.run(["scan", "articles", "--format", "csv"] + arguments, input: nil)
  }

  /// Whether the good articles were clustered as ever.
  private func isHandled(_ run: ToolRun) -> Bool {
    let lines = run.output.split(separator: "\r\n")
    let pair = lines.filter { $0.hasPrefix("a.txt,") || $0.hasPrefix("b.txt,") }
    return pair.count == 2 && pair.allSatisfy { $0.contains(",2,") }
  }

  @Test func missingPath() throws {
    let run = try scan("nowhere.txt")
    #expect(run.code == 3)
    #expect(run.errors.contains("dedupe: nowhere.txt: no such file or directory; give"))
    #expect(isHandled(run))
  }

  @Test func onlyAMissingPath() throws {
    let run = try Workplace().run("scan", "nowhere.txt")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("dedupe: nowhere.txt: no such file or directory"))
  }

  @Test(arguments: [
    ([0x1F, 0x8B, 8, 0], "standard input: the file is compressed; decompress first: gzip -dc"),
    ([0xFF, 0xFE, 0x41, 0], "standard input: the file is UTF-16, not UTF-8"),
    (Array("<!DOCTYPE html><p>x".utf8), "standard input: this is markup, not plain text; extract"),
  ])
  func standardInputThatIsRefused(bytes: [UInt8], message: String) throws {
    let run = try Workplace().run(["scan", "-"], input: bytes)
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("dedupe: \(message)"), "\(run.errors)")
    #expect(!run.errors.contains("standard input is empty"), "it is not")
  }

  @Test func fieldThatNoRecordHas() throws {
    let run = try scan("more.jsonl", "--date-field", "published") {
      try $0.write("more.jsonl", "{\"text\":\"a\"}\n")
    }
    #expect(run.code == 0)
    #expect(run.errors.contains("no record has a usable value in the field 'published'; see"))
    #expect(isHandled(run))
  }

  @Test func strictStopsAtTheFirstBadInput() throws {
    let run = try scan("nowhere.txt", "--strict")
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("dedupe: nowhere.txt: no such file or directory"))
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func unreadableFile() throws {
    let run = try scan { workplace in
      try workplace.write("articles/secret.txt", Articles.other)
      chmod("\(workplace.path)/articles/secret.txt", 0)
    }
    #expect(run.code == 3)
    #expect(run.errors.contains("articles/secret.txt: permission denied"))
    #expect(isHandled(run))
  }

  @Test func directoryWithoutArticles() throws {
    let workplace = try Workplace()
    workplace.makeDirectory("empty")
    let run = try workplace.run("scan", "empty")
    #expect(run.code == 2)
    #expect(run.errors.contains("empty: the directory holds no article"))
  }

  @Test func emptyFileAndOneWord() throws {
    let run = try scan { workplace in
      try workplace.write("articles/d.txt", "")
      try workplace.write("articles/e.txt", "Word")
      try workplace.write("articles/f.txt", "Word.")
    }
    #expect(run.code == 0)
    #expect(run.errors.contains("articles/d.txt: the file is empty"))
    #expect(run.output.contains("d.txt,,1,true,,,"))
    #expect(isHandled(run))
  }

  @Test func brokenBytes() throws {
    let run = try scan { workplace in
      try workplace.write("articles/d.txt", Array(Articles.other.utf8) + [0xFF, 0xC3])
      try workplace.write("articles/e.txt", [0xEF, 0xBB, 0xBF] + Array("Short text.\r\nTwo.".utf8))
    }
    #expect(run.code == 0)
    #expect(run.errors.contains("articles/d.txt: the file holds invalid UTF-8"))
    #expect(!run.errors.contains("e.txt"), "a byte-order mark and CRLF are nothing to tell of")
    #expect(isHandled(run))
  }

  @Test func nulsDoNotHideTheRest() throws {
    let run = try scan { workplace in
      try workplace.write("articles/d.txt", Array(Articles.other.utf8) + [0, 0] + Array("x".utf8))
    }
    #expect(run.code == 0 || run.code == 3)
    #expect(run.output.contains("d.txt,") || run.errors.contains("d.txt"))
    #expect(isHandled(run))
  }

  @Test func badRecords() throws {
    let run = try scan("bad.jsonl") { workplace in
      try workplace.write(
        "bad.jsonl",
        "{\"id\":1,\"text\":\"fine enough\"}\n{\"id\":2,\"text\":\"cut o\n\n[1]\n{\"id\":3}\n"
          + "{\"id\":4,\"text\":\"\"}\n{\"text\":\"has no id\"}\n{\"id\":1,\"text\":\"doubled\"}\n")
    }
    #expect(run.code == 3)
    #expect(run.errors.contains("bad.jsonl:2: the record is no valid JSON"))
    #expect(run.errors.contains("bad.jsonl:4:"))
    #expect(run.errors.contains("bad.jsonl:5: the record has no field 'text'"))
    #expect(run.errors.contains("bad.jsonl:6: the field 'text' is empty"))
    #expect(run.errors.contains("bad.jsonl:8: the id '1' was used before"))
    #expect(run.output.contains("\r\nbad.jsonl:7,"))
    #expect(run.output.contains("\r\n1#2,"))
    #expect(isHandled(run))
  }

  @Test func manyBadRecordsAreCounted() throws {
    let run = try scan("bad.jsonl") { workplace in
      try workplace.write("bad.jsonl", String(repeating: "{\"id\"\n", count: 5_000))
    }
    #expect(run.code == 3)
    #expect(run.errors.contains("dedupe: and 4,990 more problems"))
    #expect(run.errors.split(separator: "\n").count == 12)
  }

  // Longer than the chunks of a megabyte that files are read in.
  @Test func longLine() throws {
    let run = try scan("long.jsonl") { workplace in
      let text = String(repeating: "all work and no play makes a long line ", count: 40_000)
      try workplace.write("long.jsonl", Articles.record(id: "\"long\"", text: text) + "\n")
    }
    #expect(run.code == 0)
    #expect(run.output.contains("\r\nlong,,1,true"))
    #expect(isHandled(run))
  }

  @Test func linkThatLeadsBack() throws {
    let run = try scan { $0.link("articles/loop", to: "../articles") }
    #expect(run.code == 0)
    #expect(run.errors.contains("articles/loop: the link leads back"))
    #expect(isHandled(run))
  }

  @Test func quietTellsErrorsOnly() throws {
    let run = try scan("nowhere.txt", "-q") { try $0.write("articles/d.txt", "") }
    #expect(run.errors.split(separator: "\n").count == 1)
    #expect(run.errors.hasPrefix("dedupe: nowhere.txt"))
  }
}
