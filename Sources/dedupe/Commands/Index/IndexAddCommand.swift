import ArgumentParser
import DedupeFormats
import DedupeIndex

/// `dedupe index add`: lets an index know articles that need no verdict.
struct IndexAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add articles, and make the index where there is none.",
    discussion: """
      Articles that were added before, with the same id and text, are left out, so that it may be \
      run again after it was interrupted.
      """)

  @OptionGroup var index: IndexArgument

  @OptionGroup var sources: PathOptions

  @Flag(help: "Stop at the first bad input or record.")
  var strict = false

  @OptionGroup(title: "Detection") var detection: FilterOptions
  @OptionGroup(title: "Field names of records") var fields: FieldOptions

  @Flag(name: .shortAndLong, help: "No warnings, no summary; errors are still told.")
  var quiet = false

  /// After how many articles they are made to last.
  private static let batch = 1_000

  mutating func validate() throws {
    try sources.requireInput()
  }

  func run() async throws {
    let settings = try detection.settings()
    let opened = try OpenIndex.forWriting(
      at: index.path, settings: settings, memory: detection.memory, isQuiet: quiet)
    let filter = try OpenIndex.telling { try Filter(index: opened, settings: settings) }
    var pieces = CollectionPieces(
      sources.orStandardInput, filesFrom: sources.filesFrom, names: fields.names)
    do {
      try await add(&pieces, with: filter)
      try opened.close()
    } catch let error as IndexError {
      throw Failure(error.description)
    }
    Complaints(log: pieces.log, quiet: quiet).tell()
    try end(filter.statistics, pieces.log)
  }

  private func add(_ pieces: inout CollectionPieces, with filter: Filter) async throws {
    var unsynced = 0
    var piece = pieces.next()
    while let records = piece {
      if strict, let problem = pieces.log.problems.first(where: { $0.severity == .error }) {
        try filter.index.close()
        throw Failure(problem.description)
      }
      let arrival = Clock.secondsSince1970
      _ = try await filter.admit(
        records.map { IncomingRecord(id: $0.id, document: $0.document, arrival: arrival) })
      unsynced += records.count
      if unsynced >= Self.batch {
        try filter.index.sync()
        unsynced = 0
      }
      piece = pieces.next()
    }
  }

  private func end(_ done: FilterStatistics, _ log: ProblemLog) throws {
    guard done.records > 0 else {
      throw Failure("there was no article to add; give files, directories or - with articles")
    }
    if !quiet {
      let added = done.records - done.redelivered - done.unchecked
      var sentence = "\(added.counted("article")) added"
      if done.redelivered > 0 { sentence += ", \(done.redelivered.grouped) there already" }
      if done.unchecked > 0 { sentence += ", \(done.unchecked.grouped) without a word left out" }
      let seen = done.duplicates - done.redelivered
      StandardError.say(sentence + "; duplicates among them: \(seen.grouped)")
    }
    try ExitStatus.afterReport(badInputs: log.errorCount > 0, duplicates: false).end()
  }
}
