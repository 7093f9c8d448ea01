import Testing

@testable import DedupeIndex
@testable import dedupe

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
