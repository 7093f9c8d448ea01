import ArgumentParser

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

      Exit codes: 0 ran; 1 duplicates found, with --exit-code; 2 nothing was processed; 3 some \
      inputs or records were bad and were named; 130 and 143 after a signal.
      """,
    version: "0.1.0",
    subcommands: [])

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

  /// Help goes to standard output, since it was asked for; everything else to standard error.
  private static func end(with error: any Error) -> Never {
    let code = ExitStatus.code(for: error)
    let message = fullMessage(for: error)
    if let failure = error as? Failure {
      StandardError.say(failure.description)
    } else if code == ExitStatus.ran.rawValue {
      print(message)
    } else if !message.isEmpty {
      StandardError.write(message + "\n")
    }
    exit(withError: ExitCode(code))
  }
}
