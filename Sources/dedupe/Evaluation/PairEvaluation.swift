import DedupeEvaluation
import NearDuplicates

/// How well pairs were judged, against labels that people gave.
struct PairEvaluation: Sendable {
  /// A pair with its label and what was found.
  struct Judgement: Sendable {
    /// The indices of the articles, as the label names them.
    var a: Int
    var b: Int
    var label: String
    var relation: Relation?
    var score: Double
    /// Whether the two ended in one cluster when the whole collection was scanned.
    var isTogether = false
    /// What the score may be made of, in the order of ``PairEvidence/measures``.
    var measures: [Double] = []

    /// The score as far as it may join two articles: those that share only quotations, say, stay
    /// apart whatever their score.
    fileprivate var joiningScore: Double {
      relation?.clusters == true || relation == .partial ? score : -1
    }
  }

  let judgements: [Judgement]
  /// The labels that mean the same report.
  let positives: Set<String>
  /// The least score of a match that clusters.
  let threshold: Double
  /// All pairs by their score, whatever their relation.
  let ranking: Ranking
  /// What would be joined at each score.
  let joined: Ranking

  init(judgements: [Judgement], positives: Set<String>, threshold: Double) {
    self.judgements = judgements
    self.positives = positives
    self.threshold = threshold
    ranking = Self.ranking(judgements, positives, by: \.score)
    joined = Self.ranking(judgements, positives, by: \.joiningScore)
  }

  private static func ranking(
    _ judgements: some Collection<Judgement>, _ positives: Set<String>,
    by score: (Judgement) -> Double
  ) -> Ranking {
    Ranking(
      scores: judgements.map(score), truths: judgements.map { positives.contains($0.label) })
  }

  /// How many pairs carry a positive label.
  var positiveCount: Int { ranking.positives }

  /// How many of the positive pairs ended in one cluster.
  var together: Int { judgements.count { positives.contains($0.label) && $0.isTogether } }

  /// The area under the curve of precision over recall.
  var averagePrecision: Double { ranking.averagePrecision }

  /// What is found at the threshold.
  var counts: Counts { joined.counts(atLeast: threshold) }

  /// The precisions at which recall is told.
  static let precisions = [0.90, 0.95, 0.99]

  /// What is found at every twentieth.
  var sweep: [Ranking.Point] { joined.sweep((1..<20).map { Double($0 * 5) / 100 }) }

  /// Labels against relations.
  var table: ConfusionTable {
    ConfusionTable(judgements.map { ($0.label, $0.relation) })
  }

  /// The labels in order, with how many of their pairs ended in one cluster.
  var clustered: [(label: String, pairs: Int, together: Int)] {
    let table = table
    return table.labels.map { label in
      (label, table.count(of: label), judgements.count { $0.label == label && $0.isTogether })
    }
  }
}

// MARK: - Intervals

extension PairEvaluation {
  /// How far the figures may be off by the luck of the sample: 95 % intervals.
  struct Intervals: Sendable {
    var averagePrecision: ClosedRange<Double>?
    var f1: ClosedRange<Double>?
    /// Of the recall at ``precision``.
    var recall: ClosedRange<Double>?

    /// The precision at which the recall has an interval.
    static let precision = 0.95
  }

  /// Resamples the pairs; those that share an article are drawn together, for they are not
  /// independent.
  func intervals() -> Intervals {
    let groups = Components.independentGroups(of: judgements.map { DocumentPair($0.a, $0.b) })
    // A resample ranks all pairs anew: at 1,000 of them 20,000 pairs take about ten seconds.
    let resamples = min(1000, max(100, 20_000_000 / max(1, judgements.count)))
    func interval(_ measure: ([Judgement]) -> Double) -> ClosedRange<Double>? {
      Bootstrap(resamples: resamples).interval(items: groups.count) { drawn in
        measure(drawn.flatMap { groups[$0].map { judgements[$0] } })
      }
    }
    return Intervals(
      averagePrecision: interval {
        Self.ranking($0, positives, by: \.score).averagePrecision
      },
      f1: interval {
        Self.ranking($0, positives, by: \.joiningScore).counts(atLeast: threshold).f1
      },
      recall: interval {
        Self.ranking($0, positives, by: \.score).recall(atPrecision: Intervals.precision)
      })
  }
}
