import DedupeIndex

/// Which records a filter passes on.
enum FilterMode: String, Sendable, CaseIterable {
  /// All of them, each with its verdict.
  case annotate
  /// All but duplicates.
  case drop
  /// Duplicates alone.
  case only
}

/// Tells what is passed on and what is held back.
struct Routing: Sendable {
  var mode: FilterMode
  /// Whether a record that came again is held back even if its first delivery was passed on.
  var dropsRedelivered: Bool

  /// Whether a record is passed on; what `drop` did with the first delivery counts for those that
  /// came again.
  ///
  /// A crash may come between the sync of a record and its delivery; the source then delivers it
  /// again. So `drop` passes a re-delivery, if it passed the first delivery: else the record would
  /// be lost. A copy that was held back stays back, else a known duplicate would get through.
  func passes(_ verdict: FilterVerdict, firstWasHeldBack: Bool) -> Bool {
    if verdict.isRedelivery, dropsRedelivered { return false }
    switch mode {
    case .annotate: return true
    case .only: return verdict.status == .duplicate
    case .drop:
      guard verdict.status == .duplicate else { return true }
      if verdict.isRedelivery { return !firstWasHeldBack }
      return verdict.supersedes != nil
    }
  }
}

extension DocumentIndex {
  /// Whether a document was a duplicate when it came, and none that took the place of the copy to
  /// keep.
  func wasHeldBack(_ ordinal: Ordinal?) -> Bool {
    guard let ordinal, let verdict = facts(of: ordinal)?.verdict else { return false }
    return verdict.of != nil && !verdict.isKeeper
  }
}
