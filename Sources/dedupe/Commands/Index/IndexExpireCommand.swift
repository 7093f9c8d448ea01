import ArgumentParser
import DedupeFormats
import DedupeIndex
import NearDuplicates

/// `dedupe index expire`: forgets old articles.
struct IndexExpireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expire",
    abstract: "Forget articles that are older than a date or a number of days.",
    discussion: """
      The date of an article counts, or its arrival where it has none. A filter with --window does \
      this by itself.
      """)

  @OptionGroup var index: IndexArgument

  @Option(help: ArgumentHelp("Forget what is dated before: 2025-02-17.", valueName: "DATE"))
  var before: String?

  @Option(help: ArgumentHelp("Forget what is older than so many days.", valueName: "DAYS"))
  var olderThan: Int?

  @Flag(name: .shortAndLong, help: "No summary; errors are still told.")
  var quiet = false

  mutating func validate() throws {
    guard (before == nil) != (olderThan == nil) else {
      throw ValidationError("say what is old: either --before DATE or --older-than DAYS")
    }
    if let olderThan, olderThan < 0 {
      throw ValidationError("--older-than takes a number of days, not \(olderThan)")
    }
    if let before, DateParser().timestamp(of: before) == nil {
      throw ValidationError("--before takes a date such as 2025-02-17, not \(before)")
    }
  }

  func run() throws {
    let opened = try OpenIndex.forChanging(at: index.path)
    let count = try OpenIndex.telling {
      let count = try opened.expire(before: moment)
      try opened.close()
      return count
    }
    if !quiet { StandardError.say("\(count.counted("article")) expired") }
  }

  private var moment: Int64 {
    if let date = before.flatMap({ DateParser().timestamp(of: $0) }) { return date.seconds }
    return Clock.secondsSince1970 - Int64(olderThan ?? 0) * 86_400
  }
}
