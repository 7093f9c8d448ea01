import ArgumentParser
import NearDuplicates

/// What is looked for, and with how much of the machine.
struct DetectionOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What counts as a duplicate: wire (reprints, cuts, versions and rewrites), near"
        + " (near-identical texts only), corpus (MinHash and Jaccard, for training data)."))
  var preset: Preset = .wire

  @Option(help: "The least score, 0 to 1, at which two articles share a cluster.")
  var threshold: Double?

  @OptionGroup var threads: ThreadsOption

  @Option(
    help: ArgumentHelp(
      "In how many articles a 12-word run may stand and still make each two of them a candidate.",
      valueName: "C"))
  var documentFrequencyCap = 50

  @OptionGroup var profile: ProfileOption

  mutating func validate() throws {
    if let threshold, !(0...1).contains(threshold) {
      throw ValidationError("--threshold is a score from 0 to 1, not \(threshold)")
    }
    if documentFrequencyCap < 2 {
      throw ValidationError(
        "--document-frequency-cap takes a number of at least 2, not \(documentFrequencyCap)")
    }
  }

  /// The options as the library takes them.
  func settings(listing: Listing) -> Settings {
    var settings = Settings(preset: preset)
    if let threshold { settings.threshold = threshold }
    settings.documentFrequencyCap = documentFrequencyCap
    settings.listing = listing
    settings.threads = threads.count
    return settings
  }
}

extension Preset: ExpressibleByArgument {}
