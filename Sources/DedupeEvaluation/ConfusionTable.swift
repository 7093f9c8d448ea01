import NearDuplicates

/// How often each label of the truth went with each relation that was found.
///
///     let table = ConfusionTable([("copy", .reprint), ("copy", nil), ("none", .quotes)])
///     table.count(of: "copy", as: nil)   // 1: a copy that was not found
public struct ConfusionTable: Sendable, Equatable {
  /// The labels that occur, sorted: the rows.
  public let labels: [String]
  /// The relations that occur, in the order of `Relation`, nil (nothing was found) last: the
  /// columns.
  public let relations: [Relation?]
  private let counts: [String: [Relation?: Int]]

  /// Counts pairs by their label and the relation that was found, nil where none was.
  public init(_ pairs: [(label: String, relation: Relation?)]) {
    var counts: [String: [Relation?: Int]] = [:]
    for pair in pairs { counts[pair.label, default: [:]][pair.relation, default: 0] += 1 }
    let columns = Relation.allCases.map(Optional.some) + [nil]
    labels = counts.keys.sorted()
    relations = columns.filter { relation in counts.values.contains { $0[relation] != nil } }
    self.counts = counts
  }

  /// How many pairs of a label were found as a relation.
  public func count(of label: String, as relation: Relation?) -> Int {
    counts[label]?[relation] ?? 0
  }

  /// How many pairs carry a label.
  public func count(of label: String) -> Int {
    relations.reduce(0) { $0 + count(of: label, as: $1) }
  }

  /// Precision and recall where some labels count as true and some relations as found.
  public func counts(
    true positives: Set<String>, found isFound: (Relation) -> Bool
  ) -> Counts {
    var counts = Counts(truePositives: 0, falsePositives: 0, falseNegatives: 0)
    for label in labels {
      for relation in relations {
        let pairs = count(of: label, as: relation)
        switch (positives.contains(label), relation.map(isFound) ?? false) {
        case (true, true): counts.truePositives += pairs
        case (false, true): counts.falsePositives += pairs
        case (true, false): counts.falseNegatives += pairs
        case (false, false): break
        }
      }
    }
    return counts
  }
}
