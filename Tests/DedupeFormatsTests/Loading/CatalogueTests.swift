import NearDuplicates
import Testing

@testable import DedupeFormats

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A catalogue tells of the same documents as a collection, whose texts are read again.
struct CatalogueTests {
  private let directory = TemporaryDirectory()

  /// Records with escapes, bad bytes, doubled ids, strange lines, byte-order marks; some files of
  /// plain text.
  private func writeInputs(lines count: Int = 2_500) {
    var lines = "\u{FEFF}"
    var random = SeededGenerator(seed: 3)
    for number in 0..<count {
      switch number % 50 {
      case 7: lines += "\r\n"
      case 11: lines += "{\"id\":\"bad\n"
      case 13: lines += "{\"id\":\(number),\"text\":\"caf\\u00e9 \\\"so\\\" \\ud83d \(number)\"}\n"
      case 17: lines += "{\"id\":\"x\",\"text\":\"doubled\",\"more\":{\"a\":[1]}}\n"
      case 19: lines += "{\"text\":\"\"}\n"
      default:
        let words = (0..<200).map { _ in "w\(Int.random(in: 0..<500, using: &random))" }
        lines +=
          "{\"id\":\"\(number)\",\"title\":\"T\(number)\",\"source\":\"S\",\"date\":\"2024-05-0"
          + "\(1 + number % 9)\",\"url\":\"https://a.b/c\",\"text\":\"\(words.joined(separator: " "))\"}\n"
      }
    }
    var bytes = Array(lines.utf8)
    bytes += Array("{\"id\":\"broken\",\"text\":\"a ".utf8) + [0xFF, 0xC3] + Array(" b\"}".utf8)
    directory.write("a/records.jsonl", bytes)
    directory.write("a/one.txt", "Storm hits the coast\n\nPublished on March 4, 2023\n\nProse.\r\n")
    directory.write("a/two.txt", [0xEF, 0xBB, 0xBF] + Array("Marked \u{E9}".utf8) + [0x80])
    directory.write("a/three.md", "")
    directory.write("b/odd", "{\"id\":\"last\",\"text\":\"By its first byte\"}")
  }

  @Test(arguments: [1, 3], [Preset.wire, .corpus])
  func tellsTheSameAsACollection(threads: Int, preset: Preset) async throws {
    writeInputs()
    let loader = CollectionLoader(threads: threads)
    let paths = [directory("a"), directory("b")]
    let collection = try await loader.load(paths)
    let catalogue = try await loader.catalogue(paths, for: preset)
    #expect(catalogue.count == collection.count)
    #expect(catalogue.hasNumericID == collection.hasNumericID)
    #expect(catalogue.log == collection.log)
    #expect(catalogue.byteCount == collection.byteCount)
    #expect(catalogue.held.isEmpty)
    let texts = catalogue.texts(names: loader.names, dates: loader.dates)
    var reader = texts.reader()
    var sketcher = TextSketcher(for: preset)
    for (place, document) in collection.documents.enumerated() {
      #expect(try reader.document(place) == document)
      sketcher.append(document.text)
    }
    let sketched = sketcher.take()
    #expect(catalogue.sketched.texts.identities == sketched.identities)
    for row in 0..<sketched.sketches.count {
      let expected = sketched.sketches.withRow(row) { Array($0) }
      #expect(catalogue.sketched.texts.sketches.withRow(row) { Array($0) } == expected)
    }
  }

  @Test func textsAreReadAgainAsTheyWereSketched() async throws {
    writeInputs()
    let loader = CollectionLoader()
    let catalogue = try await loader.catalogue([directory("a")], for: .wire)
    var reader = catalogue.texts(names: loader.names, dates: loader.dates).reader()
    var sketcher = TextSketcher(for: .corpus)
    for place in 0..<catalogue.count { try reader.withText(of: place) { sketcher.append($0) } }
    #expect(sketcher.take().identities == catalogue.sketched.texts.identities)
  }

  @Test(arguments: Preset.allCases)
  func findsTheSameAsInACollection(preset: Preset) async throws {
    writeInputs(lines: 400)
    var loader = CollectionLoader(threads: 2)
    for limit in [nil, 130] {
      loader.limit = limit
      let paths = [directory("a"), directory("b")]
      let documents = try await loader.load(paths).documents
      var catalogue = try await loader.catalogue(paths, for: preset)
      let kept = catalogue.takeSketched()
      let texts = catalogue.texts(names: loader.names, dates: loader.dates)
      let deduplicator = Deduplicator(settings: Settings(preset: preset))
      let result = try await deduplicator.deduplicate(kept, texts: texts)
      let expected = await deduplicator.deduplicate(documents)
      #expect(result.placements == expected.placements)
      #expect(result.profile == expected.profile)
      #expect(result.statistics == expected.statistics)
      #expect(!result.clusters.isEmpty)
    }
  }

  @Test func whatComesThroughAPipeIsHeld() async throws {
    let pipe = directory("pipe.jsonl")
    #expect(mkfifo(pipe, 0o600) == 0)
    let text = "{\"id\":\"a\",\"title\":\"T\",\"text\":\"Through a pipe\"}\n"
    let writer = Task.detached {
      let file = open(pipe, O_WRONLY)
      defer { close(file) }
      return Array(text.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
    }
    let loader = CollectionLoader()
    let catalogue = try await loader.catalogue([pipe], for: .wire)
    #expect(await writer.value == text.utf8.count)
    #expect(catalogue.held == [Document(id: "a", title: "T", text: "Through a pipe")])
    var reader = catalogue.texts(names: loader.names, dates: loader.dates).reader()
    #expect(try reader.document(0).text == "Through a pipe")
    var count = 0
    try reader.withText(of: 0) { count = $0.count }
    #expect(count == 14)
  }

  @Test(arguments: [
    "", "{\"id\":\"a\",\"text\":\"cut", "{\"id\":\"a\",\"texts\":\"Whole bytes\"}",
    "{\"id\":\"a\",\"text\":\"Other bytes\"}",
  ])
  func aFileThatChangedIsTold(content: String) async throws {
    directory.write("a.jsonl", "{\"id\":\"a\",\"text\":\"Whole bytes\"}")
    let loader = CollectionLoader()
    let catalogue = try await loader.catalogue([directory("a.jsonl")], for: .wire)
    directory.write("a.jsonl", content)
    let documents = CataloguedDocuments(
      catalogue, texts: catalogue.texts(names: loader.names, dates: loader.dates))
    #expect(documents.document(0) == Document(id: "a", text: ""))
    let problem = try #require(documents.failure?.problem)
    #expect(problem.description.hasPrefix(directory("a.jsonl") + ": the file changed while it was"))
  }

  @Test func documentsAreReadOnManyThreadsAtOnce() async throws {
    writeInputs(lines: 300)
    let loader = CollectionLoader()
    let collection = try await loader.load([directory("a")])
    let catalogue = try await loader.catalogue([directory("a")], for: .wire)
    let documents = CataloguedDocuments(
      catalogue, texts: catalogue.texts(names: loader.names, dates: loader.dates))
    let orders = (0..<8).map { start in
      (0..<collection.count).map { ($0 * 7 + start * 31) % collection.count }
    }
    let read = await mapInOrder(orders, tasks: 8) { order in order.map { documents[$0] } }
    #expect(read == orders.map { $0.map { collection.documents[$0] } })
    #expect(documents.failure == nil)
  }

  @Test func aFileThatIsGoneIsTold() async throws {
    directory.write("a.txt", "Whole bytes")
    let loader = CollectionLoader()
    let catalogue = try await loader.catalogue([directory("a.txt")], for: .wire)
    #expect(unlink(directory("a.txt")) == 0)
    var reader = catalogue.texts(names: loader.names, dates: loader.dates).reader()
    #expect(throws: LoadError.self) { try reader.withText(of: 0) { _ in } }
  }
}
