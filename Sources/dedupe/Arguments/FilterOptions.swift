import ArgumentParser
import DedupeIndex
import NearDuplicates

/// What a filter and its index look for; a run must ask for what the index was made with.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What counts as a duplicate: wire (reprints, cuts, versions and rewrites), near"
        + " (near-identical texts only), corpus (MinHash and Jaccard, for training data)."))
  var preset: Preset = .wire

  @Option(help: "The least score, 0 to 1, at which a record is a duplicate.")
  var threshold: Double?

  @OptionGroup var threads: ThreadsOption

  @OptionGroup var profile: ProfileOption

  @Flag(
    help: ArgumentHelp(
      "With --preset corpus: keep sketches and no texts, and judge by estimated similarity."))
  var sketchesOnly = false

  @Option(
    help: ArgumentHelp(
      "What the caches may take, with K, M or G; at least 96M.", valueName: "SIZE"))
  var memory: MemoryBudget = .usual

  mutating func validate() throws {
    if let threshold, !(0...1).contains(threshold) {
      throw ValidationError("--threshold is a score from 0 to 1, not \(threshold)")
    }
    if sketchesOnly, preset != .corpus {
      throw ValidationError(
        "--sketches-only needs --preset corpus: the others judge by what the texts say")
    }
    if memory.bytes < MemoryBudget.least.bytes {
      throw ValidationError("--memory takes at least \(MemoryBudget.least.bytes >> 20)M")
    }
  }

  /// The options as the index module takes them.
  func settings() throws -> FilterSettings {
    var detection = Settings(preset: preset)
    if let threshold { detection.threshold = threshold }
    detection.threads = threads.count
    var settings = FilterSettings(detection: detection)
    settings.keepsTexts = !sketchesOnly
    settings.profile = try profile.load()
    settings.readingsMemory = memory.readings
    return settings
  }
}
