import ArgumentParser

/// `dedupe index`: everything about an index but filtering.
struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Add to an index, ask it, take out of it, look after it.",
    discussion: """
      An index is a folder that remembers the articles that filter and index add were given. One \
      process may write to it, and others may read beside it: query, info, check and scan --index.
      """,
    subcommands: [
      IndexAddCommand.self, IndexQueryCommand.self, IndexRemoveCommand.self,
      IndexExpireCommand.self, IndexInfoCommand.self, IndexCheckCommand.self,
      IndexCompactCommand.self,
    ])
}

/// The index that a command is about.
struct IndexArgument: ParsableArguments {
  @Argument(help: ArgumentHelp("The folder of the index.", valueName: "index"))
  var path: String
}
