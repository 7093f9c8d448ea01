import NearDuplicates

/// Which copy of a report is the one to keep.
///
/// A copy that comes later and is better supersedes the one that was kept until then; where both
/// are as good, the one that came first stays.
package enum KeepRule: Sendable, Equatable {
  /// The copy that came first.
  case first
  /// The copy with the earliest date; undated copies come last.
  case earliest
  /// The copy with the most words.
  case longest
  /// The copy of the outlet that stands first in a list; outlets that don't, come last.
  case sources([String])

  /// What the rule looks at.
  struct Copy {
    var date: Timestamp?
    var wordCount: Int
    var source: String?
  }

  /// Whether a later copy is better than the one that was kept until now.
  func prefers(_ later: Copy, to kept: Copy) -> Bool {
    switch self {
    case .first: false
    case .earliest: later.date.precedes(kept.date) ?? false
    case .longest: later.wordCount > kept.wordCount
    case .sources(let sources):
      Self.rank(later.source, in: sources) < Self.rank(kept.source, in: sources)
    }
  }

  private static func rank(_ source: String?, in sources: [String]) -> Int {
    guard let name = source?.lowercased() else { return sources.count }
    return sources.firstIndex { $0.lowercased() == name } ?? sources.count
  }
}
