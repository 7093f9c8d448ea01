import NearDuplicates

/// Why two articles got their relation, in words for a stranger: what is the same, and what the
/// score rests on.
struct Reason: Sendable {
  let pair: MarkedPair

  private var comparison: Comparison { pair.comparison }

  /// All that speaks for the relation and against it.
  ///
  ///     the same report in other words. Word for word the same: 3 passages, 61 of the 480 words
  ///     of the shorter text (none of them quoted), … For one report: … Against one report: …
  var sentences: String {
    sentences([shared, answered, comparison.relation == .identical ? nil : supporting, against])
  }

  /// Why the two are no cluster: what they share, and what speaks against one report.
  var sentencesApart: String { sentences([shared, anythingAgainst]) }

  private func sentences(_ parts: [String?]) -> String {
    // Measures of nothing are no evidence for anything.
    if pair.wordsOfShorter == 0 { return "a text without words has nothing to compare." }
    let all = [Self.meaning(of: comparison.relation)] + parts.compactMap(\.self)
    return all.joined(separator: ". ") + "."
  }

  /// What a relation, or none, says about two articles.
  static func meaning(of relation: Relation?) -> String {
    relation?.meaning ?? "they share too little to be related"
  }

  // MARK: - What is the same

  private var shared: String {
    let measures = comparison.measures
    guard measures.sharedWords > 0 else { return "No passage is the same word for word" }
    let passages = comparison.passages.count.counted("passage")
    let total = max(pair.wordsOfShorter, measures.sharedWords).grouped
    return "Word for word the same: \(passages), \(measures.sharedWords.grouped) of the "
      + "\(total) words of the shorter text (\(kinds)), "
      + "the longest run \(measures.longestRun.counted("word"))"
  }

  private var kinds: String {
    let measures = comparison.measures
    let others = [(measures.quotedWords, "quoted"), (measures.boilerplateWords, "page furniture")]
      .filter { $0.0 > 0 }
      .map { "\($0.0 == measures.sharedWords ? "all" : "\($0.0.grouped) of them") \($0.1)" }
    return others.isEmpty ? "none of them quoted" : others.joined(separator: ", ")
  }

  /// How many paragraphs of the shorter text the longer one answers.
  private var answered: String? {
    guard comparison.relation != .identical else { return nil }
    let isEarlier = pair.earlier.text.utf8.count < pair.later.text.utf8.count
    let links = comparison.links.filter { $0.certainty >= 0.5 }
    let count = Set(links.map { isEarlier ? $0.a : $0.b }).count
    let total = pair.paragraphs(of: isEarlier ? .earlier : .later).count
    guard total > 0, count > 0 else { return nil }
    return (count == total ? "All" : "\(count) of the \(total)")
      + " paragraphs of the shorter text say what the other says"
  }

  // MARK: - What the score rests on

  /// Effects below this, on the logit scale, move a score of one half by under four points.
  private static let leastEffect = 0.15
  /// Reasons that a reader keeps in mind.
  private static let mostReasons = 2

  private var supporting: String? {
    reasons { $0.effect >= Self.leastEffect }.map { "For one report: \($0)" }
  }

  private var against: String? {
    guard comparison.relation != .identical else { return nil }
    return reasons { $0.effect <= -Self.leastEffect }.map { "Against one report: \($0)" }
  }

  /// Who was kept apart is told the strongest reasons, however weak they are.
  private var anythingAgainst: String? {
    reasons { $0.effect < 0 }.map { "Against one report: \($0)" }
  }

  /// The strongest pieces of evidence that pass a test.
  private func reasons(_ passes: (Evidence) -> Bool) -> String? {
    let phrases = comparison.evidence.filter(passes).compactMap(\.phrase)
    return phrases.isEmpty
      ? nil : phrases.prefix(Self.mostReasons).joined(separator: ", and ")
  }
}
