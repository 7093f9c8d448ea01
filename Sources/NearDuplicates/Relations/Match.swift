/// What two texts share, as counted on the texts themselves.
public struct Measures: Sendable, Equatable {
  /// The Jaccard similarity of the sets of 5-word shingles, 0 to 1.
  public var jaccard: Double
  /// The share of a's 5-word shingles that b has, 0 to 1.
  public var containmentA: Double
  /// The share of b's 5-word shingles that a has, 0 to 1.
  public var containmentB: Double
  /// Words of the shorter text that lie inside passages.
  public var sharedWords: Int
  /// Those of ``sharedWords`` that are the outlet's own reporting.
  public var narrativeWords: Int
  /// Those of ``sharedWords`` that people said or published.
  public var quotedWords: Int
  /// Those of ``sharedWords`` that are page furniture or standing text.
  public var boilerplateWords: Int
  /// Words of the longest verbatim run.
  public var longestRun: Int
  /// Whole days between the two dates, or nil where one is unknown.
  public var daysApart: Int?

  /// Creates measures.
  public init(
    jaccard: Double = 0, containmentA: Double = 0, containmentB: Double = 0,
    sharedWords: Int = 0, narrativeWords: Int = 0, quotedWords: Int = 0,
    boilerplateWords: Int = 0, longestRun: Int = 0, daysApart: Int? = nil
  ) {
    self.jaccard = jaccard
    self.containmentA = containmentA
    self.containmentB = containmentB
    self.sharedWords = sharedWords
    self.narrativeWords = narrativeWords
    self.quotedWords = quotedWords
    self.boilerplateWords = boilerplateWords
    self.longestRun = longestRun
    self.daysApart = daysApart
  }
}

/// A verified pair of documents.
public struct Match: Sendable, Equatable {
  /// The index of the earlier document: by date, else by id.
  public var a: Int
  /// The index of the later document.
  public var b: Int
  /// How the two are related.
  public var relation: Relation
  /// The confidence that both carry the same report, 0 to 1, rounded to 4 decimals.
  public var score: Double
  /// What the two texts share.
  public var measures: Measures
  /// The stretches the two texts share, in the order of the earlier document.
  public var passages: [Passage]

  /// Creates a match.
  public init(
    a: Int, b: Int, relation: Relation, score: Double, measures: Measures, passages: [Passage]
  ) {
    self.a = a
    self.b = b
    self.relation = relation
    self.score = score
    self.measures = measures
    self.passages = passages
  }
}
