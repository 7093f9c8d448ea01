import Testing

@testable import DedupeFormats

struct AppendingFileTests {
  private let directory = TemporaryDirectory()

  private func append(_ text: String) throws {
    let file = try AppendingFile(directory("kept"))
    try file.write(Array(text.utf8))
    try file.sync()
  }

  private var text: String { String(decoding: directory.read("kept") ?? [], as: UTF8.self) }

  @Test func addsToWhatIsThere() throws {
    try append("a\n")
    try append("b\n")
    #expect(text == "a\nb\n")
  }

  @Test func endsALineThatWasCutShort() throws {
    directory.write("kept", "a\nhalf")
    try append("b\n")
    #expect(text == "a\nhalf\nb\n")
  }

  @Test func tellsWhyItCannotBeOpened() {
    let error = #expect(throws: OutputError.self) { try AppendingFile(directory("no/where")) }
    guard case .problem(let problem)? = error else {
      Issue.record("not a problem")
      return
    }
    #expect(problem.description.contains("no/where: the file cannot be written: no such file"))
  }
}
