import NearDuplicates
import Testing

@testable import DedupeIndex

/// Verdicts depend on the stream alone.
@Suite struct FilterStreamTests {
  /// Long enough for two generations to be learned and in force: 60 to 75, 240 to 300.
  private static let documents = InventedNews(count: 330, seed: 7).documents

  private func settings(threads: Int = 1, window: Int? = nil) -> FilterSettings {
    var settings = FilterSettings()
    settings.detection.threads = threads
    settings.windowDays = window
    settings.schedule.first = 60
    return settings
  }

  private func lines(batch: Int, threads: Int, window: Int? = nil) async throws -> [String] {
    let test = try TestFilter(settings(threads: threads, window: window))
    return try await test.admit(Self.documents, batch: batch).map(\.line)
  }

  @Test func howAStreamIsCutDoesNotMatter() async throws {
    let expected = try await lines(batch: 1, threads: 1)
    #expect(expected.contains { $0.hasPrefix("duplicate") })
    #expect(expected.last?.hasSuffix(" 2 329") == true)
    for (batch, threads) in [(7, 1), (1_000, 1), (7, 2), (1_000, 2)] {
      let lines = try await lines(batch: batch, threads: threads)
      #expect(lines == expected, "batches of \(batch), \(threads) threads")
    }
  }

  /// 70 and 280 lie where a generation is being learned.
  @Test(arguments: [33, 70, 280])
  func closingInTheMiddleDoesNotMatter(at place: Int) async throws {
    let expected = try await lines(batch: 100, threads: 1, window: 5)
    let test = try TestFilter(settings(window: 5))
    var lines = try await test.admit(Array(Self.documents[..<place])).map(\.line)
    try test.reopen()
    lines += try await test.admit(Array(Self.documents[place...])).map(\.line)
    #expect(lines == expected)
  }

  @Test func aReaderGivesTheSameAnswersAndAddsNothing() async throws {
    let test = try TestFilter()
    _ = try await test.admit(Array(Self.documents[..<150]))
    let questions = Self.documents[150..<180].map(\.incoming)
    let answers = try await test.filter.query(questions)
    #expect(test.filter.index.nextOrdinal == 150)
    for (question, answer) in zip(questions, answers) {
      #expect(answer.line == (try await test.filter.query([question]))[0].line)
    }
    #expect(try await test.filter.admit([questions[0]])[0].status == answers[0].status)
  }
}
