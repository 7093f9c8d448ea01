import ArgumentParser
import DedupeFormats

/// The command line tool: its subcommands, and what it says when none is given.
@main
struct Dedupe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dedupe",
    abstract: "Finds the articles that reprint, cut, update or rewrite the same report.",
    discussion: """
      dedupe scan articles/                 clusters of a folder of text files
      dedupe scan news.jsonl --format csv   a line per article of a JSON Lines file
      dedupe compare a.txt b.txt            two articles, side by side
      … | dedupe filter --index news.idx    what was seen before, told or dropped on the way

      Exit codes: 0 ran; 1 duplicates found, with --exit-code; 2 nothing was processed; 3 some \
      inputs or records were bad and were named; 130 and 143 after a signal.
      """,
    version: "0.1.0",
    subcommands: [
      ScanCommand.self, CompareCommand.self, FilterCommand.self, IndexCommand.self,
      ProfileCommand.self, EvaluateCommand.self,
    ])

  /// What a newcomer sees who types nothing but the tool's name.
  private static let welcome = """
    dedupe finds the articles that reprint, cut, update or rewrite the same report.

      dedupe scan articles/        show the clusters of a folder of text files
      dedupe scan news.jsonl       the same for JSON Lines with id, text, title, date, source
      dedupe compare a.txt b.txt   show what two articles share
      dedupe --help                everything else

    """

  func run() async throws {
    StandardError.write(Self.welcome)
    try ExitStatus.nothingProcessed.end()
  }

  static func main() async {
    Signals.install()
    do {
      try refuseUnknownCommand()
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// The parser library suggests options, but no commands.
  private static func refuseUnknownCommand() throws {
    var words = CommandLine.arguments.dropFirst()
    if words.first == "help" { words = words.dropFirst() }
    try refuseUnknown(words.first, of: configuration)
    if words.first == IndexCommand.configuration.commandName {
      try refuseUnknown(words.dropFirst().first, of: IndexCommand.configuration, after: "index ")
    }
  }

  private static func refuseUnknown(
    _ word: String?, of configuration: CommandConfiguration, after parent: String = ""
  ) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let edits = names.map { ($0, word.difference(from: $0).count) }
    let hint = edits.min { $0.1 < $1.1 }.flatMap { $0.1 <= 3 ? $0.0 : nil }
    throw Failure(
      "'\(parent)\(word.printable)' is no command; "
        + (hint.map { "did you mean '\(parent)\($0)'?" }
          ?? "the commands are \(names.joined(separator: ", "))"))
  }

  private static func end(with error: any Error) -> Never {
    switch error {
    case OutputError.closedPipe: break
    case OutputError.problem(let problem): StandardError.say(problem.description)
    case let failure as Failure: StandardError.say(failure.description)
    default: tell(error)
    }
    exit(withError: ExitCode(ExitStatus.code(for: error)))
  }

  /// Help goes to standard output, since it was asked for; everything else to standard error.
  private static func tell(_ error: any Error) {
    let message = fullMessage(for: error)
    guard !message.isEmpty else { return }
    if exitCode(for: error) == .success {
      print(message)
    } else {
      StandardError.write(message + "\n")
    }
  }

  static var _errorPrefix: String { "dedupe: " }
}
