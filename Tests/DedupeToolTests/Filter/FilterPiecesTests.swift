import DedupeFormats
import Testing

@testable import DedupeIndex
@testable import dedupe

struct DurabilityTests {
  @Test(arguments: [
    ("record", Durability.record), ("batch", .batch(records: 1_000, seconds: 1)),
    ("batch:50", .batch(records: 50, seconds: 1)),
    ("batch:2.5s", .batch(records: .max, seconds: 2.5)),
  ])
  func isReadFromWords(word: String, durability: Durability) {
    #expect(Durability(argument: word) == durability)
  }

  @Test(arguments: [
    "", "records", "record:1", "batch:", "batch:0", "batch:-1s", "batch:s", "b:1:2",
  ])
  func refusesOtherWords(word: String) {
    #expect(Durability(argument: word) == nil)
  }
}

struct MemoryBudgetTests {
  @Test(arguments: [
    ("256M", 256 << 20), ("2G", 2 << 30), ("2GiB", 2 << 30), ("100000000", 100_000_000),
    ("128mb", 128 << 20), ("1024k", 1 << 20),
  ])
  func isReadWithItsUnit(word: String, bytes: Int) {
    #expect(MemoryBudget(argument: word)?.bytes == bytes)
  }

  @Test(arguments: ["", "M", "12X", "-1G", "1.5G", "99999999999G", "many"])
  func refusesOtherWords(word: String) {
    #expect(MemoryBudget(argument: word) == nil)
  }

  @Test func leavesRoomForWhatItDoesNotBound() {
    for bytes in [96 << 20, 320 << 20, 4 << 30] {
      let budget = MemoryBudget(bytes: bytes)
      #expect(2 * budget.unwritten + budget.readings < bytes)
    }
  }
}

struct KeepRuleArgumentTests {
  @Test func isReadFromWords() {
    #expect(KeepRule(argument: "longest") == .longest)
    #expect(KeepRule(argument: "source:Reuters, AP") == .sources(["Reuters", "AP"]))
    #expect(KeepRule(argument: "source:") == nil)
    #expect(KeepRule(argument: "newest") == nil)
  }
}

struct RoutingTests {
  private func verdict(_ status: FilterVerdict.Status, isRedelivery: Bool = false) -> FilterVerdict
  {
    var verdict = FilterVerdict(status: status)
    verdict.isRedelivery = isRedelivery
    return verdict
  }

  @Test(arguments: [
    (FilterMode.annotate, [true, true, true]), (.drop, [true, false, true]),
    (.only, [false, true, false]),
  ])
  func passesByMode(mode: FilterMode, expected: [Bool]) {
    let routing = Routing(mode: mode, dropsRedelivered: false)
    let verdicts = [verdict(.new), verdict(.duplicate), verdict(.unchecked)]
    #expect(verdicts.map { routing.passes($0, firstWasHeldBack: false) } == expected)
  }

  @Test func aRedeliveryGoesWhereTheFirstDeliveryWent() {
    let routing = Routing(mode: .drop, dropsRedelivered: false)
    let again = verdict(.duplicate, isRedelivery: true)
    #expect(routing.passes(again, firstWasHeldBack: false))
    #expect(!routing.passes(again, firstWasHeldBack: true))
    for mode in FilterMode.allCases {
      let strict = Routing(mode: mode, dropsRedelivered: true)
      #expect(!strict.passes(again, firstWasHeldBack: false))
    }
  }

  @Test func aCopyThatSupersedesPasses() {
    var better = verdict(.duplicate)
    better.supersedes = [UInt8(ascii: "1")]
    #expect(Routing(mode: .drop, dropsRedelivered: false).passes(better, firstWasHeldBack: false))
  }
}

struct ComplaintGateTests {
  private final class Told { var sentences: [String] = [] }

  @Test func tellsTenAMinuteAndCountsTheRest() {
    let told = Told()
    var gate = ComplaintGate(isQuiet: false) { told.sentences.append($0) }
    let problem = Problem(cause: "bad")
    let minute: UInt64 = 60_000_000_000
    for _ in 0..<25 { gate.add(problem, at: minute) }
    #expect(told.sentences.count == 10)
    gate.add(problem, at: 2 * minute)
    #expect(told.sentences.suffix(2) == ["and 15 more problems of this kind", "bad"])
    gate.tellRest()
    #expect(told.sentences.count == 12)
  }

  @Test func noKindHidesAnother() {
    let told = Told()
    var gate = ComplaintGate(isQuiet: false) { told.sentences.append($0) }
    for line in 1...11 {
      gate.add(Problem(.warning, line: line, cause: "odd", remedy: "kept as \(line); look"), at: 0)
    }
    gate.add(Problem(cause: "bad", remedy: "mend"), at: 0)
    #expect(told.sentences.count == 11)
    #expect(told.sentences.last == "bad; mend")
    gate.tellRest()
    #expect(told.sentences.last == "and 1 more problem of this kind: look")
  }

  @Test func keepsWarningsBackWhereItIsQuiet() {
    let told = Told()
    var gate = ComplaintGate(isQuiet: true) { told.sentences.append($0) }
    gate.add(Problem(.warning, cause: "odd"), at: 0)
    gate.add(Problem(cause: "bad"), at: 0)
    #expect(told.sentences == ["bad"])
  }
}

struct LatencyHistogramTests {
  @Test func tellsUnderWhichBoundAShareStayed() {
    var histogram = LatencyHistogram()
    #expect(histogram.bound(of: 0.5) == nil)
    histogram.add(0.0004, times: 98)
    histogram.add(0.03)
    histogram.add(100)
    #expect(histogram.count == 100)
    #expect(histogram.bound(of: 0.5) == 0.001)
    #expect(histogram.bound(of: 0.99) == 0.05)
    #expect(histogram.bound(of: 1) == nil, "it took longer than the last bound")
  }

  @Test func isWrittenAsPrometheusReadsIt() {
    var histogram = LatencyHistogram()
    histogram.add(0.002, times: 3)
    histogram.add(20)
    var page = MetricsPage()
    page.histogram("x_seconds", "Help.", histogram)
    #expect(page.text.hasPrefix("# HELP x_seconds Help.\n# TYPE x_seconds histogram\n"))
    #expect(
      page.text.contains("x_seconds_bucket{le=\"0.001\"} 0\nx_seconds_bucket{le=\"0.0025\"} 3\n"))
    #expect(page.text.contains("le=\"10.0\"} 3\nx_seconds_bucket{le=\"+Inf\"} 4\n"))
    #expect(page.text.hasSuffix("x_seconds_count 4\n"))
  }
}

struct InboxTests {
  @Test func handsOverInOrderAndAllAtOnce() async {
    let inbox = Inbox()
    inbox.put(.idle)
    inbox.put(.signal(15))
    inbox.put(.end)
    let events = await inbox.take()
    #expect(events.count == 3)
    guard case .signal(15) = events[1], case .end = events[2] else {
      Issue.record("another order")
      return
    }
  }

  @Test func wakesWhoWaits() async {
    let inbox = Inbox()
    async let events = inbox.take()
    inbox.put(.end)
    #expect(await events.count == 1)
  }
}
