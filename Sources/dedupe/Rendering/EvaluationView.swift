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
    draw(
      Self.figures(pairs.counts)
        + [
          ("average precision", pairs.averagePrecision.decimals(4)),
          (
            "in one cluster",
            "\(pairs.together) of the \(pairs.positiveCount) that should be"
          ),
        ], on: &page)
    draw(pairs.table, on: &page)
  }

  private func draw(_ agreement: PartitionAgreement, on page: inout Page) {
    page.line(Span("Clusters", .heading), Span("  pairs of articles that share one"))
    draw(
      Self.figures(agreement.pairs) + [
        ("adjusted Rand", agreement.adjustedRandIndex.decimals(4)),
        ("B-cubed precision", agreement.bCubed.precision.decimals(4)),
        ("B-cubed recall", agreement.bCubed.recall.decimals(4)),
        ("B-cubed F1", agreement.bCubed.f1.decimals(4)),
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
  private static func figures(_ counts: Counts) -> Figures {
    [
      ("precision", counts.precision.decimals(4)), ("recall", counts.recall.decimals(4)),
      ("F1", counts.f1.decimals(4)),
      (
        "found",
        "\(counts.truePositives) right, \(counts.falsePositives) wrong, "
          + "\(counts.falseNegatives) missed"
      ),
    ]
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
