#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import Testing

@testable import DedupeFormats

struct OutputFileTests {
  private let directory = TemporaryDirectory()
  private let content = Array("content\n".utf8)

  private func problem(_ body: () throws(OutputError) -> Void) -> String? {
    do throws(OutputError) {
      try body()
      return nil
    } catch {
      guard case .problem(let problem) = error else { return "closed pipe" }
      return problem.description.replacing(directory.path + "/", with: "")
    }
  }

  @Test func isThereOnlyAfterTheCommit() throws {
    let output = try OutputFile(path: directory("out"), force: false)
    try output.write(content)
    #expect(directory.read("out") == nil)
    try output.commit(synced: true)
    #expect(directory.read("out") == content)
    #expect(directory.entries == ["out"])
  }

  @Test func isRemovedWithoutACommit() throws {
    do {
      let output = try OutputFile(path: directory("out"), force: false)
      try output.write(content)
      #expect(directory.entries.count == 1)
    }
    #expect(directory.entries == [])
  }

  @Test func existingFilesNeedForce() throws {
    directory.write("out", "old")
    let refused = problem { () throws(OutputError) in
      _ = try OutputFile(path: directory("out"), force: false)
    }
    #expect(refused == "out: the file exists; choose another name or give --force")
    chmod(directory("out"), 0o600)
    let output = try OutputFile(path: directory("out"), force: true)
    try output.write(content)
    #expect(directory.read("out") == Array("old".utf8))
    try output.commit()
    #expect(directory.read("out") == content)
    #expect(try FileStatus(of: Path(directory("out"))).mode == 0o600)
  }

  @Test func aFileThatCameMeanwhileIsKept() throws {
    let output = try OutputFile(path: directory("out"), force: false)
    directory.write("out", "other")
    #expect(problem { () throws(OutputError) in try output.commit() }?.contains("exists") == true)
    #expect(directory.read("out") == Array("other".utf8))
    #expect(directory.entries == ["out"])
  }

  @Test func linksAreWrittenThrough() throws {
    directory.write("real/out", "old")
    directory.link("link", to: "real/out")
    let output = try OutputFile(path: directory("link"), force: true)
    try output.write(content)
    try output.commit()
    #expect(directory.read("real/out") == content)
    #expect(directory.entries == ["link", "real"])
  }

  @Test func placesThatCannotBeWrittenAreTold() {
    directory.write("real/out", "old")
    let messages = ["none/out", "real", "real/out/x"].map { name in
      problem { () throws(OutputError) in _ = try OutputFile(path: directory(name), force: true) }
    }
    #expect(
      messages == [
        "none/out: the output cannot be written: no such file or directory; make the directory first",
        "real: the output is a directory; name a file in it",
        "real/out/x: the output cannot be written: not a directory; make the directory first",
      ])
  }

  #if os(Linux)
    @Test func aFullDiskIsTold() throws {
      let output = try OutputFile(path: "/dev/full", force: false)
      let message = problem { () throws(OutputError) in try output.write(content) }
      #expect(
        message == "/dev/full: the output cannot be written: no space left on device; "
          + "free some space or write elsewhere with -o")
    }
  #endif

  @Test func devicesAreWrittenDirectly() throws {
    let output = try OutputFile(path: "/dev/null", force: false)
    try output.write(content)
    try output.commit()
    #expect(try FileStatus(of: Path("/dev/null")).kind == .stream)
  }

  @Test func aClosedPipeIsToldApart() throws {
    signal(SIGPIPE, SIG_IGN)
    mkfifo(directory("pipe"), 0o600)
    let reader = open(directory("pipe"), O_RDONLY | O_NONBLOCK)
    let output = try OutputFile(path: directory("pipe"), force: false)
    try output.write(content)
    close(reader)
    #expect(throws: OutputError.closedPipe) { try output.write(content) }
  }

  @Test func aSignalCanRemoveWhatIsPending() throws {
    let output = try OutputFile(path: directory("out"), force: false)
    try output.write(content)
    let pending = directory.entries
    #expect(pending.count == 1 && pending[0].hasPrefix(".out."))
    // Not ``OutputFile/removePending()``: that would take away the files of other tests, too.
    #expect(PendingFiles.names.contains(directory(pending[0])))
    try output.commit()
    #expect(!PendingFiles.names.contains(directory(pending[0])))
  }
}
