/// What became of a collection.
///
/// All indices are those of the documents as they were given.
public struct Deduplication: Sendable {
  /// The closest a lone document came to another.
  public struct NearMiss: Sendable, Equatable {
    /// The index of the lone document.
    public var document: Int
    /// The index of the document it came closest to.
    public var other: Int
    /// How the two are related, or nil where they share nothing that makes a relation.
    public var relation: Relation?
    /// The score of the pair, 0 to 1.
    public var score: Double

    /// Creates a near miss.
    public init(document: Int, other: Int, relation: Relation?, score: Double) {
      self.document = document
      self.other = other
      self.relation = relation
      self.score = score
    }
  }

  /// How much work the run was.
  public struct Statistics: Sendable, Equatable {
    /// Documents without a single word; they stand alone.
    public var documentsWithoutWords = 0
    /// Pairs that any channel proposed.
    public var candidates = 0
    /// Candidates whose texts were compared.
    public var verified = 0

    /// Creates statistics of a run that did nothing.
    public init() {}
  }

  /// The clusters of two and more documents: by date of the representative, then by its id.
  public var clusters: [Cluster]
  /// Where each document ended up.
  public var placements: [Placement]
  /// The verified pairs that ``Settings/listing`` asks for, by `a`, then by `b`, in time order; with
  /// the preset `corpus` none for its clusters alone, which need no passages.
  public var matches: [Match]
  /// The closest other document of each document that stands alone, where one was looked at.
  public var nearMisses: [NearMiss]
  /// What was learned of the collection, or was given; with the preset `corpus`, which needs none,
  /// the empty one where none was given.
  public var profile: Profile
  /// How much work the run was.
  public var statistics: Statistics
}

/// How far a run has come, for a progress bar.
public struct Progress: Sendable, Equatable {
  /// The stages of a run, in their order.
  public enum Stage: String, Sendable, CaseIterable {
    /// Texts are read, tokenised and sketched.
    case reading
    /// Candidate pairs are gathered.
    case pairing
    /// Candidates are verified on their texts.
    case verifying
  }

  /// The stage that is under way.
  public var stage: Stage
  /// Units of work that are done.
  public var done: Int
  /// Units of work in all.
  public var total: Int

  /// Creates a state of progress.
  public init(stage: Stage, done: Int, total: Int) {
    self.stage = stage
    self.done = done
    self.total = total
  }
}
