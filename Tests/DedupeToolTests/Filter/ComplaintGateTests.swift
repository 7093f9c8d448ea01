import DedupeFormats
import Testing

@testable import dedupe

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
