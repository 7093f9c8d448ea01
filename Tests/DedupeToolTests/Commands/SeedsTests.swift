import Testing

/// The five articles of the repository: 002 and 004 rewrite one report, the others only share
/// its subject.
@Suite struct SeedsTests {
  /// The directory of the seeds, found from this file.
  private static let seeds =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/") + "/seeds"

  private func scan(_ arguments: String...) throws -> ToolRun {
    let run = try Workplace().run(["scan", Self.seeds] + arguments, input: nil)
    #expect(run.code == 0)
    return run
  }

  @Test func areOneClusterAndThreeAlone() throws {
    let lines = try scan("--format", "csv").output.split(separator: "\r\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines.map { $0[0].prefix(3) } == ["000", "001", "002", "003", "004"])
    #expect(lines.map { $0[2] } == ["1", "1", "2", "1", "2"])
    #expect(lines[2][1] == lines[4][1], "both name one cluster")
    #expect(lines.map { $0[4] } == ["", "", "", "", "rewrite"])
    #expect(lines[4][5].hasPrefix("002"))
  }

  @Test func areTheSameInJSONLines() throws {
    let lines = try scan("--format", "jsonl").lines
    #expect(lines.count == 5)
    for index in [0, 1, 3] { #expect(lines[index].contains("\"cluster\":null,\"size\":1")) }
    #expect(lines[4].contains("\"relation\":\"rewrite\",\"of\":\"002_"))
  }

  @Test func showTheSharedCaptions() throws {
    let words = try scan().output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.hasPrefix("5 articles: 2 in 1 cluster, 3 alone"))
    for caption in [
      "[Tracers are seen in the night sky as Ukrainian servicemen fire at the drone",
      "[The White House is reportedly considering the possible condition amid concerns",
      "[Volodymyr Zelensky has repeatedly expressed",
    ] {
      #expect(words.contains(caption), "not lit: \(caption)")
    }
  }
}
