extension Deduplicator {
  /// Weighs where the members of a cluster have their report from.
  ///
  /// Of a large cluster the 50 earliest members are looked at.
  ///
  /// - Parameters:
  ///   - cluster: a cluster of the documents.
  ///   - documents: the collection that was clustered.
  /// - Returns: who is most likely the source, how surely and why.
  public func provenance(of cluster: Cluster, in documents: [Document]) -> Provenance {
    provenance(of: cluster) { documents[$0] }
  }

  /// The same of a collection that is not held in memory.
  package func provenance(of cluster: Cluster, in document: (Int) -> Document) -> Provenance {
    var reader = ProvenanceReader(profile: profile ?? .empty)
    return reader.provenance(of: cluster, in: document)
  }
}
