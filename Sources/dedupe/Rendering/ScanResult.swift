import DedupeFormats
import NearDuplicates

/// What a scan read and found, as every form of its report needs it.
struct ScanResult: Sendable {
  let documents: any DocumentList
  let deduplication: Deduplication
  let settings: Settings
  /// Compares two documents, the earlier first.
  let compare: @Sendable (Document, Document) -> Comparison
  /// Weighs where the members of a cluster have their report from.
  let provenance: @Sendable (Cluster) -> Provenance

  init(
    documents: [Document], deduplication: Deduplication, settings: Settings,
    compare: @escaping @Sendable (Document, Document) -> Comparison,
    provenance: @escaping @Sendable (Cluster) -> Provenance
  ) {
    self.documents = LoadedCollection(documents: documents)
    self.deduplication = deduplication
    self.settings = settings
    self.compare = compare
    self.provenance = provenance
  }

  /// A scan whose pairs are compared with its settings and the profile it ended with.
  init(documents: any DocumentList, deduplication: Deduplication, settings: Settings) {
    let deduplicator = Deduplicator(settings: settings, profile: deduplication.profile)
    self.documents = documents
    self.deduplication = deduplication
    self.settings = settings
    compare = { deduplicator.compare($0, $1) }
    provenance = { deduplicator.provenance(of: $0) { documents[$0] } }
  }

  /// The clusters for a reader: the largest first, then in their own order.
  var clustersBySize: [Cluster] {
    deduplication.clusters.enumerated()
      .sorted { left, right in
        let sizes = (left.element.members.count, right.element.members.count)
        return sizes.0 == sizes.1 ? left.offset < right.offset : sizes.0 > sizes.1
      }
      .map(\.element)
  }

  /// The documents that are in no cluster, in input order.
  var alone: [Int] {
    (0..<documents.count).filter { deduplication.placements[$0].cluster == nil }
  }

  /// How the members of a cluster joined it.
  func links(of cluster: Cluster) -> [Placement.Link] {
    cluster.members.compactMap { deduplication.placements[$0].link }
  }

  /// Compares two members of a cluster word by word; the first by time comes first.
  func pair(_ first: Int, _ second: Int, in cluster: Cluster) -> MarkedPair {
    let isInOrder = cluster.members.first { $0 == first || $0 == second } == first
    return isInOrder ? pair(inOrder: first, second) : pair(inOrder: second, first)
  }

  /// Compares any two documents word by word; the earlier comes first.
  func pair(_ first: Int, _ second: Int) -> MarkedPair {
    documents[second].precedes(documents[first])
      ? pair(inOrder: second, first) : pair(inOrder: first, second)
  }

  private func pair(inOrder first: Int, _ second: Int) -> MarkedPair {
    let (earlier, later) = (documents[first], documents[second])
    return MarkedPair(earlier, later, comparison: compare(earlier, later))
  }
}
