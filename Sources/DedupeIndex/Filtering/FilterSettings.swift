import NearDuplicates

/// What a filter looks for, how far back, and what its index keeps.
package struct FilterSettings: Sendable {
  /// What counts as a copy and how many threads work.
  ///
  /// The default is that of ``NearDuplicates/Settings``. The listing has no meaning here.
  package var detection: Settings
  /// The most days between a record and what it is compared with; nil for no limit.
  ///
  /// The default is nil.
  package var windowDays: Int?
  /// Which copy of a report is the one to keep.
  ///
  /// The default is ``KeepRule/first``.
  package var keep = KeepRule.first
  /// Whether the index keeps texts.
  ///
  /// The default is true. Without them the score is the estimated Jaccard similarity of the
  /// sketches, whatever the preset: off by up to 0.07 in nineteen cases of twenty.
  package var keepsTexts = true
  /// What was learned of a collection beforehand; nil to learn from what passes, in generations.
  ///
  /// The default is nil.
  package var profile: Profile?
  /// The most bytes that readings of texts may take in memory.
  ///
  /// The default is 64 MiB, some 1,500 articles.
  package var readingsMemory = 64 << 20
  /// Whether verdicts come with the comparison of the two texts.
  ///
  /// The default is false.
  package var givesEvidence = false

  /// When generations are learned.
  var schedule = GenerationSchedule()

  /// Creates settings.
  package init(detection: Settings = Settings()) {
    self.detection = detection
  }

  /// What an index must have been made with to serve these settings.
  package var indexParameters: IndexParameters {
    let preset = detection.preset
    let sketch = SketchParameters()
    let bands = preset.bands(slots: sketch.slots)
    return IndexParameters(
      [
        "bands": "\(bands.count) of \(bands.rows)",
        "digest": "\(StoredDigest.version)",
        "normalization": Normalization.name,
        "preset": preset.rawValue,
        "shingle-size": "\(sketch.shingleSize)",
        "slots": "\(sketch.slots)",
        "texts": keepsTexts ? "kept" : "none",
      ], sketchLength: StoredDigest.length)
  }

  /// Whether scores are made of all the evidence of two texts, not of their similarity alone.
  var judgesByEvidence: Bool { keepsTexts && detection.preset.scoring == .evidence }
  /// The window in seconds.
  var windowSeconds: Int64? { windowDays.map { Int64($0) * 86_400 } }
}
