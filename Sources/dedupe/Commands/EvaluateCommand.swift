import ArgumentParser
import DedupeEvaluation
import DedupeFormats
import NearDuplicates

/// `dedupe evaluate`: measures how well a collection is judged.
struct EvaluateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure the verdicts against labelled pairs, true clusters or brute force.",
    usage: """
      dedupe evaluate PATH… --gold FILE [--positive R,V]
      dedupe evaluate PATH… --clusters FIELD
      dedupe evaluate PATH… --brute-force T
      dedupe evaluate PATH… --sample N [--gold FILE]
      """,
    discussion: """
      Labelled pairs are compared whether or not a scan would have looked at them, so the figures \
      are about all of them. --sample asks a person: fill in its labels, and the file is one for \
      --gold.
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    help: ArgumentHelp(
      "Pairs with labels, as JSON Lines with the fields a, b and label.", valueName: "FILE"))
  var gold: String?

  @Option(
    help: ArgumentHelp(
      "The labels that mean the same report, with commas between.", valueName: "R,V"))
  var positive = usualPositives

  @Option(
    help: ArgumentHelp(
      "The field of the records that names their true cluster.", valueName: "FIELD"))
  var clusters: String?

  @Option(
    help: ArgumentHelp(
      "Compare with every pair of exact 5-word Jaccard T or more.", valueName: "T"))
  var bruteForce: Double?

  @Option(
    help: ArgumentHelp(
      "With --gold: write the measures of every pair as tab-separated values.",
      valueName: "FILE"))
  var measures: String?

  @Option(
    help: ArgumentHelp(
      "Put out N pairs near the threshold as JSON Lines, for a person to label; with --gold,"
        + " pairs that have no label yet.", valueName: "N"))
  var sample: Int?

  @Option(help: "How the result is put out: text or json.")
  var format: ReportFormat = .text

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Detection") var detection: DetectionOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func validate() throws {
    try inputs.sources.requireInput()
    if gold == nil, clusters == nil, bruteForce == nil, sample == nil {
      throw ValidationError(
        "say what is true: --gold FILE, --clusters FIELD or --brute-force T; or ask with --sample N"
      )
    }
    if let bruteForce, !(bruteForce > 0 && bruteForce <= 1) {
      throw ValidationError("--brute-force takes a similarity above 0 and up to 1")
    }
    if measures != nil, gold == nil || sample != nil {
      throw ValidationError("--measures needs labelled pairs: give --gold FILE, without --sample")
    }
    if let measures, measures == output.output {
      throw ValidationError("--measures and --output name the same file, \(measures)")
    }
    if clusters != nil, !inputs.canReadTwice {
      throw ValidationError("--clusters reads its field in a second pass: give files, not a pipe")
    }
    try validateSample()
  }

  private func validateSample() throws {
    guard let sample else { return }
    if sample < 1 { throw ValidationError("--sample takes a number of at least 1, not \(sample)") }
    if clusters != nil || bruteForce != nil {
      throw ValidationError("--sample asks for labels and cannot measure clusters at once")
    }
  }

  func run() async throws {
    let profile = try detection.profile.load()
    let files = try OutputFiles(report: output.output, records: measures, force: output.force)
    let collection = try await inputs.load(threads: detection.threads.count, display: display)
    let truth = try await trueClusters(of: collection)
    let gold = try await goldFile(naming: collection.documents)
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    var evaluation = await Evaluation(
      of: collection.documents, settings: detection.settings(listing: .all), profile: profile
    ) { bar?.show($0) }
    bar?.clear()
    if let sample {
      try await write(sample, of: evaluation, collection, without: gold?.pairs ?? [], to: files)
    } else {
      if let gold { await evaluation.measure(gold.pairs, positives: positives) }
      if let truth { evaluation.measureClusters(against: truth) }
      if let bruteForce { evaluation.measure(jaccardAtLeast: bruteForce) }
      try await write(evaluation, to: files)
    }
    try ExitStatus.afterReport(
      badInputs: collection.log.errorCount > 0 || gold?.isWhole == false, duplicates: false
    ).end()
  }

  private func trueClusters(of collection: LoadedCollection) async throws -> [String?]? {
    guard let clusters else { return nil }
    let truth = try await inputs.values(
      ofField: clusters, threads: detection.threads.count)
    guard truth.count == collection.documents.count else {
      throw Failure("the files changed while they were read; run it again")
    }
    guard truth.contains(where: { $0 != nil }) else {
      throw Failure("no article has the field '\(clusters.printable)'; name one with --clusters")
    }
    return truth
  }

  private func write(
    _ sample: Int, of evaluation: Evaluation, _ collection: LoadedCollection,
    without known: [GoldPair], to files: OutputFiles
  ) async throws {
    let sample = LabellingSample(
      sample, near: evaluation.settings.threshold, of: evaluation.deduplication.matches,
      without: Set(known.map { DocumentPair($0.a, $0.b) }))
    try await files.write(SampleRecords(sample: sample, collection: collection).records)
    if !display.quiet {
      StandardError.say(
        "\(sample.matches.count.counted("pair")) to label, nearest to the threshold of "
          + "\(evaluation.settings.threshold.decimals()) first")
    }
  }

  private func write(_ evaluation: Evaluation, to files: OutputFiles) async throws {
    if let pairs = evaluation.pairs {
      let table = MeasuresTable(evaluation: pairs, documents: evaluation.documents)
      try await files.writeBeside(table.records)
    }
    switch format {
    case .json: try files.write(EvaluationRecord(evaluation: evaluation).bytes)
    case .text:
      var page = files.page(color: display.color)
      EvaluationView(evaluation: evaluation).draw(on: &page)
      try files.write(page)
    }
  }

  /// The labelled pairs of the file.
  private func goldFile(naming documents: [Document]) async throws -> GoldFile? {
    guard let gold else { return nil }
    var loader = CollectionLoader()
    loader.names = GoldFile.fieldNames
    loader.tellsUnseenFields = false
    loader.isStrict = inputs.strict
    let records: LoadedCollection
    do throws(LoadError) {
      records = try await loader.load([gold])
    } catch {
      throw Failure(error.problem.description)
    }
    let shown = gold == "-" ? "standard input" : gold
    let file = GoldFile(records, file: shown, in: documents)
    Complaints(log: file.log, quiet: display.quiet).tell()
    guard !file.pairs.isEmpty else {
      throw Failure(
        "\(shown.printable): no pair has a label and names two of the articles read; "
          + "give JSON Lines with the fields a, b and label")
    }
    if sample == nil { try checkPositives(among: file.labels, of: shown) }
    return file
  }

  /// A label that no pair has is misspelt; without one that means the same report there is nothing
  /// to be found.
  private func checkPositives(among labels: [String], of file: String) throws {
    let unknown = positives.subtracting(labels).sorted()
    let all = "the labels are \(labels.map(\.printable).joined(separator: ", "))"
    if unknown.count == positives.count {
      throw Failure(
        "\(file.printable): no pair has a label that means the same report "
          + "(\(positive.printable)); \(all); name those that do with --positive")
    }
    if positive != Self.usualPositives, !unknown.isEmpty, !display.quiet {
      StandardError.say(
        "\(file.printable): no pair has the label '\(unknown[0].printable)'; \(all); "
          + "see whether --positive names the right ones")
    }
  }

  private static let usualPositives = "R,V"

  private var positives: Set<String> {
    Set(positive.split { $0 == "," || $0 == " " }.map(String.init))
  }
}
