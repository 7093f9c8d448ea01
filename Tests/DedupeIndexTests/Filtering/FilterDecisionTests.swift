import NearDuplicates
import Testing

@testable import DedupeIndex

/// The rules by which a record is judged, one test each.
@Suite struct FilterDecisionTests {
  private var random = SplitMix(seed: 11)

  private mutating func report(_ sentences: Int = 14) -> [String] {
    InventedNews.report(sentences, &random)
  }

  @Test mutating func theSameTextIsIdenticalToTheFirst() async throws {
    let (one, other) = (report(), report())
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", one), document("b", other), document("c", one), document("d", one),
    ])
    #expect(verdicts.map(\.status) == [.new, .new, .duplicate, .duplicate])
    #expect(verdicts[2].relation == .identical && verdicts[2].score == 1)
    // Of equal scores the first counts.
    #expect(verdicts[3].ofText == "\"a\"")
    #expect(verdicts[3].cluster == verdicts[0].cluster)
    #expect(verdicts[0].cluster?.count == 16 && verdicts[0].cluster != verdicts[1].cluster)
  }

  @Test mutating func aCutIsAnExcerptOfTheWhole() async throws {
    let whole = report(20)
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", whole, source: "One"),
      document("b", Array(whole.prefix(8)), source: "Two"),
    ])
    #expect(verdicts[1].status == .duplicate)
    #expect(verdicts[1].relation == .excerpt)
    #expect(verdicts[1].ofText == "\"a\"")
  }

  // MARK: Ids

  @Test mutating func theSameIDAndTextIsARedelivery() async throws {
    let (one, other) = (report(), report())
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", one), document("b", other), document("a", one),
    ])
    #expect(verdicts[2].status == .duplicate && verdicts[2].isRedelivery)
    #expect(verdicts[2].relation == .identical && verdicts[2].ofText == "\"a\"")
    #expect(test.filter.index.nextOrdinal == 2, "a re-delivery is not added")
    #expect(!verdicts[1].isRedelivery)
  }

  @Test mutating func aRedeliveredDuplicateIsADuplicateOfItself() async throws {
    let one = report()
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", one), document("b", one), document("b", one),
    ])
    #expect(verdicts[1].ofText == "\"a\"" && !verdicts[1].isRedelivery)
    #expect(verdicts[2].ofText == "\"b\"" && verdicts[2].isRedelivery)
    #expect(verdicts[2].cluster == verdicts[0].cluster)
  }

  @Test mutating func numbersAndStringsAreDifferentIDs() async throws {
    let one = report()
    let test = try TestFilter()
    let text = record(document("42", one))
    var number = text
    number.id = Array("42".utf8)
    let verdicts = try await test.admit([text, number])
    #expect(!verdicts[1].isRedelivery && verdicts[1].ofText == "\"42\"")
  }

  @Test mutating func theSameIDWithAnEditedTextIsAVersion() async throws {
    let one = report()
    let test = try TestFilter()
    let verdicts = try await test.admit([
      document("a", one), document("a", one.dropLast(2) + report(2)),
    ])
    #expect(verdicts[1].status == .duplicate && verdicts[1].relation == .version)
    #expect(verdicts[1].ofText == "\"a\"" && !verdicts[1].isRedelivery)
  }

  @Test mutating func theSameIDWithAnotherTextIsNewAndSaysSo() async throws {
    let test = try TestFilter()
    let verdicts = try await test.admit([document("a", report()), document("a", report())])
    #expect(verdicts[1].status == .new)
    #expect(verdicts[1].reason?.contains("the id came before") == true)
  }

  // MARK: Nothing to judge

  @Test mutating func withoutWordsARecordIsUnchecked() async throws {
    let test = try TestFilter()
    let verdicts = try await test.admit([document("a", []), document("b", ["…", "!"])])
    #expect(verdicts.map(\.status) == [.unchecked, .unchecked])
    #expect(verdicts[0].reason != nil && verdicts[0].cluster == nil)
    #expect(test.filter.index.nextOrdinal == 0)
  }

  // MARK: The window

  @Test mutating func whatIsFartherThanTheWindowIsNotSeen() async throws {
    var settings = FilterSettings()
    settings.windowDays = 3
    let one = report()
    let test = try TestFilter(settings)
    let verdicts = try await test.admit([
      document("a", one, day: 100), document("b", one, day: 103), document("c", one, day: 107),
    ])
    #expect(verdicts.map(\.status) == [.new, .duplicate, .new])
  }

  @Test mutating func aLateRecordMeetsWhatIsNearItsDate() async throws {
    var settings = FilterSettings()
    settings.windowDays = 5
    let (old, new) = (report(), report())
    let test = try TestFilter(settings)
    let verdicts = try await test.admit([
      document("a", old, day: 100), document("b", new, day: 104), document("c", old, day: 99),
    ])
    #expect(verdicts.map(\.status) == [.new, .new, .duplicate])
  }

  @Test mutating func aFutureDateCountsAsTheArrival() async throws {
    var settings = FilterSettings()
    settings.windowDays = 3
    let one = report()
    let test = try TestFilter(settings)
    let verdicts = try await test.admit([
      record(document("a", one, day: 100)), record(document("b", one, day: 9_000)),
      record(document("c", one, day: nil), arrivalDay: 101),
    ])
    #expect(verdicts.map(\.status) == [.new, .duplicate, .duplicate])
  }

  @Test mutating func whatFellOutOfTheWindowLeavesTheIndex() async throws {
    var settings = FilterSettings()
    settings.windowDays = 2
    let test = try TestFilter(settings)
    var documents: [Document] = []
    for day in 0..<12 { documents.append(document("d\(day)", report(4), day: Int64(day))) }
    _ = try await test.admit(documents)
    #expect(test.filter.index.info().documents <= 4)
  }
}
