import DedupeFormats
import NearDuplicates

/// The documents that are in no cluster, and how close each came to another.
struct LoneView: Sendable {
  let scan: ScanResult
  /// The most documents that get lines.
  let most: Int

  /// Draws the list: those that came closest first.
  func draw(on page: inout Page) {
    let alone = scan.alone
    guard !alone.isEmpty else { return }
    page.line(Span("Left alone: ", .heading), Span(alone.count.counted("article")))
    let misses = Dictionary(
      scan.deduplication.nearMisses.map { ($0.document, $0) },
      uniquingKeysWith: { first, _ in first })
    // A short list keeps the order of the input, where a reader looks for his files.
    let ranked = alone.count <= most ? alone : alone.rankedByScore(misses)
    for document in ranked.prefix(most) { draw(document, misses[document], on: &page) }
    if alone.count > most {
      let rest = (alone.count - most).grouped
      page.line(Span("  … and \(rest) more; --format jsonl lists every one", .faint))
    }
  }

  private func draw(_ index: Int, _ miss: Deduplication.NearMiss?, on page: inout Page) {
    let document = scan.documents[index]
    let margin = "     "
    page.line(
      Span("  \(document.day.fitted(to: 10))  "),
      Span(document.label.shortened(to: page.terminal.columns - 14), .strong))
    page.line(margin + document.headline.shortened(to: page.terminal.columns - margin.count))
    page.prose(Span(margin), closeness(index, miss), .faint)
  }

  private func closeness(_ document: Int, _ miss: Deduplication.NearMiss?) -> String {
    guard let miss else { return "no other article came near it." }
    let other = "\(scan.documents.id(of: miss.other).printable) (score \(miss.score.decimals()))"
    guard miss.relation?.clusters == true, miss.score >= scan.settings.threshold else {
      return "closest: \(other): \(Reason(pair: scan.pair(document, miss.other)).sentencesApart)"
    }
    return "closest: \(other): \(Reason.meaning(of: miss.relation)), but it matches too few of "
      + "that one’s cluster."
  }
}

/// What a scan says when it found no cluster at all.
struct NothingClusters: Sendable {
  let scan: ScanResult

  /// Draws why, and what to try.
  func draw(on page: inout Page) {
    let threshold = scan.settings.threshold
    page.line(Span("Nothing clusters.", .strong))
    page.prose(
      Span("  "),
      "No two articles carry the same report at a score of \(threshold.decimals()) or more. "
        + (closest.map(advice) ?? "None came near another."))
    // Not broken into lines, so that it can be copied.
    if let closest { page.line("  \(command(for: closest))") }
    page.line()
  }

  private var closest: Deduplication.NearMiss? {
    scan.deduplication.nearMisses.max { $0.score < $1.score }
  }

  private func advice(_ miss: Deduplication.NearMiss) -> String {
    let score = miss.score.decimals()
    let start = "The closest two came to \(score). "
    if miss.relation?.clusters == true, miss.score > 0 {
      return start + "Try --threshold \(score) to let them in, or look at them:"
    }
    let meaning = miss.relation.map { "They are kept apart because \($0.meaning). " } ?? ""
    return start + meaning + "Look at them:"
  }

  private func command(for miss: Deduplication.NearMiss) -> String {
    let ids = [miss.document, miss.other].map {
      Path(scan.documents.id(of: $0).printable).quotedForShell
    }
    return "dedupe compare PATH… --ids \(ids[0]) \(ids[1])"
  }
}

extension [Int] {
  fileprivate func rankedByScore(_ misses: [Int: Deduplication.NearMiss]) -> [Int] {
    sorted { left, right in
      let scores = (misses[left]?.score ?? 0, misses[right]?.score ?? 0)
      return scores.0 == scores.1 ? left < right : scores.0 > scores.1
    }
  }
}
