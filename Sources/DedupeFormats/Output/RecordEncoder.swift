import NearDuplicates

/// Writes the records of `Documentation/Records.md`: one for each document, one for each match.
package struct RecordEncoder {
  private let collection: any DocumentList
  private let clusters: [Cluster]
  private let placements: [Placement]

  /// Creates an encoder of what became of a collection.
  package init(_ collection: any DocumentList, _ deduplication: Deduplication) {
    self.init(
      collection, clusters: deduplication.clusters, placements: deduplication.placements)
  }

  /// Creates an encoder of clusters and of where each document ended up.
  package init(
    _ collection: any DocumentList, clusters: [Cluster], placements: [Placement]
  ) {
    self.collection = collection
    self.clusters = clusters
    self.placements = placements
  }

  /// The columns of the document record.
  package static let documentColumns = [
    "id", "cluster", "size", "representative", "relation", "of", "score",
  ]

  // MARK: Documents

  /// Writes what became of a document, as a JSON object.
  package func writeDocument(_ index: Int, to writer: inout JSONWriter) {
    let place = Place(index, placements[index], in: clusters)
    writer.object {
      writeID("id", index, &$0)
      $0.field("cluster", place.cluster?.id)
      $0.field("size", place.size)
      $0.field("representative", place.isRepresentative)
      $0.field("relation", place.link?.relation.rawValue)
      writeID("of", place.link?.of, &$0)
      $0.field("score", place.link?.score)
    }
  }

  /// Writes what became of a document, as a line of CSV.
  package func writeDocument(_ index: Int, to writer: inout CSVWriter) {
    let place = Place(index, placements[index], in: clusters)
    writer.cell(collection.id(of: index))
    writer.cell(place.cluster?.id)
    writer.cell(place.size)
    writer.cell(place.isRepresentative)
    writer.cell(place.link?.relation.rawValue)
    writer.cell(place.link.map { collection.id(of: $0.of) })
    writer.cell(place.link?.score)
    writer.endLine()
  }

  // MARK: Matches

  /// Writes a match, as a JSON object.
  package func writeMatch(_ match: Match, to writer: inout JSONWriter) {
    writer.object {
      writeID("a", match.a, &$0)
      writeID("b", match.b, &$0)
      $0.field("relation", match.relation.rawValue)
      $0.field("score", match.score)
      fields(of: match).write(to: &$0)
    }
  }

  private func fields(of match: Match) -> MatchFields {
    MatchFields(
      measures: match.measures, passages: match.passages,
      texts: (collection.document(match.a).text, collection.document(match.b).text))
  }

  // MARK: Ids

  /// Writes a field with a document's id, a number where it was one, or null.
  package func writeID(_ name: StaticString, _ index: Int?, _ writer: inout JSONWriter) {
    writer.key(name)
    guard let index else { return writer.null() }
    collection.writeID(index, to: &writer)
  }
}

extension DocumentList {
  /// Writes a document's id, a number where it was one.
  package func writeID(_ index: Int, to writer: inout JSONWriter) {
    let id = id(of: index)
    if hasNumericID(index) { writer.raw(id) } else { writer.value(id) }
  }
}

/// Where a document ended up, with its cluster looked up.
private struct Place {
  var cluster: Cluster?
  var link: Placement.Link?
  var isRepresentative: Bool

  var size: Int { cluster?.members.count ?? 1 }

  init(_ index: Int, _ placement: Placement, in clusters: [Cluster]) {
    cluster = placement.cluster.map { clusters[$0] }
    link = placement.link
    isRepresentative = cluster.map { $0.representative == index } ?? true
  }
}
