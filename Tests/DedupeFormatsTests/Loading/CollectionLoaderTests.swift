import NearDuplicates
import Synchronization
import Testing

@testable import DedupeFormats

struct CollectionLoaderTests {
  private let directory = TemporaryDirectory()

  private func load(
    _ names: String..., configure: (inout CollectionLoader) -> Void = { _ in }
  ) async throws -> LoadedCollection {
    var loader = CollectionLoader()
    configure(&loader)
    return try await loader.load(names.map { directory($0) })
  }

  @Test func textFilesBecomeDocuments() async throws {
    directory.write("in/a.txt", "Storm hits the coast\n\nPublished on March 4, 2023\n\nProse.\r\n")
    directory.write("in/b.txt", [0xEF, 0xBB, 0xBF] + Array("A\0B".utf8))
    directory.write("in/c.txt", "")
    directory.write("in/d.txt", [0x61, 0xFF])
    let collection = try await load("in")
    #expect(collection.documents.map(\.id) == ["a.txt", "b.txt", "c.txt", "d.txt"])
    #expect(collection.documents[0].title == "Storm hits the coast")
    #expect(collection.documents[0].date == Timestamp(year: 2023, month: 3, day: 4))
    #expect(collection.documents[0].text.hasSuffix("Prose.\r\n"))
    #expect(collection.documents.dropFirst().map(\.text) == ["A\0B", "", "a\u{FFFD}"])
    #expect(
      collection.log.problems.map(\.cause) == ["the file is empty", "the file holds invalid UTF-8"])
  }

  @Test func recordsWithoutAnIDAreCalledByTheirLine() async throws {
    directory.write(
      "a.jsonl", "\u{FEFF}{\"text\":\"a\"}\r\n\r\n{\"text\":\"b\",\"id\":\"x\"}\n{\"text\":\"c\"}")
    let collection = try await load("a.jsonl")
    #expect(collection.documents.map(\.id) == ["a.jsonl:1", "x", "a.jsonl:4"])
    #expect(collection.log.problems.isEmpty)
  }

  @Test func doubledIDsGetTheFirstFreeSuffix() async throws {
    directory.write(
      "a.jsonl",
      ["x", "x", "x#2", "x", "x#2"].map { "{\"id\":\"\($0)\",\"text\":\"t\"}\n" }.joined())
    directory.write("b.jsonl", "{\"id\":7,\"text\":\"t\"}\n{\"id\":7,\"text\":\"t\"}\n")
    let collection = try await load("a.jsonl", "b.jsonl")
    #expect(collection.documents.map(\.id) == ["x", "x#2", "x#2#2", "x#3", "x#2#3", "7", "7#2"])
    #expect(collection.hasNumericID == [false, false, false, false, false, true, false])
    #expect(
      collection.log.problems.first?.description == directory("a.jsonl")
        + ":2: the id 'x' was used before; the document is kept as 'x#2'; give each an id of its own"
    )
    #expect(collection.log.warningCount == 5)
  }

  /// Some 3 MB, so that there are several chunks, with problems in each.
  private func writeManyLines() {
    var random = SeededGenerator(seed: 7)
    var lines = ""
    for index in 0..<3_000 {
      let words = String(
        repeating: "word \(index) é ", count: Int.random(in: 1...120, using: &random))
      switch index % 97 {
      case 13: lines += "{\"id\":\(index),\"text\":\"broken\n"
      case 20: lines += "\n"
      case 31: lines += "{\"text\":\"\(words)\"}\n"
      case 44: lines += "{\"id\":3,\"text\":\"\(words)\"}\r\n"
      default: lines += "{\"id\":\(index),\"text\":\"\(words)\",\"n\":{\"a\":[1]}}\n"
      }
    }
    directory.write("in/many.jsonl", lines)
    for index in 0..<150 { directory.write("in/t\(index).txt", "Text \(index)") }
  }

  @Test func threadsDoNotShowInTheResult() async throws {
    writeManyLines()
    let one = try await load("in")
    #expect(one.documents.count == 3_000 - 31 - 31 + 150)
    #expect(one.documents.first { $0.id == "many.jsonl:32" } != nil)
    #expect(one.log.problems.first { $0.line == 2_924 }?.severity == .error)
    for threads in [2, 8] {
      let several = try await load("in") { $0.threads = threads }
      #expect(several.documents == one.documents)
      #expect(several.hasNumericID == one.hasNumericID)
      #expect(several.log == one.log)
      #expect(several.byteCount == one.byteCount)
    }
  }

  @Test(arguments: [1, 4])
  func limitStopsReading(threads: Int) async throws {
    directory.write("a.jsonl", "{\"text\":\"a\"}\nbad\n{\"text\":\"b\"}\nbad\n")
    directory.write("b.txt", "c")
    for (limit, errors, texts) in [
      (1, 0, ["a"]), (2, 1, ["a", "b"]), (3, 2, ["a", "b", "c"]), (9, 2, ["a", "b", "c"]),
    ] {
      let collection = try await load("a.jsonl", "b.txt") {
        ($0.limit, $0.threads) = (limit, threads)
      }
      #expect(collection.documents.map(\.text) == texts)
      #expect(collection.log.errorCount == errors)
    }
  }

  @Test(arguments: [1, 4])
  func strictStopsAtTheFirstError(threads: Int) async throws {
    directory.write("a.jsonl", "{\"text\":\"\"}\nbad\nworse\n")
    await #expect {
      try await load("a.jsonl") { ($0.isStrict, $0.threads) = (true, threads) }
    } throws: { error in
      (error as? LoadError)?.problem.line == 2
    }
    await #expect(throws: LoadError.self) { try await load("none") { $0.isStrict = true } }
  }

  @Test func missingFilesDoNotStopOthers() async throws {
    directory.write("a.txt", "a")
    let collection = try await load("none.txt", "a.txt")
    #expect(collection.documents.map(\.text) == ["a"])
    #expect(collection.log.errorCount == 1)
  }

  @Test func emptyFilesAreTold() async throws {
    directory.write("a.jsonl", "")
    directory.write("b.jsonl", [0xEF, 0xBB, 0xBF])
    let collection = try await load("a.jsonl", "b.jsonl")
    #expect(collection.documents.isEmpty)
    #expect(collection.log.problems.map(\.cause) == ["the file is empty", "the file is empty"])
  }

  @Test(arguments: [1, 2])
  func aLineMayBeLong(threads: Int) async throws {
    let text = String(repeating: "long line ", count: 2_000_000)
    directory.write("a.jsonl", "{\"text\":\"short\"}\n{\"text\":\"\(text)\"}\n{\"text\":\"last\"}")
    let collection = try await load("a.jsonl") { $0.threads = threads }
    #expect(collection.documents.map(\.text.utf8.count) == [5, 20_000_000, 4])
  }

  @Test func progressReachesTheEnd() async throws {
    directory.write("a.jsonl", String(repeating: "{\"text\":\"a\"}\n", count: 200_000))
    let last = Mutex((done: 0, total: 0))
    _ = try await CollectionLoader(threads: 2).load([directory("a.jsonl")]) { done, total in
      last.withLock {
        #expect(done >= $0.done)
        $0 = (done, total ?? 0)
      }
    }
    #expect(last.withLock { $0 } == (2_600_000, 2_600_000))
  }
}
