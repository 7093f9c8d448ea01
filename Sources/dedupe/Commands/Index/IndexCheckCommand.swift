import ArgumentParser
import DedupeFormats
import DedupeIndex

/// `dedupe index check`: reads every byte of an index.
struct IndexCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Read every byte of an index and tell what is damaged.",
    discussion: "Ends with 3 if something is. Nothing is mended: an index opens whole or not.")

  @OptionGroup var index: IndexArgument

  @Flag(name: .shortAndLong, help: "No summary; problems are still told.")
  var quiet = false

  func run() throws {
    let opened = try OpenIndex.forReading(at: index.path)
    let problems = opened.check()
    for problem in problems { StandardError.say(problem.description) }
    guard problems.isEmpty else { return try ExitStatus.someInputsBad.end() }
    if !quiet {
      let info = opened.info()
      StandardError.say(
        "\(index.path.printable): \(info.documents.counted("document")), "
          + "\(info.bytes.grouped) bytes: nothing is damaged")
    }
  }
}
