import NearDuplicates
import Testing

@testable import DedupeIndex

/// Which cluster a record joins, and which copy of it stays.
@Suite struct FilterClusterTests {
  private var random = SplitMix(seed: 23)

  private mutating func report(_ sentences: Int = 14) -> [String] {
    InventedNews.report(sentences, &random)
  }

  // MARK: Chains

  /// So many words of one report before another that the whole is a loose match of the one.
  private func looseMix(of one: [String], _ other: [String]) throws -> [String] {
    let words = one.joined(separator: " ").split(separator: " ")
    let mixes = stride(from: 10, through: words.count / 2, by: 2).map {
      [words.prefix($0).joined(separator: " ") + "."] + other
    }
    return try #require(
      mixes.first { mix in
        let comparison = Deduplicator().compare(
          document("a", one, source: "One"), document("b", mix, source: "Two"))
        return comparison.relation?.clusters == true && comparison.score < 0.8
      })
  }

  @Test mutating func aChainOfLooseMatchesDropsNothing() async throws {
    let (one, other) = (report(), report())
    let mixed = try looseMix(of: one, other)
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", one, source: "One"), document("b", mixed, source: "Two"),
      document("c", other, source: "Three"),
    ])
    #expect(verdicts[1].status == .duplicate)
    #expect(test.filter.index.facts(of: 1)?.verdict.isCore == false)
    #expect(verdicts[2].status == .new)
    #expect(verdicts[2].reason?.contains("b") == true)
    #expect(test.filter.statistics.likeLooseMember == 1)
  }

  @Test mutating func aCopyOfALooseMemberGoesWithIt() async throws {
    let (one, other) = (report(), report())
    let mixed = try looseMix(of: one, other)
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", one, source: "One"), document("b", mixed, source: "Two"),
      document("c", mixed, source: "Three"),
    ])
    #expect(verdicts[2].relation == .identical && verdicts[2].ofText == "\"b\"")
    #expect(verdicts[2].cluster == verdicts[0].cluster)
  }

  @Test mutating func laterCopiesJoinThroughStrongMatches() async throws {
    let one = report(20)
    let longer = one + report(1)
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", one), document("b", longer), document("c", longer + report(1)),
    ])
    #expect(verdicts.map(\.status) == [.new, .duplicate, .duplicate])
    #expect(Set(verdicts.map(\.cluster)).count == 1)
    #expect(test.filter.index.facts(of: 2)?.verdict.cluster == 0)
    #expect(test.filter.index.facts(of: 2)?.verdict.isCore == true)
  }

  @Test mutating func copiesAreFoundAfterTheFirstHasFallenOutOfTheWindow() async throws {
    var settings = FilterSettings()
    settings.windowDays = 3
    let one = report(20)
    let test = try TestFilter(settings)
    let verdicts = try await test.admit([
      document("a", one, day: 100), document("b", one + report(1), day: 102),
      document("x", report(), day: 104), document("c", one + report(1), day: 105),
    ])
    #expect(verdicts[3].status == .duplicate && verdicts[3].ofText == "\"b\"")
    #expect(verdicts[3].cluster == verdicts[0].cluster)
  }

  // MARK: The copy to keep

  private mutating func superseded(
    by keep: KeepRule, _ copies: [(day: Int64?, more: Int, source: String)]
  ) async throws -> [String?] {
    var settings = FilterSettings()
    settings.keep = keep
    let one = report(24)
    let test = try TestFilter(settings)
    var documents: [Document] = []
    for (number, copy) in copies.enumerated() {
      documents.append(
        document(
          "\(number)", one + report(copy.more), day: copy.day, source: copy.source))
    }
    let verdicts = try await test.admit(documents)
    #expect(verdicts.dropFirst().allSatisfy { $0.status == .duplicate })
    return verdicts.map { $0.supersedes.map { String(decoding: $0, as: UTF8.self) } }
  }

  @Test mutating func theFirstStays() async throws {
    let copies: [(Int64?, Int, String)] = [(100, 0, "A"), (99, 2, "B")]
    #expect(try await superseded(by: .first, copies) == [nil, nil])
  }

  @Test mutating func anEarlierCopySupersedesTheOneThatWasKept() async throws {
    let copies: [(Int64?, Int, String)] = [
      (100, 0, "A"), (99, 0, "B"), (99, 0, "C"), (98, 0, "D"), (nil, 0, "E"),
    ]
    #expect(
      try await superseded(by: .earliest, copies) == [nil, "\"0\"", nil, "\"1\"", nil])
  }

  @Test mutating func aLongerCopySupersedesTheOneThatWasKept() async throws {
    let copies: [(Int64?, Int, String)] = [
      (100, 0, "A"), (100, 2, "B"), (100, 1, "C"), (100, 3, "D"),
    ]
    #expect(
      try await superseded(by: .longest, copies) == [nil, "\"0\"", nil, "\"1\""])
  }

  @Test mutating func aPreferredSourceSupersedesTheOneThatWasKept() async throws {
    let copies: [(Int64?, Int, String)] = [
      (100, 0, "A"), (100, 0, "AP"), (100, 0, "B"), (100, 0, "Reuters"), (100, 0, "Reuters"),
    ]
    #expect(
      try await superseded(by: .sources(["Reuters", "AP"]), copies)
        == [nil, "\"0\"", nil, "\"1\"", nil])
  }

  @Test mutating func whoSupersedesIsKnownAfterReopening() async throws {
    var settings = FilterSettings()
    settings.keep = .longest
    let one = report(24)
    let test = try TestFilter(settings)
    _ = try await test.admit([document("a", one), document("b", one + report(1))])
    try test.reopen()
    let verdict = try await test.admit([document("c", one + report(2))])[0]
    #expect(verdict.supersedes.map { String(decoding: $0, as: UTF8.self) } == "\"b\"")
  }
}
