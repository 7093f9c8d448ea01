#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

import Testing

@testable import DedupeFormats

struct FollowedFileTests {
  private let directory = TemporaryDirectory()

  private func stream() -> LineStream { LineStream(following: Path(directory("log"))) }

  /// Appends to the file.
  private func append(_ text: String) {
    let file = open(directory("log"), O_WRONLY | O_APPEND | O_CREAT, 0o644)
    let bytes = Array(text.utf8)
    write(file, bytes, bytes.count)
    close(file)
  }

  @Test func readsFromTheBeginningAndGoesOn() {
    append("a\nb\n")
    let stream = stream()
    #expect(stream.event(waiting: 1_000).told == "a\nb\n")
    #expect(stream.event(waiting: 100).told == "idle")
    append("c\n")
    #expect(stream.event(waiting: 1_000).told == "c\n")
  }

  @Test func waitsForAFileThatIsNotThereYet() {
    let stream = stream()
    #expect(stream.event(waiting: 100).told == "idle")
    append("a\n")
    #expect(stream.event(waiting: 1_000).told == "a\n")
  }

  @Test func readsARenamedFileToItsEndBeforeTheNext() {
    append("a\n")
    let stream = stream()
    #expect(stream.event(waiting: 1_000).told == "a\n")
    append("b\nrest")
    rename(directory("log"), directory("log.1"))
    append("c\n")
    #expect(stream.event(waiting: 1_000).told == "b\n")
    #expect(stream.event(waiting: 1_000).told == "rest", "what will never be ended is a line")
    let next = stream.event(waiting: 1_000)
    #expect(next.told == "c\n")
    #expect(next.chunk?.firstLine == 1, "lines are counted anew")
  }

  @Test func goesOnWithTheOldFileWhileThereIsNoNewOne() {
    append("a\n")
    let stream = stream()
    #expect(stream.event(waiting: 1_000).told == "a\n")
    let old = open(directory("log"), O_WRONLY | O_APPEND)
    rename(directory("log"), directory("log.1"))
    write(old, "b\n", 2)
    close(old)
    #expect(stream.event(waiting: 1_000).told == "b\n")
    #expect(stream.event(waiting: 100).told == "idle")
  }

  @Test func beginsAgainWithAFileThatWasCut() {
    append("a long line\n")
    let stream = stream()
    #expect(stream.event(waiting: 1_000).told == "a long line\n")
    truncate(directory("log"), 0)
    append("b\n")
    let next = stream.event(waiting: 1_000)
    #expect(next.told == "b\n")
    #expect(next.chunk?.firstLine == 1)
  }

  @Test func refusesADirectory() {
    let stream = LineStream(following: Path(directory.path))
    #expect(stream.event(waiting: 100).told.contains("is a directory"))
  }
}
