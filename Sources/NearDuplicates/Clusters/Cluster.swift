/// Documents that carry the same report.
public struct Cluster: Sendable, Equatable {
  /// A name made from the content of the representative: 16 hexadecimal digits, the same in
  /// every run.
  public var id: String
  /// The indices of the members: by date, then by id.
  public var members: [Int]
  /// The index of the member that stands for all: the earliest by date, then the one that most
  /// of the others match best, then the first by id.
  public var representative: Int

  /// Creates a cluster.
  public init(id: String, members: [Int], representative: Int) {
    self.id = id
    self.members = members
    self.representative = representative
  }
}

/// Where one document ended up.
public struct Placement: Sendable, Equatable {
  /// Through which match a document joined its cluster.
  public struct Link: Sendable, Equatable {
    /// The index of the member through whose match the document joined.
    public var of: Int
    /// The relation of that match.
    public var relation: Relation
    /// The score of that match.
    public var score: Double

    /// Creates a link.
    public init(of: Int, relation: Relation, score: Double) {
      self.of = of
      self.relation = relation
      self.score = score
    }
  }

  /// The index of the document's cluster, or nil where it stands alone.
  public var cluster: Int?
  /// How it joined; nil for a representative and for a document that stands alone.
  public var link: Link?

  /// Creates a placement.
  public init(cluster: Int? = nil, link: Link? = nil) {
    self.cluster = cluster
    self.link = link
  }
}
