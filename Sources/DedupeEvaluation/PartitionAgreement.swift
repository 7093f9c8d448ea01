/// How well clusters that were found agree with those that are true.
///
/// All measures are counted on the contingency table *nᵢⱼ*: items in found cluster *i* and true
/// cluster *j*. Which group is called what makes no difference.
///
/// Complexity: O(*n*) for *n* items, though pairs number *n*².
public struct PartitionAgreement: Sendable {
  /// Precision, recall and their harmonic mean, each 0 to 1.
  public struct Scores: Sendable, Hashable {
    /// How much of what was put together belongs together.
    public var precision: Double
    /// How much of what belongs together was put together.
    public var recall: Double

    /// Creates scores.
    public init(precision: Double, recall: Double) {
      self.precision = precision
      self.recall = recall
    }

    /// The harmonic mean 2 P R / (P + R); 0 where both are 0.
    public var f1: Double {
      precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
    }
  }

  private let items: Int
  private let foundSizes: [Int]
  private let trueSizes: [Int]
  private let cells: [(found: Int, true: Int, items: Int)]

  /// Compares two partitions of the same items.
  public init(found: Partition, truth: Partition) {
    precondition(found.count == truth.count, "both partitions need the same items")
    items = found.count
    foundSizes = Self.sizes(found)
    trueSizes = Self.sizes(truth)
    var counts: [Int: Int] = [:]
    for (one, other) in zip(found.groups, truth.groups) {
      counts[one * truth.groupCount + other, default: 0] += 1
    }
    // Sorted, so that sums of fractions are the same in every run.
    cells = counts.sorted { $0.key < $1.key }
      .map { ($0.key / truth.groupCount, $0.key % truth.groupCount, $0.value) }
  }

  private static func sizes(_ partition: Partition) -> [Int] {
    partition.groups.reduce(into: [Int](repeating: 0, count: partition.groupCount)) {
      $0[$1] += 1
    }
  }
}

extension PartitionAgreement {
  /// Pairs of items that share a cluster in both partitions, only in the found one, only in the
  /// true one.
  ///
  /// Its precision, recall and F1 are the pairwise measures of clustering; large clusters weigh
  /// with the square of their size.
  public var pairs: Counts {
    let both = cells.reduce(0) { $0 + Self.pairs(in: $1.items) }
    return Counts(
      truePositives: both,
      falsePositives: foundSizes.reduce(-both) { $0 + Self.pairs(in: $1) },
      falseNegatives: trueSizes.reduce(-both) { $0 + Self.pairs(in: $1) })
  }

  /// The adjusted Rand index: 1 for equal partitions, about 0 for what chance would give, below 0
  /// for worse.
  ///
  /// (S − E) / (M − E), where S counts the pairs that are together in both, E = F T / N is what
  /// chance gives for F found and T true pairs among all N, and M = (F + T) / 2. L. Hubert,
  /// P. Arabie, "Comparing partitions", Journal of Classification 2 (1985), DOI 10.1007/BF01908075.
  /// Where M = E (both partitions are all alone or all together) it is 1.
  public var adjustedRandIndex: Double { Self.adjustedRandIndex(of: pairs, items: items) }

  /// The same from the pairs of some items.
  static func adjustedRandIndex(of pairs: Counts, items: Int) -> Double {
    let all = Self.pairs(in: items)
    guard all > 0 else { return 1 }
    let found = Double(pairs.truePositives + pairs.falsePositives)
    let truth = Double(pairs.truePositives + pairs.falseNegatives)
    let expected = found * truth / Double(all)
    let most = (found + truth) / 2
    return most == expected ? 1 : (Double(pairs.truePositives) - expected) / (most - expected)
  }

  /// B-cubed precision and recall: for each item, which share of its found cluster is of its true
  /// cluster, and the other way round; the mean over the items.
  ///
  /// Precision Σ nᵢⱼ² / |i| / *n*, recall Σ nᵢⱼ² / |j| / *n*. A. Bagga, B. Baldwin, "Algorithms for
  /// scoring coreference chains", LREC 1998; among the measures of its kind the one that meets the
  /// constraints of E. Amigó et al. 2009, DOI 10.1007/s10791-008-9066-8. 1 where there are no items.
  public var bCubed: Scores {
    guard items > 0 else { return Scores(precision: 1, recall: 1) }
    var precision = 0.0
    var recall = 0.0
    for cell in cells {
      let square = Double(cell.items) * Double(cell.items)
      precision += square / Double(foundSizes[cell.found])
      recall += square / Double(trueSizes[cell.true])
    }
    return Scores(precision: precision / Double(items), recall: recall / Double(items))
  }

  /// How many found clusters hold items of more than one true cluster.
  public var mixedClusters: Int {
    var clusters = [Int](repeating: 0, count: foundSizes.count)
    for cell in cells { clusters[cell.found] += 1 }
    return clusters.count { $0 > 1 }
  }

  private static func pairs(in items: Int) -> Int { items * (items - 1) / 2 }
}
