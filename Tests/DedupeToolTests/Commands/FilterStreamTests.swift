import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The filter between two processes: it waits for nobody, and ends in good order.
@Suite struct FilterStreamTests {
  private let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private func record(_ id: Int) -> String {
    #"{"id":\#(id),"text":"text number \#(id) has these words"}"# + "\n"
  }

  @Test(arguments: ["record", "batch"])
  func aLineComesOutBeforeTheNextGoesIn(durability: String) throws {
    let stream = try Stream(
      workplace, "filter", "--index", "news.idx", "--durability", durability)
    for id in 1...3 {
      stream.send(record(id))
      #expect(stream.line()?.hasPrefix("{\"id\":\(id),") == true)
    }
    stream.finishInput()
    #expect(stream.child.wait() == 0)
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func aSignalFinishesWhatIsInHand(signal: Int32, code: Int32) throws {
    let stream = try Stream(workplace, "filter", "--index", "news.idx")
    stream.send(record(1))
    #expect(stream.line() != nil)
    stream.send(record(2))
    stream.child.send(signal)
    #expect(stream.child.wait() == code)
    #expect(stream.child.errors.contains(" lines: ") || stream.child.errors.contains(" line: "))
    let again = try workplace.run(
      ["filter", "--index", "news.idx"], input: Array(record(1).utf8))
    #expect(again.output.contains("redelivered"), "it was synced")
    #expect(!again.errors.contains("new one was made"))
  }

  @Test func aReaderThatGoesAwayIsSuccess() throws {
    let stream = try Stream(workplace, "filter", "--index", "news.idx", "--quiet")
    stream.send(record(1))
    #expect(stream.line() != nil)
    stream.stopReading()
    stream.send(record(2))
    #expect(stream.child.wait() == 0)
    #expect(stream.child.errors.isEmpty)
    let again = try workplace.run(
      ["filter", "--index", "news.idx"], input: Array(record(2).utf8))
    #expect(again.output.contains("redelivered"), "what was judged was synced")
  }

  @Test func tellsTheFiguresOnRequest() throws {
    let stream = try Stream(workplace, "filter", "--index", "news.idx")
    stream.send(record(1))
    #expect(stream.line() != nil)
    stream.child.send(SIGUSR1)
    for _ in 0..<200 where !stream.child.errors.contains("index: ") { usleep(50_000) }
    #expect(stream.child.errors.contains("index: 1 document, "))
    stream.send(record(2))
    #expect(stream.line() != nil, "it goes on")
    stream.finishInput()
    #expect(stream.child.wait() == 0)
  }

  @Test func syncsInASilence() throws {
    let stream = try Stream(
      workplace, "filter", "--index", "news.idx", "--durability", "batch:0.2s", "--metrics", "m")
    stream.send(record(1))
    #expect(stream.line() != nil)
    usleep(700_000)
    stream.child.send(SIGKILL)
    _ = stream.child.wait()
    let again = try workplace.run(
      ["filter", "--index", "news.idx"], input: Array(record(1).utf8))
    #expect(again.output.contains("redelivered"))
  }

  @Test func followsAFileThroughItsRotation() throws {
    try workplace.write("feed.jsonl", record(1))
    let stream = try Stream(workplace, "filter", "--index", "news.idx", "--follow", "feed.jsonl")
    #expect(stream.line()?.hasPrefix("{\"id\":1,") == true)
    rename("\(workplace.path)/feed.jsonl", "\(workplace.path)/feed.1")
    try workplace.write("feed.jsonl", record(2))
    #expect(stream.line()?.hasPrefix("{\"id\":2,") == true)
    stream.child.send(SIGTERM)
    #expect(stream.child.wait() == 143)
  }

  @Test func saysThatItWaitsForAFileToFollow() throws {
    let stream = try Stream(workplace, "filter", "--index", "news.idx", "--follow", "feed.jsonl")
    let message = "feed.jsonl: there is no such file yet; it is waited for"
    for _ in 0..<1_000 where !stream.child.errors.contains(message) { usleep(20_000) }
    #expect(stream.child.errors.contains(message))
    try workplace.write("feed.jsonl", record(1))
    #expect(stream.line()?.hasPrefix("{\"id\":1,") == true)
    stream.child.send(SIGTERM)
    #expect(stream.child.wait() == 143)
  }

  @Test func aSecondWriterIsToldWhoWrites() throws {
    let stream = try Stream(workplace, "filter", "--index", "news.idx")
    stream.send(record(1))
    #expect(stream.line() != nil)
    let second = try workplace.run(["filter", "--index", "news.idx"], input: [])
    #expect(second.code == 2)
    // The shell that starts the tool becomes the tool.
    #expect(
      second.errors.contains(
        "news.idx: the index is being written by process \(stream.child.identifier); wait"))
    let reader = try workplace.run(["index", "info", "news.idx"], input: nil)
    #expect(reader.code == 0, "readers work beside it")
    stream.finishInput()
    #expect(stream.child.wait() == 0)
  }

  @Test func keepsItsFiguresForACollector() throws {
    let run = try workplace.run(
      ["filter", "--index", "news.idx", "--metrics", "m.prom", "--stats"],
      input: Array((record(1) + record(1) + "bad\n").utf8))
    #expect(run.code == 3)
    let metrics = try #require(workplace.read("m.prom"))
    #expect(metrics.contains("\ndedupe_filter_records_total{status=\"new\"} 1\n"))
    #expect(metrics.contains("\ndedupe_filter_records_total{status=\"duplicate\"} 1\n"))
    #expect(metrics.contains("\ndedupe_filter_records_total{status=\"bad\"} 1\n"))
    #expect(metrics.contains("\ndedupe_filter_redelivered_total 1\n"))
    #expect(metrics.contains("\ndedupe_filter_latency_seconds_count 3\n"))
    #expect(metrics.contains("\ndedupe_index_documents 1\n"))
    #expect(workplace.names == ["m.prom", "news.idx"], "nothing is left beside it")
    #expect(run.errors.contains("3 lines: 1 new, 1 duplicate (1 delivered before), 1 no records"))
    #expect(run.errors.contains("profile: generation 0"))
  }
}
