/// How much of one document is shared, boilerplate left out.
struct SideCoverage {
  /// The share of the words.
  let coverage: Double
  /// The same with a doubt about short texts.
  let textShared: Double
  /// The share of the words that is shared narration, with the same doubt.
  let reporting: Double
  /// The share of the words in common that is quoted; 0 where there is none in common.
  let quotedShare: Double

  /// What is added to the words of a text, so that a brief of thirty words is not taken for a copy
  /// for the eight it shares.
  private static let doubt = 20.0

  /// Counts the words of a document, given the kinds of those that are shared.
  init(_ reading: Reading, _ kinds: [Passage.Kind?]) {
    var all = 0.0
    var reported = 0.0
    var quoted = 0.0
    for (kind, flags) in zip(kinds, reading.flags) where !flags.contains(.boilerplate) {
      switch kind {
      case .boilerplate: continue
      case .narrative: reported += 1
      case .quotation: quoted += 1
      case nil: break
      }
      all += 1
    }
    coverage = (reported + quoted) / max(1, all)
    textShared = (reported + quoted) / (all + Self.doubt)
    reporting = reported / (Double(reading.count) + Self.doubt)
    quotedShare = quoted / max(1, reported + quoted)
  }
}
