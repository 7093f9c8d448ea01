import DedupeFormats
import NearDuplicates

/// Pairs for a person to label, as JSON Lines.
///
///     {"a", "b", "score", "relation", "label": null, "title_a", "title_b", "text_a", "text_b",
///      "passages": [text, …]}
///
/// With the labels filled in it is a file for `--gold`.
struct SampleRecords {
  let sample: LabellingSample
  let collection: LoadedCollection

  /// Characters of each text that are shown.
  private static let opening = 300

  /// A line for each pair.
  var records: RecordPieces {
    RecordPieces(count: sample.matches.count) { range in
      var writer = JSONWriter()
      for match in sample.matches[range] {
        writer.object { write(match, to: &$0) }
        writer.endLine()
      }
      return writer.bytes
    }
  }

  private func write(_ match: Match, to writer: inout JSONWriter) {
    let (a, b) = (collection.documents[match.a], collection.documents[match.b])
    writer.key("a")
    collection.writeID(match.a, to: &writer)
    writer.key("b")
    collection.writeID(match.b, to: &writer)
    writer.field("score", match.score)
    writer.field("relation", match.relation.rawValue)
    writer.key("label")
    writer.null()
    writer.field("title_a", a.title)
    writer.field("title_b", b.title)
    writer.field("text_a", String(a.text.prefix(Self.opening)))
    writer.field("text_b", String(b.text.prefix(Self.opening)))
    writer.key("passages")
    writer.array { array in
      for passage in match.passages { array.value(Self.text(of: passage.a, in: a.text)) }
    }
  }

  private static func text(of range: Range<Int>, in text: String) -> String {
    let bytes = text.utf8.dropFirst(range.lowerBound).prefix(range.count)
    return String(decoding: Array(bytes), as: UTF8.self)
  }
}
