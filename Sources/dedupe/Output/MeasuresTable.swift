import NearDuplicates

/// The measures of labelled pairs as tab-separated values: `a`, `b`, `label`, `score`, `relation`,
/// then one column for each measure, named as in the evidence that `compare` gives.
///
/// `scripts/fit-score` reads it.
struct MeasuresTable {
  let evaluation: PairEvaluation
  let documents: [Document]

  /// The rows, in the order of the pairs.
  var records: RecordPieces {
    let columns = ["a", "b", "label", "score", "relation"] + PairEvidence.measures.map(\.name)
    return RecordPieces(
      count: evaluation.judgements.count, head: Self.line(columns),
      encode: { range in range.flatMap { Self.line(cells(of: evaluation.judgements[$0])) } })
  }

  private func cells(of judgement: PairEvaluation.Judgement) -> [String] {
    let ids = [judgement.a, judgement.b].map { documents[$0].id }
    return ids + [judgement.label, "\(judgement.score)", judgement.relation?.rawValue ?? "none"]
      + judgement.measures.map { "\($0)" }
  }

  /// A line; what would break it becomes a space.
  private static func line(_ cells: [String]) -> [UInt8] {
    let clean = cells.map { cell in
      String(cell.map { $0 == "\t" || $0.isNewline ? " " : $0 })
    }
    return Array((clean.joined(separator: "\t") + "\n").utf8)
  }
}
