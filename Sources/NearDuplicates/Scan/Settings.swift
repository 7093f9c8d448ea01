/// What ``Deduplicator`` looks for and how hard it works.
public struct Settings: Sendable {
  /// The named choice.
  ///
  /// The default is `wire`.
  public var preset: Preset
  /// The least score of a match that may join a cluster, 0 to 1.
  ///
  /// The default is 0.5, for the preset `corpus` 0.8.
  public var threshold: Double
  /// In how many documents a 12-word run may stand and still make each pair of them a candidate.
  ///
  /// The default is 50.
  public var documentFrequencyCap = 50
  /// Which matches are returned.
  ///
  /// The default is `clusters`.
  public var listing = Listing.clusters
  /// How many tasks work at a time, at least 1.
  ///
  /// The default is 1. Results never depend on it.
  public var threads = 1

  /// Creates the settings of a preset.
  public init(preset: Preset = .wire) {
    self.preset = preset
    self.threshold = preset == .corpus ? 0.8 : 0.5
  }
}
