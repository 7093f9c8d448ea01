import DedupeEvaluation
import NearDuplicates

/// What an evaluation found, for a person.
struct EvaluationView: Sendable {
  let evaluation: Evaluation

  /// Figures, each with its name.
  private typealias Figures = [(name: String, value: String)]

  /// Draws what was asked for.
  func draw(on page: inout Page) {
    if let pairs = evaluation.pairs { draw(pairs, on: &page) }
    if let clusters = evaluation.clusters { draw(clusters, on: &page) }
    if let bruteForce = evaluation.bruteForce { draw(bruteForce, on: &page) }
  }

  private func draw(_ pairs: PairEvaluation, on page: inout Page) {
    page.line(Span("Pairs", .heading), Span("  \(pairs.judgements.count.counted("pair"))"))
    let labels = pairs.positives.sorted().joined(separator: ", ")
    page.line("  labels that mean the same report: \(labels)")
    page.line(Span("  in brackets: 95 % intervals, by resampling", .faint))
    page.line()
    let intervals = pairs.intervals()
    drawRanking(pairs, intervals, on: &page)
    drawThreshold(pairs, intervals, on: &page)
    draw(pairs.table, on: &page)
    drawClustered(pairs, on: &page)
    draw(pairs.sweep, on: &page)
  }

  private func drawRanking(
    _ pairs: PairEvaluation, _ intervals: PairEvaluation.Intervals, on page: inout Page
  ) {
    page.line(Span("By score alone", .strong))
    var figures: Figures = [
      (
        "average precision",
        pairs.averagePrecision.decimals(4) + Self.brackets(intervals.averagePrecision)
      )
    ]
    if let best = pairs.ranking.bestF1 {
      let place = "at a score of \(best.threshold.decimals(4))"
      figures.append(("best F1", "\(best.counts.f1.decimals(4))  \(place)"))
    }
    for precision in PairEvaluation.precisions {
      let interval = precision == PairEvaluation.Intervals.precision ? intervals.recall : nil
      let best = pairs.ranking.best(atPrecision: precision)
      let place = best.map { "at a score of \($0.threshold.decimals(4))" } ?? "at no score"
      let recall = (best?.counts.recall ?? 0).decimals(4) + Self.brackets(interval)
      figures.append(("recall at P \(precision.decimals())", "\(recall)  \(place)"))
    }
    draw(figures, on: &page)
  }

  private func drawThreshold(
    _ pairs: PairEvaluation, _ intervals: PairEvaluation.Intervals, on page: inout Page
  ) {
    page.line(Span("At the threshold of \(pairs.threshold.decimals())", .strong))
    draw(
      Self.figures(pairs.counts, intervals.f1) + [
        (
          "in one cluster",
          "\(pairs.together) of the \(pairs.positiveCount) that should be"
        )
      ], on: &page)
  }

  /// Pairs may share a cluster through a third article, or be kept apart by their clusters.
  private func drawClustered(_ pairs: PairEvaluation, on page: inout Page) {
    let width = 12
    page.line(
      Span(
        "  \("label".fitted(to: width))\("pairs".fitted(to: width))in one cluster", .faint))
    for (label, count, together) in pairs.clustered {
      let share = (Double(together) / Double(max(1, count))).percent
      page.line(
        "  \(label.fitted(to: width))\("\(count)".fitted(to: width))\(together) (\(share))")
    }
    page.line()
  }

  private func draw(_ sweep: [Ranking.Point], on page: inout Page) {
    page.line(Span("  threshold  precision  recall     F1         right  wrong  missed", .faint))
    for point in sweep {
      let counts = point.counts
      let shares = [counts.precision, counts.recall, counts.f1].map { $0.decimals(4) }
      let numbers = [counts.truePositives, counts.falsePositives, counts.falseNegatives]
      page.line(
        "  " + ([point.threshold.decimals()] + shares).map { $0.fitted(to: 11) }.joined()
          + numbers.map { "\($0)".fitted(to: 7) }.joined())
    }
    page.line()
  }

  private func draw(_ clusters: Evaluation.ClusterEvaluation, on page: inout Page) {
    let (agreement, intervals) = (clusters.agreement, clusters.intervals)
    page.line(Span("Clusters", .heading), Span("  pairs of articles that share one"))
    page.line(Span("  in brackets: 95 % intervals, by resampling", .faint))
    draw(
      Self.figures(agreement.pairs, intervals.f1) + [
        (
          "adjusted Rand",
          agreement.adjustedRandIndex.decimals(4) + Self.brackets(intervals.adjustedRandIndex)
        ),
        ("B-cubed precision", agreement.bCubed.precision.decimals(4)),
        ("B-cubed recall", agreement.bCubed.recall.decimals(4)),
        ("B-cubed F1", agreement.bCubed.f1.decimals(4) + Self.brackets(intervals.bCubedF1)),
        ("mixed clusters", "\(agreement.mixedClusters)"),
      ], on: &page)
  }

  private func draw(_ bruteForce: Evaluation.BruteForceRecall, on page: inout Page) {
    let coverage = bruteForce.coverage
    page.line(
      Span("Brute force", .heading),
      Span("  pairs of exact 5-word Jaccard \(bruteForce.threshold.decimals()) and more"))
    draw(
      [
        ("pairs", (coverage.found.count + coverage.missed.count).grouped),
        ("found", coverage.found.count.grouped), ("recall", coverage.recall.decimals(4)),
      ], on: &page)
  }

  /// Precision, recall, F1 and what they are made of.
  private static func figures(_ counts: Counts, _ interval: ClosedRange<Double>?) -> Figures {
    [
      ("precision", counts.precision.decimals(4)), ("recall", counts.recall.decimals(4)),
      ("F1", counts.f1.decimals(4) + brackets(interval)),
      (
        "found",
        "\(counts.truePositives) right, \(counts.falsePositives) wrong, "
          + "\(counts.falseNegatives) missed"
      ),
    ]
  }

  private static func brackets(_ interval: ClosedRange<Double>?) -> String {
    interval.map { " [\($0.lowerBound.decimals(3)), \($0.upperBound.decimals(3))]" } ?? ""
  }

  private func draw(_ figures: Figures, on page: inout Page) {
    for figure in figures {
      page.line(Span("  \(figure.name.fitted(to: 20))"), Span(figure.value, .strong))
    }
    page.line()
  }

  private func draw(_ table: ConfusionTable, on page: inout Page) {
    let width = 12
    let names = table.relations.map { ($0?.rawValue ?? "none").fitted(to: width) }
    page.line(Span("  \("label".fitted(to: width))\(names.joined())all", .faint))
    for label in table.labels {
      let cells = table.relations.map { relation in
        "\(table.count(of: label, as: relation))".fitted(to: width)
      }
      page.line("  \(label.fitted(to: width))\(cells.joined())\(table.count(of: label))")
    }
    page.line()
  }
}
