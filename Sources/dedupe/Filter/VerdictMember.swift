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
      EvidenceRecord(evidence: evidence, document: document).write(to: &object)
    }
  }

  private static func token(_ name: StaticString, _ id: [UInt8]?, _ writer: inout JSONWriter) {
    writer.key(name)
    if let id { writer.raw(utf8: id) } else { writer.null() }
  }
}

/// What a record shares with the document it is a duplicate of.
///
/// The fields are those of the match record, told from the record's side: `containment` is the
/// share of the record's shingles that the other has, `containment_of` the reverse; passages are
/// `begin`, `end` in the record and `of_begin`, `of_end` in the other.
private struct EvidenceRecord {
  let evidence: FilterEvidence
  let document: Document

  func write(to writer: inout JSONWriter) {
    let measures = evidence.comparison.measures
    let shares = [measures.containmentA, measures.containmentB]
    writer.object {
      $0.field("jaccard", measures.jaccard)
      $0.field("containment", shares[evidence.recordIsEarlier ? 0 : 1])
      $0.field("containment_of", shares[evidence.recordIsEarlier ? 1 : 0])
      $0.field("shared_words", measures.sharedWords)
      $0.field("narrative_words", measures.narrativeWords)
      $0.field("quoted_words", measures.quotedWords)
      $0.field("boilerplate_words", measures.boilerplateWords)
      $0.field("longest_run", measures.longestRun)
      $0.field("days_apart", measures.daysApart)
      $0.key("passages")
      writePassages(to: &$0)
    }
  }

  private func writePassages(to writer: inout JSONWriter) {
    let passages = evidence.comparison.passages
    let own = offsets(passages.map { evidence.recordIsEarlier ? $0.a : $0.b }, in: document)
    let other = offsets(
      passages.map { evidence.recordIsEarlier ? $0.b : $0.a }, in: evidence.original)
    writer.array { array in
      for (index, passage) in passages.enumerated() {
        array.object {
          $0.field("begin", own[index].lowerBound)
          $0.field("end", own[index].upperBound)
          $0.field("of_begin", other[index].lowerBound)
          $0.field("of_end", other[index].upperBound)
          $0.field("words", passage.words)
          $0.field("kind", passage.kind.rawValue)
        }
      }
    }
  }

  private func offsets(_ ranges: [Range<Int>], in document: Document) -> [Range<Int>] {
    let ends = ScalarOffsets.converted(
      ranges.flatMap { [$0.lowerBound, $0.upperBound] }, in: document.text)
    return ranges.indices.map { ends[2 * $0]..<ends[2 * $0 + 1] }
  }
}
