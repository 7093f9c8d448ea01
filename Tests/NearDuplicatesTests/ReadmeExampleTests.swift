import NearDuplicates
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// README.md, from here:
/// Names, for each article that repeats an earlier report, which one it repeats and how.
func repeats(among articles: [Document]) async -> [String] {
  let result = await Deduplicator().deduplicate(articles)
  return articles.indices.compactMap { index in
    guard let link = result.placements[index].link else { return nil }
    return "\(articles[index].id): \(link.relation) of \(articles[link.of].id), \(link.score)"
  }
}

/// The text that two articles share, without quotations and page furniture.
func sharedReporting(_ one: Document, _ other: Document) -> [String] {
  let comparison = Deduplicator().compare(one, other)
  let earlier = other.precedes(one) ? other : one
  return comparison.passages.filter { $0.kind == .narrative }.map { passage in
    String(decoding: Array(earlier.text.utf8)[passage.a], as: UTF8.self)
  }
}
// README.md, to here.

/// The example of the README is the code above, and does what it says.
@Suite struct ReadmeExampleTests {
  @Test func isTheCodeOfThisFile() throws {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false)
      .dropLast(3).joined(separator: "/")
    let fence = "```swift\nimport NearDuplicates\n\n"
    let readme = try #require(between(fence, "```", root + "/README.md"))
    let code = try #require(between("from here:\n", "// README.md, to here.", #filePath))
    #expect(readme == code)
  }

  @Test func namesWhatIsRepeated() async {
    let lines = await repeats(among: [printed, wire, other])
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("printed: reprint of wire, ") ?? false, "\(lines)")
  }

  @Test func showsWhatIsShared() {
    let stretches = sharedReporting(printed, wire)
    #expect(stretches.count == 1)
    #expect(stretches.first?.hasPrefix("The harbour of Port Vell was closed") ?? false)
    #expect(sharedReporting(wire, printed) == stretches, "whichever comes first")
    #expect(sharedReporting(wire, other).isEmpty)
  }

  private let report = """
    The harbour of Port Vell was closed on Tuesday after a freighter with 1,200 tonnes of \
    fertiliser ran aground in the northern channel. Tugs failed twice to free the vessel before \
    the tide turned, the port authority reported. Fourteen sailors were brought ashore by a \
    lifeboat from Sant Roc, and none of them was hurt. Divers are to inspect the hull on \
    Wednesday morning; until then ferries to the islands leave from Almera, forty kilometres south.
    """

  private var wire: Document {
    Document(
      id: "wire", text: report, source: "Wire", date: Timestamp(year: 2025, month: 3, day: 4))
  }

  private var printed: Document {
    Document(
      id: "printed", text: "Port closed\n\n" + report + "\n\nSubscribe to our letter.",
      source: "Evening Post", date: Timestamp(year: 2025, month: 3, day: 5))
  }

  private var other: Document {
    Document(
      id: "other",
      text: """
        Parliament passed the budget late on Monday with the votes of both governing parties. \
        Schools receive eight per cent more than last year, while roads and railways get less. \
        The opposition had asked for a delay until the new figures on tax revenue are out.
        """,
      source: "Daily", date: Timestamp(year: 2025, month: 3, day: 4))
  }
}

/// What stands between two texts in a file, or nil where they do not.
private func between(_ begin: String, _ end: String, _ path: String) -> String? {
  guard let text = contents(of: path), let start = text.firstRange(of: begin)?.upperBound,
    let stop = text[start...].firstRange(of: end)?.lowerBound
  else { return nil }
  return String(text[start..<stop])
}

private func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}
