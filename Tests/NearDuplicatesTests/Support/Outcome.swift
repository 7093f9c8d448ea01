import NearDuplicates

/// A result by the ids of the documents, as it is for any order of the input.
struct Outcome: Equatable {
  /// A document and how it joined its cluster.
  struct Place: Equatable {
    var cluster: String?
    var of: String?
    var relation: Relation?
    var score: Double?
  }

  /// The clusters: ids of the members, the representative's first.
  var clusters: [[String]]
  var places: [String: Place]

  init(_ result: Deduplication, _ documents: [Document]) {
    clusters = result.clusters.map { cluster in
      let others = cluster.members.filter { $0 != cluster.representative }
      return ([cluster.representative] + others).map { documents[$0].id }
    }
    places = [:]
    for (document, placement) in zip(documents, result.placements) {
      places[document.id] = Place(
        cluster: placement.cluster.map { result.clusters[$0].id },
        of: placement.link.map { documents[$0.of].id }, relation: placement.link?.relation,
        score: placement.link?.score)
    }
  }

  /// The members of each cluster in order of their ids, cluster after cluster.
  var sets: [[String]] {
    clusters.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }
  }
}

extension Deduplicator {
  /// What becomes of documents, by their ids.
  func outcome(_ documents: [Document]) async -> Outcome {
    Outcome(await deduplicate(documents), documents)
  }
}
