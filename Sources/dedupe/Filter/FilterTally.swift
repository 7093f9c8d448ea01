import DedupeIndex
import NearDuplicates

/// What became of the lines of a stream.
struct FilterTally: Sendable, Equatable {
  var lines = 0
  var bytes = 0
  /// Lines that are no record.
  var broken = 0
  /// Lines with nothing in them.
  var blank = 0
  /// Records without a text; they are among the unchecked.
  var withoutText = 0
  var new = 0
  var duplicates = 0
  var unchecked = 0
  var redelivered = 0
  var superseding = 0
  /// Duplicates by relation.
  private(set) var relations = [Int](repeating: 0, count: Relation.allCases.count)
  var passed = 0
  var heldBack = 0
  var syncs = 0
  var syncSeconds = 0.0
  var latency = LatencyHistogram()
  /// When the last record came, in seconds since 1970.
  var lastArrival: Int64?

  /// Lines that were named as bad.
  var bad: Int { broken + withoutText }

  /// Duplicates of each relation that there were any of.
  var duplicatesByRelation: [(relation: Relation, count: Int)] {
    zip(Relation.allCases, relations).filter { $0.1 > 0 }.map { (relation: $0.0, count: $0.1) }
  }

  /// Counts a verdict.
  mutating func add(_ verdict: FilterVerdict, passes: Bool) {
    switch verdict.status {
    case .new: new += 1
    case .duplicate: duplicates += 1
    case .unchecked: unchecked += 1
    }
    if verdict.isRedelivery { redelivered += 1 }
    if verdict.supersedes != nil { superseding += 1 }
    if let index = verdict.relation.flatMap({ Relation.allCases.firstIndex(of: $0) }) {
      relations[index] += 1
    }
    if passes { passed += 1 } else { heldBack += 1 }
  }

  /// One sentence for the end of a run.
  var summary: String {
    var parts = ["\(new.grouped) new", duplicates.counted("duplicate")]
    if redelivered > 0 { parts[1] += " (\(redelivered.grouped) delivered before)" }
    if unchecked > 0 { parts.append("\(unchecked.grouped) unchecked") }
    if broken > 0 { parts.append("\(broken.grouped) no records") }
    if blank > 0 { parts.append("\(blank.grouped) empty") }
    var sentence = lines.counted("line") + ": " + parts.joined(separator: ", ")
    if heldBack > 0 { sentence += "; \(heldBack.grouped) held back" }
    return sentence
  }
}
