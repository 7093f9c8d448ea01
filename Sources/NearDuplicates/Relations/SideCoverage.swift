/// How much of one document is shared, boilerplate left out.
struct SideCoverage {
  /// The share of the words.
  let coverage: Double
  /// The same without quotations that are widespread, and with a doubt about short texts.
  ///
  /// Who takes a quotation from another's report shares it with that report alone; what three
  /// houses quote was said to all, and so was a post. It parts derived reports from shared
  /// statements where nearly all that two texts share is quoted.
  let textShared: Double
  /// The share of the words that is shared narration, with the same doubt.
  let reporting: Double
  /// The share of the words that is quoted in common and not widespread, with the same doubt.
  let privatelyQuoted: Double
  /// The number of words that are no boilerplate.
  let words: Double
  /// The number of words that are quoted in common.
  let quotedWords: Double
  /// The number of quoted words that the other document lacks.
  let ownQuotedWords: Double
  /// The words of the longest stretch of narration that the other document lacks; quotations and
  /// boilerplate neither count nor end it.
  let ownStretch: Double
  /// The share of the first sentence of narration that is shared.
  let firstSentence: Double

  /// What is added to the words of a text, so that a brief of thirty words is not taken for a copy
  /// for the eight it shares.
  private static let doubt = 20.0

  /// Counts the words of a document, given the kinds of those that are shared.
  init(_ reading: Reading, _ kinds: [Passage.Kind?]) {
    var all = 0.0
    var reported = 0.0
    var quoted = 0.0
    var publiclyQuoted = 0.0
    var quotedAlone = 0.0
    var stretch = 0.0
    var longestStretch = 0.0
    for (kind, flags) in zip(kinds, reading.flags) where !flags.contains(.boilerplate) {
      switch kind {
      case .boilerplate: continue
      case .narrative:
        reported += 1
        stretch = 0
      case .quotation:
        quoted += 1
        if flags.contains(.widespread) { publiclyQuoted += 1 }
      case nil where flags.contains(.quoted): quotedAlone += 1
      case nil:
        stretch += 1
        longestStretch = max(longestStretch, stretch)
      }
      all += 1
    }
    coverage = (reported + quoted) / max(1, all)
    textShared = (reported + quoted - publiclyQuoted) / (all + Self.doubt)
    reporting = reported / (Double(reading.count) + Self.doubt)
    privatelyQuoted = (quoted - publiclyQuoted) / (all + Self.doubt)
    words = all
    quotedWords = quoted
    ownQuotedWords = quotedAlone
    ownStretch = longestStretch
    firstSentence = Self.firstSentence(reading, kinds)
  }

  /// The least words of a sentence that is no credit or place name.
  private static let leastSentence = 4

  private static func firstSentence(_ reading: Reading, _ kinds: [Passage.Kind?]) -> Double {
    for sentence in reading.sentences {
      var (all, quoted, shared) = (0, 0, 0)
      for word in sentence where !reading.flags[word].contains(.boilerplate) {
        all += 1
        quoted += reading.flags[word].contains(.quoted) ? 1 : 0
        shared += kinds[word] == .narrative || kinds[word] == .quotation ? 1 : 0
      }
      if all >= leastSentence, quoted * 2 <= all { return Double(shared) / Double(all) }
    }
    return 0
  }
}
