/// Names the relation of two documents from what they show and the score made of it.
///
/// A score of at least one half says that both carry the same report; the relation then says in
/// which way. Below, it says what else they share.
enum RelationRules {
  /// The score from which two documents carry the same report.
  static let sameReport = 0.5
  /// Days within which a house still edits an article.
  private static let versionDays = 3.0
  /// The share of both texts from which a copy is a reprint, of the shorter an excerpt.
  private static let copiedShare = 0.5
  /// Words in common below which documents share nothing worth a name.
  private static let leastWords = 8
  /// Words of narration in common from which a match is partial: one sentence.
  private static let sentenceWords = 12

  /// The relation, or nil where the documents share nothing that makes one.
  static func relation(of evidence: PairEvidence, score: Double, words: SharedWords) -> Relation? {
    score >= sameReport ? copyRelation(evidence) : looseRelation(evidence, words)
  }

  private static func copyRelation(_ evidence: PairEvidence) -> Relation {
    let isRecent = evidence.dateIsUnknown == 1 || evidence.daysApart <= versionDays
    if evidence.sameHouse == 1, isRecent { return .version }
    if evidence.coverageSmaller >= copiedShare { return .reprint }
    return evidence.coverageLarger >= copiedShare ? .excerpt : .rewrite
  }

  private static func looseRelation(_ evidence: PairEvidence, _ words: SharedWords) -> Relation? {
    guard words.all >= leastWords else { return nil }
    if isTemplate(evidence) { return .template }
    if words.boilerplate * 2 >= words.all { return .boilerplate }
    if words.narrative >= sentenceWords, words.narrative >= words.quoted { return .partial }
    if words.quoted >= words.boilerplate, words.quoted > 0 { return .quotes }
    return words.narrative >= sentenceWords ? .partial : words.boilerplate > 0 ? .boilerplate : nil
  }

  /// The same form with new figures: much of both texts agrees, and the figures do not.
  private static func isTemplate(_ evidence: PairEvidence) -> Bool {
    evidence.coverageSmaller >= 0.3 && evidence.figureShare < 0.5 && evidence.daysApart >= 1
  }
}

/// Words of the shorter text that are shared, by kind.
struct SharedWords: Equatable {
  var narrative = 0
  var quoted = 0
  var boilerplate = 0

  /// Counts the shared words of one text.
  init(_ kinds: [Passage.Kind?]) {
    for case let kind? in kinds {
      switch kind {
      case .narrative: narrative += 1
      case .quotation: quoted += 1
      case .boilerplate: boilerplate += 1
      }
    }
  }

  /// All shared words.
  var all: Int { narrative + quoted + boilerplate }
}
