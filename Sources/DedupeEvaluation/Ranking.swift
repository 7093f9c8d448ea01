/// Scored pairs whose truth is known: how well the score tells the true from the wrong.
///
///     let ranking = Ranking(
///       scores: [0.9, 0.7, 0.7, 0.2], truths: [true, true, false, true], missed: 1)
///     ranking.averagePrecision              // 0.583…
///     ranking.counts(atLeast: 0.7).recall   // 0.5
///
/// **Ties.** Pairs of one score are found together or not at all, so each *distinct* score is one
/// point of the curve. No measure depends on the order of the input.
///
/// **Missed pairs.** True pairs that were never scored (they were no candidates) count as not found
/// at every threshold.
public struct Ranking: Sendable {
  /// What is found at one threshold.
  public struct Point: Sendable, Hashable {
    /// The least score that counts as found.
    public var threshold: Double
    /// How many answers are right there.
    public var counts: Counts

    /// Creates a point.
    public init(threshold: Double, counts: Counts) {
      self.threshold = threshold
      self.counts = counts
    }
  }

  /// One point for each distinct score, highest first.
  public let points: [Point]
  /// All true pairs, the missed ones included.
  public let positives: Int

  /// Ranks scored pairs.
  ///
  /// Complexity: O(*n* log *n*) for *n* pairs.
  ///
  /// - Parameters:
  ///   - scores: the score of each pair; none is NaN.
  ///   - truths: whether each pair is true; as many as scores.
  ///   - missed: how many true pairs have no score.
  public init(scores: [Double], truths: [Bool], missed: Int = 0) {
    precondition(scores.count == truths.count, "each score needs its truth")
    precondition(!scores.contains { $0.isNaN }, "a score is not a number")
    positives = missed + truths.count { $0 }
    points = Self.points(
      of: scores.indices.sorted { scores[$0] > scores[$1] }.map { (scores[$0], truths[$0]) },
      positives: positives)
  }

  private static func points(of ranked: [(score: Double, truth: Bool)], positives: Int) -> [Point] {
    var points: [Point] = []
    var counts = Counts(truePositives: 0, falsePositives: 0, falseNegatives: positives)
    for (index, pair) in ranked.enumerated() {
      counts.add(pair.truth)
      if index + 1 < ranked.count, ranked[index + 1].score == pair.score { continue }
      points.append(Point(threshold: pair.score, counts: counts))
    }
    return points
  }
}

extension Counts {
  /// Finds one more pair.
  fileprivate mutating func add(_ truth: Bool) {
    truePositives += truth ? 1 : 0
    falseNegatives -= truth ? 1 : 0
    falsePositives += truth ? 0 : 1
  }
}

extension Ranking {
  /// The mean precision over all true pairs: Σ (Rₖ − Rₖ₋₁) Pₖ over the distinct scores, 0 to 1.
  ///
  /// Not interpolated, the form of TREC (C. Buckley, E. M. Voorhees, "Evaluating evaluation
  /// measure stability", SIGIR 2000, DOI 10.1145/345508.345543) with tied scores as one step.
  /// Missed pairs contribute 0. Where there are no true pairs it is 1, as there is nothing to rank.
  public var averagePrecision: Double {
    guard positives > 0 else { return 1 }
    var sum = 0.0
    var found = 0
    for point in points {
      sum += Double(point.counts.truePositives - found) * point.counts.precision
      found = point.counts.truePositives
    }
    return sum / Double(positives)
  }

  /// What is found where every score of at least `threshold` counts.
  ///
  /// Complexity: O(log *n*) for *n* distinct scores.
  public func counts(atLeast threshold: Double) -> Counts {
    var low = 0
    var high = points.count
    while low < high {
      let middle = (low + high) / 2
      if points[middle].threshold >= threshold { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else {
      return Counts(truePositives: 0, falsePositives: 0, falseNegatives: positives)
    }
    return points[low - 1].counts
  }

  /// What is found at each of some thresholds.
  public func sweep(_ thresholds: [Double]) -> [Point] {
    thresholds.map { Point(threshold: $0, counts: counts(atLeast: $0)) }
  }

  /// The point of the highest F1, the highest threshold among equals; nil where nothing is scored.
  public var bestF1: Point? {
    points.reduce(nil) { best, point in
      guard let best, best.counts.f1 >= point.counts.f1 else { return point }
      return best
    }
  }

  /// The point of the highest recall among those of at least this precision, the highest threshold
  /// among equals; nil where no score is that precise.
  public func best(atPrecision precision: Double) -> Point? {
    points.reduce(nil) { best, point in
      guard point.counts.precision >= precision else { return best }
      guard let best, best.counts.recall >= point.counts.recall else { return point }
      return best
    }
  }

  /// The highest recall at a precision of at least `precision`; 0 where no score is that precise.
  public func recall(atPrecision precision: Double) -> Double {
    best(atPrecision: precision)?.counts.recall ?? 0
  }
}
