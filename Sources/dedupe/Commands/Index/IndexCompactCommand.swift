import ArgumentParser
import DedupeIndex

/// `dedupe index compact`: clears away what has gone.
struct IndexCompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Merge all segments into one and clear away what has gone.",
    discussion: """
      A running filter does this by itself, bit by bit. This is for an index that is to be copied \
      or only read from now on.
      """)

  @OptionGroup var index: IndexArgument

  @Flag(name: .shortAndLong, help: "No summary; errors are still told.")
  var quiet = false

  func run() throws {
    let opened = try OpenIndex.forChanging(at: index.path)
    let before = opened.info().bytes
    try OpenIndex.telling {
      try opened.compact()
      try opened.close()
    }
    if !quiet {
      StandardError.say(
        "\(index.path.printable): \(before.grouped) bytes before, "
          + "\(opened.info().bytes.grouped) now")
    }
  }
}
