import Testing

@testable import DedupeFormats

struct FileKindTests {
  private let directory = TemporaryDirectory()

  private func problem(_ name: String, _ bytes: [UInt8]) async throws -> String? {
    directory.write(name, bytes)
    let collection = try await CollectionLoader().load([directory(name)])
    #expect(collection.documents.isEmpty)
    return collection.log.problems.first?.description.replacing(directory.path + "/", with: "")
  }

  @Test func refusalsNameTheRemedy() async throws {
    let cases: [(String, [UInt8], String)] = [
      (
        "a.zst", [0x28, 0xB5, 0x2F, 0xFD, 1],
        "a.zst: the file is compressed; decompress first: zstd -dc a.zst | dedupe scan -"
      ),
      (
        "a.jsonl", [0x1F, 0x8B, 8, 0],
        "a.jsonl: the file is compressed; decompress first: gzip -dc a.jsonl | dedupe scan -"
      ),
      (
        "a.bin", [1, 2, 0, 3],
        "a.bin: this is a binary file, not text; give .txt, .md or .jsonl files"
      ),
      (
        "b c.txt", [0xFF, 0xFE, 0x41, 0],
        "b c.txt: the file is UTF-16, not UTF-8; convert it first: iconv -f UTF-16 -t UTF-8 'b c.txt'"
      ),
      (
        "a.json", Array("[\n{\"text\":\"x\"}]".utf8),
        "a.json: this is one JSON array, not a record a line; unpack it first: jq -c '.[]' a.json | dedupe scan -"
      ),
      (
        "a.html", Array("<p>x</p>".utf8),
        "a.html: this is a format with markup, not plain text; extract the article's text into a .txt file or a JSON Lines record"
      ),
      (
        "page", Array("\n<!doctype HTML>\n<p>x</p>".utf8),
        "page: this is markup, not plain text; extract the article's text into a .txt file or a JSON Lines record"
      ),
    ]
    for (name, bytes, message) in cases {
      let found = try await problem(name, bytes)
      // The command names the file by the path that was given.
      #expect(found == message)
    }
  }

  @Test(arguments: ["a.docx", "a.ODT", "a.epub", "a.zip", "a.tar", "a.xlsx", "a.parquet"])
  func whatMayHoldArticlesIsNoneOfTheFilesToSkip(name: String) async throws {
    directory.write("in/" + name, [0x50, 0x4B, 3, 4, 0])
    directory.write("in/b.txt", "words")
    directory.write("in/c.png", [0x89, 0x50, 0x4E, 0x47, 0])
    let log = try await CollectionLoader().load([directory("in")]).log
    #expect(log.errorCount == 1)
    #expect(log.problems.contains { $0.severity == .error && $0.file?.hasSuffix(name) == true })
    #expect(log.warningCount == 1, "a picture holds none")
  }

  @Test(arguments: [
    ("<html lang=de>", true), ("<?xml version='1.0'?>", true), ("  <RSS>", true),
    ("<b>Bold</b> words", false), ("< html", false), ("", false), ("The <html> tag", false),
  ])
  func textsThatAreMarkupAreKeptWithAWarning(content: String, isMarkup: Bool) async throws {
    directory.write("a.txt", content)
    let collection = try await CollectionLoader().load([directory("a.txt")])
    #expect(collection.documents.map(\.text) == [content])
    #expect(collection.log.problems.contains { $0.cause == "the file holds markup" } == isMarkup)
  }

  @Test(arguments: [
    ("a.JSONL", FileKind.lines), ("a.ndjson", .lines), ("a.json", .lines), ("a.txt", .text),
    ("a.text", .text), ("d.jsonl/a.MD", .text), ("a", nil), (".txt", nil), ("a.", nil),
  ])
  func kindByName(name: String, kind: FileKind?) {
    #expect(FileKind(extensionOf: Path(name)) == kind)
  }

  @Test(arguments: [
    ("{\"a\":1}", FileKind.lines), ("\n  {", .lines), ("Text {", .text), ("", .text),
  ])
  func kindByContent(content: String, kind: FileKind) {
    #expect(Array(content.utf8).withUnsafeBytes { FileKind(content: $0) } == kind)
  }
}
