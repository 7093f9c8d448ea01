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
      """)

  @OptionGroup var inputs: InputOptions

  @Option(
    help: ArgumentHelp(
      "Pairs with labels, as JSON Lines with the fields a, b and label.", valueName: "FILE"))
  var gold: String?

  @Option(
    help: ArgumentHelp(
      "The labels that mean the same report, with commas between.", valueName: "R,V"))
  var positive = "R,V"

  @Option(
    help: ArgumentHelp(
      "The field of the records that names their true cluster.", valueName: "FIELD"))
  var clusters: String?

  @Option(
    help: ArgumentHelp(
      "Compare with every pair of exact 5-word Jaccard T or more.", valueName: "T"))
  var bruteForce: Double?

  @Option(help: "How the result is put out: text or json.")
  var format: ReportFormat = .text

  @OptionGroup var output: OutputOptions
  @OptionGroup(title: "Detection") var detection: DetectionOptions
  @OptionGroup(title: "Display") var display: DisplayOptions

  mutating func validate() throws {
    try inputs.requireInput()
    if gold == nil, clusters == nil, bruteForce == nil {
      throw ValidationError("say what is true: --gold FILE, --clusters FIELD or --brute-force T")
    }
    if let bruteForce, !(bruteForce > 0 && bruteForce <= 1) {
      throw ValidationError("--brute-force takes a similarity above 0 and up to 1")
    }
  }

  func run() async throws {
    let profile = try detection.profile.load()
    let files = try OutputFiles(report: output.output, force: output.force)
    // Addresses are no evidence, so a true cluster that is read in their place leaks nothing.
    var inputs = inputs
    if let clusters { inputs.fields.urlField = clusters }
    let collection = try await inputs.load(threads: detection.threads.count, display: display)
    let gold = try await goldPairs(of: collection.documents)
    let bar = ProgressBar.ifWatched(quiet: display.quiet)
    var evaluation = await Evaluation(
      of: collection.documents, settings: detection.settings(listing: .all), profile: profile
    ) { bar?.show($0) }
    bar?.clear()
    if let gold { evaluation.measure(gold.pairs, positives: positives) }
    if clusters != nil { evaluation.measureClusters() }
    if let bruteForce { evaluation.measure(jaccardAtLeast: bruteForce) }
    try write(evaluation, to: files)
    try ExitStatus.afterReport(
      badInputs: collection.log.errorCount > 0 || gold?.isWhole == false, duplicates: false
    ).end()
  }

  private func write(_ evaluation: Evaluation, to files: OutputFiles) throws {
    switch format {
    case .json: try files.write(EvaluationRecord(evaluation: evaluation).bytes)
    case .text:
      var page = files.page(color: display.color)
      EvaluationView(evaluation: evaluation).draw(on: &page)
      try files.write(page)
    }
  }

  /// The labelled pairs, and whether all of them name articles of the collection.
  private func goldPairs(
    of documents: [Document]
  ) async throws -> (pairs: [GoldPair], isWhole: Bool)? {
    guard let gold else { return nil }
    var loader = CollectionLoader()
    loader.names = GoldPair.fieldNames
    let records = try await InputOptions.load([gold], with: loader, display: display)
    let (pairs, unknown) = GoldPair.pairs(records.documents, in: documents)
    if pairs.isEmpty { throw Failure("\(gold.printable): no pair names two of the articles read") }
    if unknown > 0 {
      StandardError.say(
        "\(gold.printable): \(unknown.counted("pair")) left out, for they name articles that "
          + "were not read")
    }
    return (pairs, unknown == 0 && records.log.errorCount == 0)
  }

  private var positives: Set<String> {
    Set(positive.split { $0 == "," || $0 == " " }.map(String.init))
  }
}
