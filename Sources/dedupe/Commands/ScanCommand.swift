import ArgumentParser
import DedupeFormats
import NearDuplicates

/// `dedupe scan`: clusters a collection.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Cluster a collection: who ran the same report, who was first, what differs.",
    discussion: """
      text shows clusters, the overlap of their paragraphs and their differences; json is one \
      object; jsonl and csv have a line per article, in input order.
      """)

  @OptionGroup var inputs: InputOptions

  @Option(help: "How the result is put out: text, json, jsonl or csv.")
  var format: ScanFormat = .text

  @OptionGroup var output: OutputOptions

  @Option(help: ArgumentHelp("Write every match as JSON Lines.", valueName: "FILE"))
  var matches: String?

  @Flag(help: "List template, quotes and boilerplate among the matches too.")
  var allRelations = false

  @OptionGroup(title: "Detection") var detection: DetectionOptions

  @Option(
    help: ArgumentHelp(
      "Scan what an index holds, before the articles of the paths.", valueName: "INDEX"))
  var index: String?

  @Flag(help: "End with 1 if duplicates were found.")
  var exitCode = false

  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func validate() throws {
    if index == nil { try inputs.sources.requireInput() }
    if let matches, matches == output.output {
      throw ValidationError("--matches and --output name the same file, \(matches)")
    }
  }

  func run() async throws {
    let profile = try detection.profile.load()
    let files = try OutputFiles(report: output.output, records: matches, force: output.force)
    let deduplicator = Deduplicator(
      settings: detection.settings(listing: listing), profile: profile)
    if let index {
      try await scan(index, by: deduplicator, to: files)
    } else {
      try await scanInputs(by: deduplicator, to: files)
    }
  }

  private func scan(
    _ index: String, by deduplicator: Deduplicator, to files: OutputFiles
  ) async throws {
    let collection = try await collection(of: index)
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    let deduplication = await deduplicator.deduplicate(collection.documents) { bar?.show($0) }
    bar?.clear()
    try await write(deduplication, of: collection, settings: deduplicator.settings, to: files)
    try end(deduplication, badInputs: collection.log.errorCount)
  }

  /// Scans without holding the texts: they are read again where they are compared or shown.
  private func scanInputs(by deduplicator: Deduplicator, to files: OutputFiles) async throws {
    var catalogue = try await inputs.catalogue(
      for: detection.preset, threads: detection.threads.count, display: display)
    let sketched = catalogue.takeSketched()
    let texts = catalogue.texts(names: inputs.fields.names, dates: DateParser())
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    let deduplication: Deduplication
    do throws(LoadError) {
      deduplication = try await deduplicator.deduplicate(sketched, texts: texts) {
        bar?.show($0)
      }
    } catch {
      throw Failure(error.problem.description)
    }
    bar?.clear()
    let documents = CataloguedDocuments(catalogue, texts: texts)
    try await write(deduplication, of: documents, settings: deduplicator.settings, to: files)
    try end(deduplication, badInputs: catalogue.log.errorCount)
  }

  private func end(_ deduplication: Deduplication, badInputs: Int) throws {
    tellSummary(of: deduplication)
    try ExitStatus.afterReport(
      badInputs: badInputs > 0, duplicates: exitCode && !deduplication.clusters.isEmpty
    ).end()
  }

  /// What an index holds, and the articles of the paths behind it.
  private func collection(of index: String) async throws -> LoadedCollection {
    let threads = detection.threads.count
    let opened = try OpenIndex.forReading(at: index)
    let namesInputs = !inputs.paths.isEmpty || inputs.filesFrom != nil
    let collection = try LoadedCollection(
      of: opened,
      before: namesInputs ? try await inputs.load(threads: threads, display: display) : nil)
    guard !collection.documents.isEmpty else {
      throw Failure("\(index.printable): the index holds no article")
    }
    return collection
  }

  private var listing: Listing {
    if allRelations { return .all }
    return matches != nil ? .listed : .clusters
  }

  private func write(
    _ deduplication: Deduplication, of collection: any DocumentList, settings: Settings,
    to files: OutputFiles
  ) async throws {
    let records = ScanRecords(collection, deduplication, settings: settings)
    func check() throws {
      if let failure = collection.failure { throw Failure(failure.problem.description) }
    }
    try await files.writeBeside(records.matches, check: check)
    switch format {
    case .json:
      let object = await records.object(withMatches: listing != .clusters)
      try check()
      try files.write(object)
    case .jsonl: try await files.write(records.jsonLines)
    case .csv: try await files.write(records.commaSeparated)
    case .text:
      var page = files.page(color: display.color)
      let scan = ScanResult(
        documents: collection, deduplication: deduplication, settings: settings)
      ScanReport(scan: scan).draw(on: &page)
      try check()
      try files.write(page)
    }
  }

  /// The text form begins with the summary; the others keep standard output for data.
  private func tellSummary(of deduplication: Deduplication) {
    guard !display.quiet, format != .text || output.output != nil else { return }
    StandardError.say(deduplication.summary)
  }
}
