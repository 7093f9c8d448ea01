import NearDuplicates

/// One sentence on why two articles got their relation, made from what was measured.
struct Reason: Sendable {
  let pair: MarkedPair

  /// The sentence: "the same report in other words: 3 passages (61 of 480 words) are word for
  /// word the same, none of them quoted; …".
  var sentence: String {
    let parts = [shared, answered, strongestEvidence].compactMap(\.self)
    let meaning = pair.comparison.relation?.meaning ?? "nothing that makes a relation is shared"
    return meaning + (parts.isEmpty ? "" : ": " + parts.joined(separator: "; "))
  }

  private var shared: String? {
    let measures = pair.comparison.measures
    guard measures.sharedWords > 0 else { return "no passage is shared word for word" }
    let passages = pair.comparison.passages.count.counted("passage")
    let total = max(pair.wordsOfShorter, measures.sharedWords).grouped
    return "\(passages) shared, \(measures.sharedWords.grouped) of the \(total) words of the "
      + "shorter text, \(kinds), the longest run \(measures.longestRun.counted("word"))"
  }

  private var kinds: String {
    let measures = pair.comparison.measures
    let others = [(measures.quotedWords, "quoted"), (measures.boilerplateWords, "page furniture")]
      .filter { $0.0 > 0 }
      .map { "\($0.0.grouped) \($0.1)" }
    return others.isEmpty ? "none of them quoted" : others.joined(separator: " and ")
  }

  /// How many paragraphs of the shorter text the longer one answers.
  private var answered: String? {
    let isEarlier = pair.earlier.text.utf8.count < pair.later.text.utf8.count
    let links = pair.comparison.links.filter { $0.certainty >= 0.5 }
    let count = Set(links.map { isEarlier ? $0.a : $0.b }).count
    let total = pair.paragraphs(of: isEarlier ? .earlier : .later).count
    guard total > 0, count > 0 else { return nil }
    return count == total
      ? "all its paragraphs are answered" : "\(count) of its \(total) paragraphs answered"
  }

  private var strongestEvidence: String? {
    // Equal texts need no weighing.
    guard pair.comparison.relation != .identical,
      let strongest = pair.comparison.evidence.first(where: { $0.effect > 0 })
    else { return nil }
    return "weighed most: \(strongest.name)"
  }
}
