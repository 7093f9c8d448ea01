/// Reads the members of clusters and weighs where they have their report from, in memory that serves
/// cluster after cluster; each task has its own.
package struct ProvenanceReader {
  private var reader: TextReader
  /// The outlets of the sources that were met, each read once.
  private var outlets: [String: Outlet] = [:]
  private var table = DistinctTable()

  /// The members of a cluster that are looked at: the earliest, among whom the source is.
  private static let mostMembers = 50
  /// Outlets that are kept at a time: some 1 MB.
  private static let mostOutlets = 4096

  /// Creates a reader of texts by a profile.
  package init(profile: Profile) { reader = TextReader(profile: profile) }

  /// Weighs where the members of a cluster have their report from; of a large one the earliest 50
  /// are looked at, each document once.
  package mutating func provenance(
    of cluster: Cluster, in document: (Int) -> Document
  ) -> Provenance {
    let members = cluster.members.prefix(Self.mostMembers).map { member(document($0), $0) }
    return Provenance(of: members, comparing: &table)
  }

  private mutating func member(_ document: Document, _ index: Int) -> ClusterMember {
    let outlet = outlet(of: document.source ?? "")
    return ClusterMember(index, document, outlet: outlet, reader: &reader)
  }

  private mutating func outlet(of source: String) -> Outlet {
    if let outlet = outlets[source] { return outlet }
    if outlets.count >= Self.mostOutlets { outlets.removeAll(keepingCapacity: true) }
    let outlet = Outlet(source, reader: &reader)
    outlets[source] = outlet
    return outlet
  }
}
