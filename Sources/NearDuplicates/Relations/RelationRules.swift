/// Names the relation of two documents from what they show and the score made of it.
///
/// A score of at least one half says that both carry the same report; the relation then says in
/// which way. Below, it says what else they share.
package enum RelationRules {
  /// The score from which two documents carry the same report.
  static let sameReport = 0.5
  /// Days within which a house still edits an article.
  package static let versionDays = 3
  /// The share of both texts from which a copy is a reprint, of the shorter an excerpt.
  private static let copiedShare = 0.5
  /// The share of a text from which its house has edited it rather than written it anew.
  private static let editedShare = 0.2
  /// Words in common below which documents share nothing worth a name.
  private static let leastWords = 8
  /// Words of narration in common from which a match is partial: one sentence.
  private static let sentenceWords = 12

  /// The relation, or nil where the documents share nothing that makes one.
  static func relation(of evidence: PairEvidence, score: Double, words: SharedWords) -> Relation? {
    if evidence.isTemplate { return .template }
    return score >= sameReport ? copyRelation(evidence) : looseRelation(words)
  }

  /// The relation of two documents of which the Jaccard similarity is known and no more, or nil
  /// where they have no shingle in common.
  ///
  /// What the preset `corpus` asks of a copy leaves two relations: it covers most of both texts.
  /// Forms filled anew count as copies.
  static func relation(
    ofJaccard score: Double, isIdentical: Bool, isOneHouse: Bool, daysApart: Int?
  ) -> Relation? {
    if isIdentical { return .identical }
    if score < sameReport { return score > 0 ? .partial : nil }
    return isOneHouse && daysApart ?? 0 <= versionDays ? .version : .reprint
  }

  private static func copyRelation(_ evidence: PairEvidence) -> Relation {
    if isVersion(evidence) { return .version }
    if evidence.coverageSmaller >= copiedShare { return .reprint }
    return evidence.coverageLarger >= copiedShare ? .excerpt : .rewrite
  }

  /// Whether one house edited a text of its own within days.
  private static func isVersion(_ evidence: PairEvidence) -> Bool {
    let isRecent = evidence.dateIsUnknown == 1 || evidence.daysApart <= Double(versionDays)
    return evidence.sameHouse == 1 && isRecent && evidence.coverageLarger >= editedShare
  }

  /// What documents share that do not carry the same report: the kind that most of it is of, but
  /// a sentence of reporting counts before quotations of the same length.
  private static func looseRelation(_ words: SharedWords) -> Relation? {
    guard words.all >= leastWords else { return nil }
    if words.boilerplate * 2 >= words.all { return .boilerplate }
    if words.narrative >= sentenceWords, words.narrative >= words.quoted { return .partial }
    return words.quoted > 0 ? .quotes : words.narrative >= sentenceWords ? .partial : nil
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
