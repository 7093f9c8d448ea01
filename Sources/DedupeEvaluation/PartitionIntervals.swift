/// How far the measures of a ``PartitionAgreement`` may be off by the luck of the sample.
///
/// Documents are not independent, and so what is resampled are the smallest sets of documents that
/// no cluster, found or true, reaches across.
public struct PartitionIntervals: Sendable {
  /// The interval of the pairwise F1.
  public let f1: ClosedRange<Double>?
  /// The interval of the adjusted Rand index.
  public let adjustedRandIndex: ClosedRange<Double>?
  /// The interval of the B-cubed F1.
  public let bCubedF1: ClosedRange<Double>?

  /// Resamples the documents of two partitions.
  ///
  /// Complexity: O(*n* + *r s*) for *n* items, *r* resamples and *s* sets.
  public init(found: Partition, truth: Partition, bootstrap: Bootstrap = Bootstrap()) {
    let parts = Part.parts(found: found, truth: truth)
    func interval(_ measure: (Part) -> Double) -> ClosedRange<Double>? {
      bootstrap.interval(items: parts.count) { drawn in
        measure(drawn.reduce(into: Part()) { $0.add(parts[$1]) })
      }
    }
    f1 = interval { $0.pairs.f1 }
    adjustedRandIndex = interval { $0.adjustedRandIndex }
    bCubedF1 = interval { $0.bCubed.f1 }
  }
}

/// What a set of documents adds to the measures, all of which are made of sums.
private struct Part {
  var items = 0
  var pairs = Counts(truePositives: 0, falsePositives: 0, falseNegatives: 0)
  /// Sums over the items.
  var precision = 0.0
  var recall = 0.0

  static func parts(found: Partition, truth: Partition) -> [Part] {
    var components = Components(count: found.count)
    for partition in [found, truth] {
      var first = [Int?](repeating: nil, count: partition.groupCount)
      for (item, group) in partition.groups.enumerated() {
        if let other = first[group] { components.join(item, other) } else { first[group] = item }
      }
    }
    return components.groups.map { Part(of: $0, found: found, truth: truth) }
  }

  init() {}

  init(of members: [Int], found: Partition, truth: Partition) {
    let agreement = PartitionAgreement(
      found: Partition(members.map { Optional(found.groups[$0]) }),
      truth: Partition(members.map { Optional(truth.groups[$0]) }))
    items = members.count
    pairs = agreement.pairs
    precision = agreement.bCubed.precision * Double(items)
    recall = agreement.bCubed.recall * Double(items)
  }

  mutating func add(_ other: Part) {
    items += other.items
    pairs.truePositives += other.pairs.truePositives
    pairs.falsePositives += other.pairs.falsePositives
    pairs.falseNegatives += other.pairs.falseNegatives
    precision += other.precision
    recall += other.recall
  }

  var bCubed: PartitionAgreement.Scores {
    PartitionAgreement.Scores(
      precision: precision / Double(max(1, items)), recall: recall / Double(max(1, items)))
  }

  var adjustedRandIndex: Double {
    PartitionAgreement.adjustedRandIndex(of: pairs, items: items)
  }
}
