import DedupeFormats
import NearDuplicates

/// The machine-readable forms of a scan.
///
/// `jsonl` and `csv` have the document record for each document in input order. `json` is one
/// object:
///
///     {"statistics": {"documents", "documents_without_words", "clusters", "clustered",
///                     "candidates", "verified"},
///      "profile":    {"fingerprint", "documents"},   null where none was needed
///      "clusters":   [{"id", "size", "representative", "first_date", "last_date",
///                      "members": [id, …],
///                      "provenance": {"source", "agency", "confidence", "evidence": [text, …]}},
///                     …],
///      "documents":  [document record, …],
///      "near_misses":[{"id", "closest", "relation", "score"}, …],
///      "matches":    [match record, …]}       only where matches were asked for
struct ScanRecords: Sendable {
  let collection: any DocumentList
  let deduplication: Deduplication
  private let encoder: RecordEncoder
  private let settings: Settings

  init(_ collection: any DocumentList, _ deduplication: Deduplication, settings: Settings) {
    self.collection = collection
    self.settings = settings
    self.deduplication = deduplication
    encoder = RecordEncoder(collection, deduplication)
  }

  /// The document records as JSON Lines.
  var jsonLines: RecordPieces {
    RecordPieces(count: collection.count, tasks: settings.threads) { range in
      var writer = JSONWriter()
      for index in range {
        encoder.writeDocument(index, to: &writer)
        writer.endLine()
      }
      return writer.bytes
    }
  }

  /// The document records as comma-separated values.
  var commaSeparated: RecordPieces {
    var header = CSVWriter()
    header.header(RecordEncoder.documentColumns)
    return RecordPieces(count: collection.count, head: header.bytes, tasks: settings.threads) {
      range in
      var writer = CSVWriter()
      for index in range { encoder.writeDocument(index, to: &writer) }
      return writer.bytes
    }
  }

  /// The match records as JSON Lines.
  var matches: RecordPieces {
    RecordPieces(count: deduplication.matches.count, tasks: settings.threads) { range in
      var writer = JSONWriter()
      for match in deduplication.matches[range] {
        encoder.writeMatch(match, to: &writer)
        writer.endLine()
      }
      return writer.bytes
    }
  }

  // MARK: - One object

  /// The whole result as one object.
  func object(withMatches: Bool) async -> [UInt8] {
    let clusters = await clusters
    var writer = JSONWriter()
    writer.object { object in
      object.key("statistics")
      object.object(writeStatistics)
      object.key("profile")
      writeProfile(to: &object)
      object.key("clusters")
      object.array { array in for piece in clusters { array.raw(utf8: piece) } }
      writeDocuments(to: &object)
      if withMatches {
        object.key("matches")
        object.array { for match in deduplication.matches { encoder.writeMatch(match, to: &$0) } }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  /// The profile by which pairs were judged; null where none was given and none is learned.
  private func writeProfile(to writer: inout JSONWriter) {
    let profile = deduplication.profile
    guard settings.preset != .corpus || profile != .empty else {
      return writer.null()
    }
    writer.object {
      $0.field("fingerprint", profile.fingerprint)
      $0.field("documents", profile.documents)
    }
  }

  private func writeStatistics(to writer: inout JSONWriter) {
    let statistics = deduplication.statistics
    writer.field("documents", collection.count)
    writer.field("documents_without_words", statistics.documentsWithoutWords)
    writer.field("clusters", deduplication.clusters.count)
    writer.field("clustered", deduplication.clusters.reduce(0) { $0 + $1.members.count })
    writer.field("candidates", statistics.candidates)
    writer.field("verified", statistics.verified)
  }

  /// How many clusters a task writes at a time; of each so many it reads some outlets' names anew.
  private static let clustersAtATime = 128

  /// The clusters, some of them a piece, made on all threads: to weigh where a cluster has its report
  /// from, its texts are read again.
  private var clusters: [[UInt8]] {
    get async {
      let clusters = deduplication.clusters
      let batches = stride(from: 0, to: clusters.count, by: Self.clustersAtATime).map {
        clusters[$0..<min($0 + Self.clustersAtATime, clusters.count)]
      }
      let profile = deduplication.profile
      return await mapInOrder(batches, tasks: settings.threads) { batch in
        var reader = ProvenanceReader(profile: profile)
        var writer = JSONWriter()
        for cluster in batch {
          let provenance = reader.provenance(of: cluster) { collection[$0] }
          writer.object { write(cluster, provenance, to: &$0) }
        }
        return writer.bytes
      }
    }
  }

  private func write(
    _ cluster: Cluster, _ provenance: Provenance, to writer: inout JSONWriter
  ) {
    let dates = cluster.members.compactMap { collection.date(of: $0) }
    writer.field("id", cluster.id)
    writer.field("size", cluster.members.count)
    encoder.writeID("representative", cluster.representative, &writer)
    writer.field("first_date", dates.min()?.description)
    writer.field("last_date", dates.max()?.description)
    writer.key("members")
    writer.array { array in
      for member in cluster.members { collection.writeID(member, to: &array) }
    }
    writer.key("provenance")
    writer.object { write(provenance, to: &$0) }
  }

  /// The source is a member's id or null, the agency a name or null; where nothing speaks for
  /// anyone, both are null.
  private func write(_ provenance: Provenance, to writer: inout JSONWriter) {
    var (source, agency): (Int?, String?) = (nil, nil)
    switch provenance.origin {
    case .member(let index): source = index
    case .agency(let name): agency = name
    case .unknown: break
    }
    encoder.writeID("source", source, &writer)
    writer.field("agency", agency)
    writer.field("confidence", provenance.confidence)
    writer.key("evidence")
    writer.array { array in for phrase in provenance.evidence { array.value(phrase) } }
  }

  private func writeDocuments(to writer: inout JSONWriter) {
    writer.key("documents")
    writer.array { array in
      for index in 0..<collection.count { encoder.writeDocument(index, to: &array) }
    }
    writer.key("near_misses")
    writer.array { array in
      for miss in deduplication.nearMisses { array.object { write(miss, to: &$0) } }
    }
  }

  private func write(_ miss: Deduplication.NearMiss, to writer: inout JSONWriter) {
    encoder.writeID("id", miss.document, &writer)
    encoder.writeID("closest", miss.other, &writer)
    writer.field("relation", miss.relation?.rawValue)
    writer.field("score", miss.score)
  }
}
