import DedupeEvaluation
import DedupeFormats
import NearDuplicates

/// An evaluation as one JSON object.
///
/// It has what was asked for:
///
///     {"pairs": {"count", "positives", "threshold", "precision", "recall", "f1", "right", "wrong",
///                "missed", "f1_interval", "average_precision", "average_precision_interval",
///                "best_f1": {"threshold", "precision", "recall", "f1", "right", "wrong",
///                            "missed"},
///                "recall_at_precision": [{"precision", "recall", "threshold", "interval"}, …],
///                "in_one_cluster", "clustered": [{"label", "pairs", "in_one_cluster"}, …],
///                "labels": [{"label", "relation", "count"}, …],
///                "sweep": [like "best_f1", …]},
///      "clusters": {"precision", "recall", "f1", "right", "wrong", "missed", "f1_interval",
///                   "adjusted_rand", "adjusted_rand_interval", "b_cubed_precision",
///                   "b_cubed_recall", "b_cubed_f1", "b_cubed_f1_interval", "mixed_clusters"},
///      "brute_force": {"jaccard", "pairs", "found", "recall"}}
///
/// An interval is `[low, high]`, the middle 95 % of the resampled values, or null.
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
    let intervals = pairs.intervals()
    writer.field("count", pairs.judgements.count)
    writer.field("positives", pairs.positiveCount)
    writer.field("threshold", pairs.threshold)
    write(pairs.counts, to: &writer)
    writer.interval("f1_interval", intervals.f1)
    writer.field("average_precision", pairs.averagePrecision)
    writer.interval("average_precision_interval", intervals.averagePrecision)
    writer.key("best_f1")
    if let best = pairs.ranking.bestF1 { write(best, to: &writer) } else { writer.null() }
    writeRecalls(of: pairs, intervals, to: &writer)
    writer.field("in_one_cluster", pairs.together)
    writeLabels(of: pairs, to: &writer)
    writer.key("sweep")
    writer.array { array in for point in pairs.sweep { write(point, to: &array) } }
  }

  private func write(_ point: Ranking.Point, to writer: inout JSONWriter) {
    writer.object {
      $0.field("threshold", point.threshold)
      write(point.counts, to: &$0)
    }
  }

  private func writeRecalls(
    of pairs: PairEvaluation, _ intervals: PairEvaluation.Intervals, to writer: inout JSONWriter
  ) {
    writer.key("recall_at_precision")
    writer.array { array in
      for precision in PairEvaluation.precisions {
        let best = pairs.ranking.best(atPrecision: precision)
        array.object {
          $0.field("precision", precision)
          $0.field("recall", best?.counts.recall ?? 0)
          $0.field("threshold", best?.threshold)
          $0.interval(
            "interval", precision == PairEvaluation.Intervals.precision ? intervals.recall : nil)
        }
      }
    }
  }

  private func writeLabels(of pairs: PairEvaluation, to writer: inout JSONWriter) {
    writer.key("clustered")
    writer.array { array in
      for (label, count, together) in pairs.clustered {
        array.object {
          $0.field("label", label)
          $0.field("pairs", count)
          $0.field("in_one_cluster", together)
        }
      }
    }
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

  private func write(_ clusters: Evaluation.ClusterEvaluation, to writer: inout JSONWriter) {
    let (agreement, intervals) = (clusters.agreement, clusters.intervals)
    write(agreement.pairs, to: &writer)
    writer.interval("f1_interval", intervals.f1)
    writer.field("adjusted_rand", agreement.adjustedRandIndex)
    writer.interval("adjusted_rand_interval", intervals.adjustedRandIndex)
    writer.field("b_cubed_precision", agreement.bCubed.precision)
    writer.field("b_cubed_recall", agreement.bCubed.recall)
    writer.field("b_cubed_f1", agreement.bCubed.f1)
    writer.interval("b_cubed_f1_interval", intervals.bCubedF1)
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

extension JSONWriter {
  /// Writes a field with the two ends of an interval, or null.
  fileprivate mutating func interval(_ name: StaticString, _ interval: ClosedRange<Double>?) {
    key(name)
    guard let interval else { return null() }
    array {
      $0.value(interval.lowerBound)
      $0.value(interval.upperBound)
    }
  }
}
