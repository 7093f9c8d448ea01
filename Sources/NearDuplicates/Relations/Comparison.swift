/// A piece of evidence and how far it moved the score.
public struct Evidence: Sendable, Equatable {
  /// What was looked at, in words for a reader: "share of the shorter text's own narration".
  public var name: String
  /// The value that was measured.
  public var value: Double
  /// How far it moved the score on the logit scale: above 0 towards the same report.
  public var effect: Double

  /// Creates a piece of evidence.
  public init(name: String, value: Double, effect: Double) {
    self.name = name
    self.value = value
    self.effect = effect
  }
}

/// Everything that is known about one pair of documents.
public struct Comparison: Sendable {
  /// How the two are related, or nil where they share nothing that makes a relation.
  public var relation: Relation?
  /// The confidence that both carry the same report, 0 to 1, rounded to 4 decimals.
  public var score: Double
  /// What the two texts share.
  public var measures: Measures
  /// The stretches the two texts share, in the order of the earlier document.
  public var passages: [Passage]
  /// The paragraphs of the earlier document, as UTF-8 ranges of its text.
  public var paragraphsOfA: [Range<Int>]
  /// The paragraphs of the later document, as UTF-8 ranges of its text.
  public var paragraphsOfB: [Range<Int>]
  /// Which paragraph answers which, in the order of the earlier document.
  public var links: [ParagraphLink]
  /// What moved the score, strongest first.
  public var evidence: [Evidence]

  /// Creates a comparison.
  public init(
    relation: Relation?, score: Double, measures: Measures, passages: [Passage],
    paragraphsOfA: [Range<Int>], paragraphsOfB: [Range<Int>], links: [ParagraphLink],
    evidence: [Evidence]
  ) {
    self.relation = relation
    self.score = score
    self.measures = measures
    self.passages = passages
    self.paragraphsOfA = paragraphsOfA
    self.paragraphsOfB = paragraphsOfB
    self.links = links
    self.evidence = evidence
  }
}
