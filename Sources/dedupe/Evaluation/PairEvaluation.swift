import DedupeEvaluation
import NearDuplicates

/// How well pairs were judged, against labels that people gave.
struct PairEvaluation: Sendable {
  /// A pair with its label and what was found.
  struct Judgement: Sendable {
    var label: String
    var relation: Relation?
    var score: Double
  }

  let judgements: [Judgement]
  /// The labels that mean the same report.
  let positives: Set<String>
  /// The least score of a match that clusters.
  let threshold: Double
  /// How many of the positive pairs ended in one cluster when the whole collection was scanned.
  let together: Int

  /// How many pairs carry a positive label.
  var positiveCount: Int { judgements.count { positives.contains($0.label) } }

  /// Whether a pair counts as found: its relation clusters and its score suffices.
  private func isFound(_ judgement: Judgement) -> Bool {
    judgement.relation?.clusters == true && judgement.score >= threshold
  }

  /// The area under the curve of precision over recall.
  ///
  /// Pairs whose relation does not cluster rank below all others.
  var averagePrecision: Double {
    Ranking(
      scores: judgements.map { $0.relation?.clusters == true ? $0.score : 0 },
      truths: judgements.map { positives.contains($0.label) }
    ).averagePrecision
  }

  /// What was found at the threshold.
  var counts: Counts {
    var counts = Counts(truePositives: 0, falsePositives: 0, falseNegatives: 0)
    for judgement in judgements {
      switch (positives.contains(judgement.label), isFound(judgement)) {
      case (true, true): counts.truePositives += 1
      case (false, true): counts.falsePositives += 1
      case (true, false): counts.falseNegatives += 1
      case (false, false): break
      }
    }
    return counts
  }

  /// Labels against relations.
  var table: ConfusionTable {
    ConfusionTable(judgements.map { ($0.label, $0.relation) })
  }
}
