import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Outputs that cannot be written, readers that go away, and interruptions.
@Suite struct BadOutputTests {
  @Test(arguments: ["-o", "--matches"])
  func keepsAFileThatExists(option: String) throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    try workplace.write("kept", "precious")
    let run = try workplace.run("scan", "articles", option, "kept")
    #expect(run.code == 2)
    #expect(run.errors == "dedupe: kept: the file exists; choose another name or give --force\n")
    #expect(workplace.read("kept") == "precious")
    #expect(try workplace.run("scan", "articles", option, "kept", "--force").code == 0)
    #expect(workplace.read("kept") != "precious")
  }

  @Test func tellsOfADirectoryThatIsNotThere() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let run = try workplace.run("scan", "articles", "-o", "no/where.txt")
    #expect(run.code == 2)
    #expect(run.errors.hasPrefix("dedupe: no/where.txt: the output cannot be written: "))
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "the system has no device that is full"))
  func tellsOfAFullDisk() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    let run = try workplace.run("scan", "articles", "-o", "/dev/full")
    #expect(run.code == 2)
    #expect(run.errors.contains("/dev/full: the output cannot be written: no space left"))
  }

  @Test func aClosedPipeIsSuccess() throws {
    let workplace = try Workplace()
    try Articles.fill(workplace)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let child = try workplace.start(
      ["scan", "articles", "--matches", "matches.jsonl"], standardOutput: ends[1])
    close(ends[1])
    #expect(child.wait() == 0)
    #expect(child.errors.isEmpty)
    #expect(workplace.read("matches.jsonl")?.isEmpty == false, "the other output is whole")
    child.removeFiles()
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
  func removesUnfinishedFilesWhenInterrupted(signal: Int32, code: Int32) throws {
    let workplace = try Workplace()
    mkfifo("\(workplace.path)/never", 0o600)
    // Opened for both directions, so that the tool waits for lines that do not come.
    let held = open("\(workplace.path)/never", O_RDWR)
    defer { close(held) }
    let child = try workplace.start(["scan", "never", "-o", "out.txt"])
    for _ in 0..<500 where workplace.names.count < 2 { usleep(10_000) }
    #expect(workplace.names.count == 2, "the output in the making should be there")
    child.send(signal)
    #expect(child.wait() == code)
    #expect(workplace.names == ["never"])
    child.removeFiles()
  }
}
