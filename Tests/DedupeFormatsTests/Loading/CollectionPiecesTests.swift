import Testing

@testable import DedupeFormats

struct CollectionPiecesTests {
  private let directory = TemporaryDirectory()

  private func all(_ paths: String...) -> (records: [CollectionPieces.Record], log: ProblemLog) {
    var pieces = CollectionPieces(paths, names: FieldNames())
    var records: [CollectionPieces.Record] = []
    while let piece = pieces.next() { records += piece }
    return (records, pieces.log)
  }

  @Test func readsFilesOfAllKindsInOrder() {
    directory.write("in/a.txt", "First text.")
    directory.write("in/b.jsonl", "{\"id\":7,\"text\":\"x\"}\n{\"id\":\"7\",\"text\":\"y\"}\n")
    let (records, log) = all(directory("in"))
    #expect(records.map { String(decoding: $0.id, as: UTF8.self) } == ["\"a.txt\"", "7", "\"7\""])
    #expect(records.map(\.document.id) == ["a.txt", "7", "7"], "ids may come twice")
    #expect(log.errorCount == 0)
  }

  @Test func namesRecordsWithoutIDByTheirLine() {
    let line = "{\"text\":\"some words\"}\n"
    directory.write("b.jsonl", String(repeating: line, count: 60_000))
    let (records, _) = all(directory("b.jsonl"))
    #expect(records.count == 60_000, "more than a piece")
    #expect(records[0].document.id == "b.jsonl:1")
    #expect(records.last?.document.id == "b.jsonl:60000")
  }

  @Test func countsLinesOfEachFileInItsMessages() {
    directory.write("a.jsonl", "{\"text\":\"x\"}\n\n")
    directory.write("b.jsonl", "{\"text\":\"x\"}\nbad\n")
    let (records, log) = all(directory("a.jsonl"), directory("b.jsonl"), directory("c.jsonl"))
    #expect(records.count == 2)
    #expect(log.errorCount == 2)
    #expect(log.problems.map(\.line) == [nil, 2])
  }
}
