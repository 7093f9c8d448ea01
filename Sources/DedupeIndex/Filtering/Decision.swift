import NearDuplicates

/// What is decided about a record: it joins a cluster, or starts one of its own.
enum Decision {
  case joins(Joining)
  /// With the match that did not suffice to join, where there is one.
  case starts(despite: Doubt?)

  /// A match that does not suffice.
  enum Doubt {
    /// With a loose member of a cluster.
    case looseMember(Ordinal)
    /// With one copy of a report, where the first, or the other copies, don't bear witness.
    case unwitnessed(Ordinal)
  }

  /// How a record joins a cluster.
  struct Joining {
    /// The match through which it joins.
    var match: Judgement
    /// The first member of the cluster.
    var cluster: Ordinal
    var clusterName: UInt64
    /// Whether later records may join through this one.
    var isCore: Bool
  }
}
