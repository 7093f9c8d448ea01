import DedupeFormats
import NearDuplicates

/// A comparison as one JSON object.
///
/// It has the fields of the match record, then
///
///     "clusters":   whether the pair would share a cluster at the threshold
///     "threshold":  the least score for that
///     "profile":    the fingerprint of the profile, or null
///     "paragraphs": [{"a", "b", "shared_words", "share_of_a", "share_of_b", "certainty"}, …]
///     "evidence":   [{"name", "value", "effect"}, …]
///
/// Paragraphs are counted from 1; `relation` is null where nothing makes one.
struct ComparisonRecord {
  let pair: MarkedPair
  let settings: Settings
  let profile: Profile?

  private var comparison: Comparison { pair.comparison }

  /// The object and a line end.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      object.field("a", pair.earlier.id)
      object.field("b", pair.later.id)
      object.field("relation", comparison.relation?.rawValue)
      object.field("score", comparison.score)
      MatchFields(
        measures: comparison.measures, passages: comparison.passages,
        texts: (pair.earlier.text, pair.later.text)
      ).write(to: &object)
      object.field("clusters", pair.clusters(at: settings.threshold))
      object.field("threshold", settings.threshold)
      object.field("profile", profile?.fingerprint)
      writeParagraphs(to: &object)
      writeEvidence(to: &object)
    }
    writer.endLine()
    return writer.bytes
  }

  private func writeParagraphs(to writer: inout JSONWriter) {
    writer.key("paragraphs")
    writer.array { array in
      for link in comparison.links {
        array.object {
          $0.field("a", link.a + 1)
          $0.field("b", link.b + 1)
          $0.field("shared_words", link.sharedWords)
          $0.field("share_of_a", link.shareOfA)
          $0.field("share_of_b", link.shareOfB)
          $0.field("certainty", link.certainty)
        }
      }
    }
  }

  private func writeEvidence(to writer: inout JSONWriter) {
    writer.key("evidence")
    writer.array { array in
      for piece in comparison.evidence {
        array.object {
          $0.field("name", piece.name)
          $0.field("value", piece.value)
          $0.field("effect", piece.effect)
        }
      }
    }
  }
}

extension MarkedPair {
  /// Whether the two would share a cluster at a threshold.
  func clusters(at threshold: Double) -> Bool {
    comparison.relation?.clusters == true && comparison.score >= threshold
  }
}
