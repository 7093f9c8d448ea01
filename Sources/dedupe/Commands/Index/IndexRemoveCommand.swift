import ArgumentParser
import DedupeFormats
import DedupeIndex

/// `dedupe index remove`: forgets articles by their ids.
struct IndexRemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Forget articles, named by their ids.",
    discussion: """
      What is forgotten is no original of later records any more, and could come again as new. \
      An id that looks like a number stands for the number and for the string.
      """)

  @OptionGroup var index: IndexArgument

  @Argument(help: "The ids of the articles.")
  var ids: [String]

  @Flag(name: .shortAndLong, help: "No summary; errors are still told.")
  var quiet = false

  func run() throws {
    let opened = try OpenIndex.forChanging(at: index.path)
    var (removed, unknown) = (0, [String]())
    try OpenIndex.telling {
      for id in ids {
        let ordinals = ([Array(id.utf8), JSONWriter.token(of: id)]).flatMap {
          opened.ordinals(ofID: $0)
        }
        if ordinals.isEmpty { unknown.append(id) }
        for ordinal in ordinals { try opened.remove(ordinal) }
        removed += ordinals.count
      }
      try opened.close()
    }
    for id in unknown {
      StandardError.say("\(index.path.printable): no article is called '\(id.printable)'")
    }
    if !quiet { StandardError.say("\(removed.counted("article")) removed") }
    if removed == 0 { try ExitStatus.nothingProcessed.end() }
    try ExitStatus.afterReport(badInputs: !unknown.isEmpty, duplicates: false).end()
  }
}
