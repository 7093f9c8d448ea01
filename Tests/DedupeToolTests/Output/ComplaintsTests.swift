import DedupeFormats
import Testing

@testable import dedupe

@Suite struct ComplaintsTests {
  private func sentences(_ problems: [Problem], quiet: Bool = false) -> [String] {
    var log = ProblemLog()
    for problem in problems { log.append(problem) }
    return Complaints(log: log, quiet: quiet).sentences
  }

  private func bad(_ line: Int) -> Problem {
    Problem(file: "a", line: line, cause: "bad", remedy: "mend it")
  }

  private func doubled(_ line: Int) -> Problem {
    Problem(
      .warning, file: "a", line: line, cause: "doubled", remedy: "kept as '\(line)'; rename it")
  }

  @Test func countsWhatComesAfterTenOfAKind() {
    let told = sentences((1...12).map(bad))
    #expect(told.count == 11)
    #expect(told[9] == "a:10: bad; mend it")
    #expect(told[10] == "and 2 more problems of this kind")
    #expect(sentences((1...10).map(bad)).count == 10)
  }

  @Test func noKindHidesAnother() {
    let told = sentences((1...50).map(doubled) + [bad(51)])
    #expect(told.suffix(2) == ["and 40 more problems of this kind", "a:51: bad; mend it"])
  }

  @Test func namesEveryFileThatWasNotRead() {
    let files = (1...40).map { Problem(file: "\($0)", cause: "unreadable", remedy: "mend it") }
    #expect(sentences(files) == (1...40).map { "\($0): unreadable; mend it" })
  }

  @Test func countsWhatWasNotKept() {
    let many = ProblemLog.limit + 500
    #expect(sentences((1...many).map(bad)).last == "and 1,490 more problems of this kind")
    #expect(sentences([doubled(1)] + (1...many).map(bad)).last == "and 500 more problems")
  }

  @Test func keepsWarningsBackWhereItIsQuiet() {
    #expect(sentences([doubled(1), bad(2)], quiet: true) == ["a:2: bad; mend it"])
  }
}
