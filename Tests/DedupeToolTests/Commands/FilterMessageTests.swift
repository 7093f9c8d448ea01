import Testing

@testable import DedupeIndex

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Every way in which a filter cannot begin or go on: a sentence that names it, and the exit code.
@Suite struct FilterMessageTests {
  private let workplace: Workplace
  private let line = #"{"id":1,"text":"some words of a text"}"# + "\n"

  init() throws { workplace = try Workplace() }

  private func filter(_ arguments: String...) throws -> ToolRun {
    try workplace.run(
      ["filter", "--index", "news.idx"] + arguments, input: Array(line.utf8))
  }

  private func makeIndex() throws { #expect(try filter().code == 0) }

  /// Changes the bytes of a file of the index.
  private func change(_ name: String, _ body: (inout [UInt8]) -> Void) throws {
    var bytes = try #require(Child.contents(of: "\(workplace.path)/news.idx/\(name)"))
    body(&bytes)
    try workplace.write("news.idx/\(name)", bytes)
  }

  // MARK: The index

  @Test func saysWhenItMakesAnIndex() throws {
    #expect(
      try filter().errors.hasPrefix("dedupe: news.idx: there was no index; a new one was made\n"))
    #expect(!(try filter().errors.contains("was made")))
  }

  @Test(arguments: [
    (["--preset", "corpus"], ["preset is wire in the index and corpus here", "bands is "]),
    (["--preset", "near"], ["preset is wire in the index and near here"]),
    (
      ["--preset", "corpus", "--sketches-only"],
      ["texts is kept in the index and none here", "preset is "]
    ),
  ])
  func namesEachParameterThatDiffers(arguments: [String], named: [String]) throws {
    try makeIndex()
    let run = try workplace.run(["filter", "--index", "news.idx"] + arguments, input: [])
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("dedupe: news.idx: the index was made with other parameters: "))
    for name in named { #expect(run.errors.contains(name), "\(run.errors)") }
    #expect(run.errors.contains("; run with those of the index, or build another index"))
  }

  @Test func refusesAFolderOfSomethingElse() throws {
    try workplace.write("news.idx/holiday.jpg", "x")
    let run = try filter()
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("news.idx: there is something already; name a folder that does"))
    #expect(workplace.read("news.idx/holiday.jpg") == "x")
  }

  @Test func refusesAManifestOfSomethingElse() throws {
    try workplace.write("news.idx/manifest", "{\"name\": \"a web page\"}")
    let run = try filter()
    #expect(run.code == 2)
    #expect(run.errors.contains("news.idx/manifest: it is no file of an index; name the folder"))
  }

  @Test func refusesAFile() throws {
    try workplace.write("news.idx", "a file")
    let run = try filter()
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("dedupe: news.idx"))
    #expect(run.errors.contains("not a directory"))
  }

  @Test(arguments: [(1, "make a new index of the records"), (99, "use a newer dedupe")])
  func refusesAnotherVersion(version: UInt8, remedy: String) throws {
    try makeIndex()
    try change("manifest") { bytes in
      bytes[8] = version
      let end = bytes.count - 8
      let checksum = Array(bytes[..<end]).checksum
      withUnsafeBytes(of: checksum.littleEndian) { bytes.replaceSubrange(end..., with: $0) }
    }
    let run = try filter()
    #expect(run.code == 2)
    #expect(
      run.errors.contains("news.idx/manifest: its format has version \(version), and this program"))
    #expect(run.errors.contains(remedy))
  }

  @Test func refusesADamagedIndex() throws {
    try makeIndex()
    try change("manifest") { $0[20] ^= 1 }
    let run = try filter()
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("news.idx/manifest: damaged at byte 0: the checksum"))
    #expect(run.errors.contains("restore the index from a copy or build it again"))
  }

  @Test func refusesAJournalThatWasSyncedAndHasChanged() throws {
    try makeIndex()
    try change("journal-1") { $0[$0.count / 2] ^= 1 }
    let run = try filter()
    #expect(run.code == 2)
    #expect(run.errors.contains("news.idx/journal-1: damaged at byte "))
    let check = try workplace.run(["index", "check", "news.idx"], input: nil)
    #expect(check.code != 0)
    #expect(check.errors.contains("journal-1: "))
  }

  @Test func tellsOfADirectoryThatIsMissing() throws {
    let run = try workplace.run(["filter", "--index", "no/where"], input: [])
    #expect(run.code == 2)
    #expect(run.errors.contains("no/where: making the folder failed: no such file or directory"))
  }

  @Test(.enabled(if: getuid() != 0, "the superuser may write everywhere"))
  func tellsOfAFolderThatCannotBeWritten() throws {
    workplace.makeDirectory("locked")
    chmod("\(workplace.path)/locked", 0o555)
    let run = try workplace.run(["filter", "--index", "locked/news.idx"], input: [])
    #expect(run.code == 2)
    #expect(run.errors.contains("locked/news.idx: making the folder failed: permission denied"))
    #expect(run.errors.contains("make the index readable and writable for you"))
  }

  @Test func tellsOfAnIndexThatCannotGrow() throws {
    // A limit on the size of files stands in for a disk that is full.
    let lines = (0..<2_000).map { "{\"id\":\($0),\"text\":\"text \($0) of some words\"}\n" }
      .joined()
    let run = try workplace.shell(
      "trap '' XFSZ; ulimit -f 64; dedupe filter --index news.idx --durability record",
      input: lines)
    #expect(run.code == 2)
    #expect(run.errors.contains("journal-1: writing failed: file too large"), "\(run.errors)")
    let again = try workplace.run(["filter", "--index", "news.idx"], input: Array(lines.utf8))
    #expect(again.code == 0)
    let delivered = again.lines.count { $0.contains("redelivered") }
    #expect(delivered >= run.lines.count, "what was passed on is in the index")
    #expect(again.lines.count == 2_000)
  }

  // MARK: Inputs, outputs, options

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "the system has no device that is full"))
  func tellsOfAnOutputThatIsFull() throws {
    let run = try workplace.shell("dedupe filter --index news.idx > /dev/full", input: line)
    #expect(run.code == 2)
    #expect(run.errors.contains("standard output: the output cannot be written: no space left"))
    let tee = try workplace.run(
      ["filter", "--index", "news.idx", "--mode", "only", "--tee", "/dev/full"],
      input: Array("{\"id\":2,\"text\":\"other words\"}\n".utf8))
    #expect(tee.code == 2)
    #expect(tee.errors.contains("/dev/full: the file cannot be written: no space left"))
  }

  @Test func tellsOfFilesThatCannotBeWritten() throws {
    let tee = try filter("--mode", "drop", "--tee", "no/where")
    #expect(tee.code == 2)
    #expect(tee.errors.contains("no/where: the file cannot be written: no such file"))
    let metrics = try filter("--metrics", "no/where")
    #expect(metrics.code == 2)
    #expect(metrics.errors.contains("no/where: the output cannot be written: no such file"))
  }

  @Test(arguments: [
    (["--durabilty", "record"], "Did you mean '--durability'?"),
    (["--durability", "sometimes"], "The value 'sometimes' is invalid for '--durability"),
    (["--durability", "batch:0"], "The value 'batch:0' is invalid"),
    (["--mode", "delete"], "The value 'delete' is invalid for '--mode"),
    (["--window", "0"], "--window takes a number of days of at least 1, not 0"),
    (["--memory", "1M"], "--memory takes at least 96M"),
    (["--keep", "best"], "The value 'best' is invalid for '--keep"),
    (["--tee", "x"], "--tee keeps what is held back, and --mode annotate passes everything on"),
    (["--sketches-only"], "--sketches-only needs --preset corpus"),
    (["--threshold", "3"], "--threshold is a score from 0 to 1"),
    (["--profile", "nowhere"], "nowhere: No such file or directory; give a profile"),
    (["feed.jsonl"], "Unexpected argument 'feed.jsonl'"),
  ])
  func refusesAWrongCommandLine(arguments: [String], message: String) throws {
    let run = try workplace.run(["filter", "--index", "news.idx"] + arguments, input: [])
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(!workplace.names.contains("news.idx"), "nothing was made")
  }

  @Test func asksForTheIndex() throws {
    let run = try workplace.run(["filter"], input: [])
    #expect(run.code == 2)
    #expect(run.errors.contains("Missing expected argument '--index <INDEX>'"))
  }

  @Test func passesNothingOfACompressedStream() throws {
    let run = try workplace.run(
      ["filter", "--index", "news.idx"], input: [0x1F, 0x8B, 8, 0, 0, 10, 0, 0, 10])
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("standard input: the stream is compressed; decompress it first"))
  }

  @Test func tellsOfAFieldThatNoRecordHas() throws {
    let run = try filter("--id-field", "guid")
    #expect(run.code == 0)
    #expect(run.errors.contains("no record has a usable value in the field 'guid'; see whether"))
    #expect(try filter("--id-field", "guid", "-q").errors.isEmpty)
  }

  @Test func tellsOfRecordsThatTheWindowHadPassed() throws {
    let lines = ["\"2015-01-01\"", "null", "\"2015-01-02\"", "\"2015-01-03\""].enumerated().map {
      "{\"id\":\($0.offset),\"text\":\"some words\",\"date\":\($0.element)}\n"
    }
    func filter(_ lines: [String], _ arguments: String...) throws -> ToolRun {
      try workplace.run(
        ["filter", "--index", "\(lines.count).idx"] + arguments, input: Array(lines.joined().utf8))
    }
    let late = try filter(lines, "--window", "14")
    #expect(late.errors.contains("dedupe: 2 records came when the window had passed them; "))
    let again = try filter([lines[3]] + lines, "--window", "14", "-q")
    #expect(again.errors.isEmpty)
    let inOrder = try filter([lines[0], lines[2], lines[1]], "--window", "14")
    #expect(!inOrder.errors.contains("window"))
    #expect(try !filter(lines + lines).errors.contains("window"))
  }

  @Test func everyLineIsAccountedFor() throws {
    let run = try workplace.run(
      ["filter", "--index", "news.idx"], input: Array("\(line)\n \nx\n".utf8))
    #expect(run.errors.contains("4 lines: 1 new, 0 duplicates, 1 no records, 2 empty\n"))
  }

  @Test func doesNotDrownTheReaderInComplaints() throws {
    let run = try workplace.run(
      ["filter", "--index", "news.idx"], input: Array(String(repeating: "x\n", count: 500).utf8))
    #expect(run.code == 3)
    #expect(run.lines.count == 500)
    #expect(run.errors.split(separator: "\n").count == 13, "\(run.errors)")
    #expect(run.errors.contains("dedupe: and 490 more problems of this kind\n"))
  }
}
