import ArgumentParser
import DedupeFormats
import NearDuplicates

/// `dedupe compare`: everything about one pair.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two articles: relation, measures, paragraphs, differences.",
    usage: """
      dedupe compare A B [options]
      dedupe compare PATH… --ids ID ID [options]
      """,
    discussion: """
      With --ids, boilerplate and word frequencies are learned from the whole collection, as \
      scan does; two files alone are judged by what the pair shows, unless --profile says more.
      """)

  @Argument(help: ArgumentHelp("Two files, or a collection with --ids.", valueName: "path"))
  var paths: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("The names of two articles of the collection.", valueName: "ID ID"))
  var ids: [String] = []

  @Option(help: "How the result is put out: text or json.")
  var format: ReportFormat = .text

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Detection") var detection: DetectionOptions
  @OptionGroup(title: "Field names of records") var fields: FieldOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func validate() throws {
    guard !ids.isEmpty else {
      if paths.count == 2 { return }
      throw ValidationError(
        "compare takes two files, or a collection and --ids ID ID; "
          + "\(paths.count.counted("path")) given")
    }
    if ids.count != 2 || ids[0] == ids[1] {
      throw ValidationError("--ids takes the names of two different articles")
    }
  }

  func run() async throws {
    let profile = try detection.profile.load()
    let files = try OutputFiles(report: output.output, force: output.force)
    var loader = CollectionLoader(threads: detection.threads.count)
    loader.names = fields.names
    let collection = try await InputOptions.load(paths, with: loader, display: display)
    let chosen = try choose(from: collection.documents)
    let deduplicator = await deduplicator(profile, learningFrom: collection.documents)
    let comparison = deduplicator.compare(chosen.earlier, chosen.later)
    let pair = MarkedPair(chosen.earlier, chosen.later, comparison: comparison)
    try write(pair, deduplicator, to: files)
    try ExitStatus.afterReport(
      badInputs: collection.log.errorCount > 0, duplicates: false
    ).end()
  }

  private func write(
    _ pair: MarkedPair, _ deduplicator: Deduplicator, to files: OutputFiles
  ) throws {
    switch format {
    case .json:
      let record = ComparisonRecord(
        pair: pair, settings: deduplicator.settings, profile: deduplicator.profile)
      try files.write(record.bytes)
    case .text:
      var page = files.page(color: display.color)
      PairReport(
        pair: pair, threshold: deduplicator.settings.threshold, profile: deduplicator.profile
      ).draw(on: &page)
      try files.write(page)
    }
  }

  private func deduplicator(
    _ profile: Profile?, learningFrom documents: [Document]
  ) async -> Deduplicator {
    var deduplicator = Deduplicator(
      settings: detection.settings(listing: .all), profile: profile)
    guard profile == nil, !ids.isEmpty else { return deduplicator }
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    deduplicator.profile = await deduplicator.learn(from: documents) { bar?.show($0) }
    bar?.clear()
    return deduplicator
  }

  /// The two articles, the earlier first.
  private func choose(from documents: [Document]) throws -> (earlier: Document, later: Document) {
    let chosen = try ids.isEmpty ? documents : ids.map { try document($0, in: documents) }
    guard chosen.count >= 2 else {
      throw Failure("compare takes two articles, and only one could be read; give another file")
    }
    guard chosen.count == 2 else {
      throw Failure(
        "compare takes two articles, but the files hold \(documents.count.grouped); "
          + "name two of them with --ids ID ID")
    }
    return chosen[1].precedes(chosen[0]) ? (chosen[1], chosen[0]) : (chosen[0], chosen[1])
  }

  private func document(_ id: String, in documents: [Document]) throws -> Document {
    if let found = documents.first(where: { $0.id == id }) { return found }
    let samples = documents.prefix(3).map(\.id.printable).joined(separator: ", ")
    throw Failure("no article is called '\(id.printable)'; the first are called \(samples)")
  }
}
