import NearDuplicates
import Testing

@testable import DedupeFormats

struct UnseenFieldsTests {
  private let directory = TemporaryDirectory()
  private var names: FieldNames {
    var names = FieldNames()
    names.id = "guid"
    names.date = "published"
    return names
  }

  @Test func tellsOnceOfWhatNoRecordHad() {
    var fields = UnseenFields(names)
    #expect(fields.takeProblems().isEmpty, "without records nothing is known")
    fields.look(at: Document(id: "x", text: ""))
    #expect(fields.takeProblems(after: 2).isEmpty)
    fields.look(at: Document(id: "", text: ""))
    #expect(
      fields.takeProblems(after: 2).map(\.description) == [
        "no record has a usable value in the field 'published'; "
          + "see whether --date-field names the right field"
      ])
    #expect(fields.takeProblems().isEmpty)
  }

  @Test func usualNamesMayBeMissing() {
    var fields = UnseenFields(FieldNames())
    fields.look(at: Document(id: "", text: ""))
    #expect(fields.takeProblems().isEmpty)
  }

  @Test(arguments: [1, 3]) func everyReaderTells(threads: Int) async throws {
    directory.write("a.jsonl", "{\"text\":\"x\",\"published\":\"2025-02-17\"}\n{\"text\":\"y\"}\n")
    directory.write("b.txt", "no record, and no field that could be missing")
    var loader = CollectionLoader(threads: threads)
    loader.names = names
    let message =
      "no record has a usable value in the field 'guid'; "
      + "see whether --id-field names the right field"
    let loaded = try await loader.load([directory("a.jsonl"), directory("b.txt")])
    #expect(loaded.log.problems.map(\.description) == [message])
    #expect(try await loader.load([directory("b.txt")]).log.problems.isEmpty)
    var pieces = CollectionPieces([directory("a.jsonl")], names: names)
    while pieces.next() != nil {}
    #expect(pieces.log.problems.map(\.description) == [message])
  }
}
