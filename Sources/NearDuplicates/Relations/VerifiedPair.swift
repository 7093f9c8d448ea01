/// What came of one candidate.
struct VerifiedPair: Sendable {
  /// The two documents, in canonical order.
  var pair: PairKey
  /// How the two are related, or nil where they share nothing that makes a relation.
  var relation: Relation?
  /// The confidence that both carry the same report.
  var score: Double
  /// Whether the words that both share are enough for the same report.
  var isCopied: Bool
  /// What the texts share, where it was asked for.
  var details: Details?

  /// What a record tells of a pair.
  struct Details: Sendable {
    /// What the two texts share.
    var measures: Measures
    /// The stretches the two texts share.
    var passages: [Passage]
  }
}

extension Double {
  /// A score as it is given and compared with thresholds: to four decimals.
  package var roundedScore: Double { (self * 10_000).rounded() / 10_000 }
}

extension Verifier {
  /// Verifies a pair and adds the details where the relation calls for them.
  mutating func verify(
    _ pair: PairKey, _ a: ReadDocument, _ b: ReadDocument, details: (Relation, Double) -> Bool
  ) -> VerifiedPair {
    let verdict = verdict(a, b)
    var verified = VerifiedPair(
      pair: pair, relation: verdict.relation, score: verdict.score, isCopied: verdict.isCopied,
      details: nil)
    if let relation = verdict.relation, details(relation, verdict.score) {
      verified.details = VerifiedPair.Details(
        measures: measures(a, b, verdict), passages: passages(a, b, verdict))
    }
    return verified
  }
}
