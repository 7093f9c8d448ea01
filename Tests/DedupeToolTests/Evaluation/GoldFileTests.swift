import DedupeFormats
import NearDuplicates
import Testing

@testable import dedupe

@Suite struct GoldFileTests {
  private let documents = ["x", "y", "z"].map { Document(id: $0, text: "") }

  private func file(_ lines: String...) async throws -> GoldFile {
    let workplace = try Workplace()
    try workplace.write("gold.jsonl", lines.joined(separator: "\r\n"))
    var loader = CollectionLoader()
    loader.names = GoldFile.fieldNames
    loader.tellsUnseenFields = false
    let records = try await loader.load(["\(workplace.path)/gold.jsonl"])
    return GoldFile(records, file: "gold.jsonl", in: documents)
  }

  private func pair(_ a: String, _ b: String, _ label: String) -> String {
    #"{"a":"\#(a)","b":"\#(b)","label":"\#(label)"}"#
  }

  /// What is told, without the path of the file that was read.
  private func problems(_ file: GoldFile) -> [String] {
    file.log.problems.map { problem in
      var problem = problem
      problem.file = "gold"
      return problem.description
    }
  }

  @Test func findsTheArticlesOfPairs() async throws {
    let file = try await file(pair("y", "x", "R"), "", pair("x", "z", "N"))
    #expect(
      file.pairs == [GoldPair(a: 1, b: 0, label: "R"), GoldPair(a: 0, b: 2, label: "N")])
    #expect(file.labels == ["N", "R"])
    #expect(file.isWhole)
    #expect(file.log.problems.isEmpty)
  }

  @Test(arguments: [
    (#"{"a":"x","b":"nobody","label":"R"}"#, "no article is called 'nobody'; the pair is left out"),
    (#"{"a":"x","label":"R"}"#, "the pair has no name in the field 'b'; the pair is left out"),
    (#"{"a":"x","b":"x","label":"R"}"#, "both names are those of one article; the pair is left"),
    (#"{"a":"x","b":"y","label":""}"#, "the field 'label' is empty; the pair is left out; give it"),
    (#"{"a":"x","b":"y","label":null}"#, "the field 'label' is null, not a string; the pair is"),
    (#"{"a":"x","b":"y"}"#, "the record has no field 'label' (it has: a, b); the pair is left out"),
    ("x,y,R", "the record is no valid JSON: expected '{' at byte 1; mend or remove the line"),
  ])
  func namesWhatIsLeftOut(line: String, message: String) async throws {
    let file = try await file(pair("x", "y", "R"), line)
    #expect(file.pairs.count == 1)
    #expect(!file.isWhole)
    let problems = problems(file)
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix("gold:2: " + message) == true, "\(problems)")
  }

  @Test func tellsOfPairsThatHaveTwoLabels() async throws {
    let file = try await file(pair("x", "y", "R"), pair("y", "x", "R"), pair("x", "y", "N"))
    #expect(file.pairs.count == 3, "each line counts")
    #expect(file.isWhole)
    #expect(
      problems(file) == [
        "gold:2: the pair has this label on line 1 already; each line counts; keep one of them",
        "gold:3: the pair has the label 'R' on line 1 already; each line counts; keep one of them",
      ])
  }
}
