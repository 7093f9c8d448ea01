import DedupeFormats
import DedupeIndex
import NearDuplicates

/// The member `dedupe` that a filter adds to a record.
///
///     "dedupe":{"status":"duplicate","relation":"reprint","of":42,"score":0.93,"cluster":"3f0c…",
///     "reason":null,"generation":2}
///
/// `redelivered`, `supersedes` and `evidence` are there only where they have something to say.
struct VerdictMember {
  static let name = "dedupe"
  /// The name with its colon, as it stands in the line.
  private static let head = Array("\"dedupe\":".utf8)

  private var writer = JSONWriter()

  /// The bytes of the member for a verdict about a text.
  mutating func bytes(for verdict: FilterVerdict, on document: Document?) -> [UInt8] {
    writer.removeAll()
    writer.object { Self.write(verdict, document, to: &$0) }
    return Self.head + writer.bytes
  }

  /// Writes the fields of a verdict.
  static func write(
    _ verdict: FilterVerdict, _ document: Document?, to object: inout JSONWriter
  ) {
    object.field("status", verdict.status.rawValue)
    object.field("relation", verdict.relation?.rawValue)
    token("of", verdict.of, &object)
    object.field("score", verdict.score)
    object.field("cluster", verdict.cluster)
    object.field("reason", verdict.reason)
    if verdict.isRedelivery { object.field("redelivered", true) }
    if verdict.supersedes != nil { token("supersedes", verdict.supersedes, &object) }
    object.field("generation", verdict.generation)
    if let evidence = verdict.evidence, let document {
      object.key("evidence")
      object.object { evidence.fields(of: document).write(to: &$0) }
    }
  }

  private static func token(_ name: StaticString, _ id: [UInt8]?, _ writer: inout JSONWriter) {
    writer.key(name)
    if let id { writer.raw(utf8: id) } else { writer.null() }
  }
}

extension FilterEvidence {
  /// What a record shares with the document it is a duplicate of.
  ///
  /// The fields are those of the match record, told from the record's side: `containment` is the
  /// share of the record's shingles that the other has, `containment_of` the reverse; passages are
  /// `begin`, `end` in the record and `of_begin`, `of_end` in the other.
  fileprivate func fields(of record: Document) -> MatchFields {
    MatchFields(
      .original, measures: comparison.measures, passages: comparison.passages,
      texts: recordIsEarlier ? (record.text, original.text) : (original.text, record.text),
      isSwapped: !recordIsEarlier)
  }
}
