import DedupeEvaluation
import DedupeFormats
import NearDuplicates

/// An evaluation as one JSON object.
///
/// It has what was asked for:
///
///     {"pairs": {"count", "positives", "precision", "recall", "f1", "average_precision",
///                "in_one_cluster", "right", "wrong", "missed",
///                "labels": [{"label", "relation", "count"}, …]},
///      "clusters": {"precision", "recall", "f1", "adjusted_rand", "b_cubed_precision",
///                   "b_cubed_recall", "b_cubed_f1", "mixed_clusters"},
///      "brute_force": {"jaccard", "pairs", "found", "recall"}}
struct EvaluationRecord {
  let evaluation: Evaluation

  /// The object and a line end.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.object { object in
      if let pairs = evaluation.pairs {
        object.key("pairs")
        object.object { write(pairs, to: &$0) }
      }
      if let clusters = evaluation.clusters {
        object.key("clusters")
        object.object { write(clusters, to: &$0) }
      }
      if let bruteForce = evaluation.bruteForce {
        object.key("brute_force")
        object.object { write(bruteForce, to: &$0) }
      }
    }
    writer.endLine()
    return writer.bytes
  }

  private func write(_ counts: Counts, to writer: inout JSONWriter) {
    writer.field("precision", counts.precision)
    writer.field("recall", counts.recall)
    writer.field("f1", counts.f1)
    writer.field("right", counts.truePositives)
    writer.field("wrong", counts.falsePositives)
    writer.field("missed", counts.falseNegatives)
  }

  private func write(_ pairs: PairEvaluation, to writer: inout JSONWriter) {
    writer.field("count", pairs.judgements.count)
    writer.field("positives", pairs.positiveCount)
    write(pairs.counts, to: &writer)
    writer.field("average_precision", pairs.averagePrecision)
    writer.field("in_one_cluster", pairs.together)
    writer.key("labels")
    writer.array { array in
      let table = pairs.table
      for label in table.labels {
        for relation in table.relations {
          array.object {
            $0.field("label", label)
            $0.field("relation", relation?.rawValue)
            $0.field("count", table.count(of: label, as: relation))
          }
        }
      }
    }
  }

  private func write(_ agreement: PartitionAgreement, to writer: inout JSONWriter) {
    write(agreement.pairs, to: &writer)
    writer.field("adjusted_rand", agreement.adjustedRandIndex)
    writer.field("b_cubed_precision", agreement.bCubed.precision)
    writer.field("b_cubed_recall", agreement.bCubed.recall)
    writer.field("b_cubed_f1", agreement.bCubed.f1)
    writer.field("mixed_clusters", agreement.mixedClusters)
  }

  private func write(_ bruteForce: Evaluation.BruteForceRecall, to writer: inout JSONWriter) {
    let coverage = bruteForce.coverage
    writer.field("jaccard", bruteForce.threshold)
    writer.field("pairs", coverage.found.count + coverage.missed.count)
    writer.field("found", coverage.found.count)
    writer.field("recall", coverage.recall)
  }
}
