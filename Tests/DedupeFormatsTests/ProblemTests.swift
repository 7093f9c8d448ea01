import Testing

@testable import DedupeFormats

struct ProblemTests {
  @Test func readsAsASentence() {
    let problem = Problem(file: "a.jsonl", line: 17, cause: "it is bad", remedy: "mend it")
    #expect(problem.description == "a.jsonl:17: it is bad; mend it")
    #expect(Problem(cause: "it is bad").description == "it is bad")
  }

  @Test func terminalsAreSafe() {
    #expect(
      !Problem(file: "a\u{1B}[31m\n", cause: "x").description.contains { $0.asciiValue == 27 })
  }

  @Test func logsKeepAThousandOfEachAndCountAll() {
    var log = ProblemLog()
    for line in 1...1_500 { log.append(Problem(.warning, line: line, cause: "w")) }
    log.append(Problem(cause: "e"))
    #expect(log.problems.count == 1_001)
    #expect((log.errorCount, log.warningCount) == (1, 1_500))
  }

  @Test func joiningPartsIsTheSameAsOneLog() {
    var (whole, joined) = (ProblemLog(), ProblemLog())
    for part in 0..<4 {
      var log = ProblemLog()
      for line in 1...400 * part + 1 {
        let severity: Problem.Severity = line % 3 == 0 ? .error : .warning
        log.append(Problem(severity, line: line, cause: "\(part)"))
        whole.append(Problem(severity, line: line + 10 * part, cause: "\(part)"))
      }
      joined.append(log, afterLine: 10 * part)
    }
    #expect(joined == whole)
  }
}
