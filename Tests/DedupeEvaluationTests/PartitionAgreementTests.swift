import Testing

@testable import DedupeEvaluation

@Suite struct PartitionAgreementTests {
  private func agreement(_ found: [Int?], _ truth: [Int?]) -> PartitionAgreement {
    PartitionAgreement(found: Partition(found), truth: Partition(truth))
  }

  @Test func isPerfectForEqualPartitions() {
    let agreement = agreement([1, 1, 2, nil], [5, 5, nil, 9])
    #expect(agreement.pairs == Counts(truePositives: 1, falsePositives: 0, falseNegatives: 0))
    #expect(agreement.adjustedRandIndex == 1)
    #expect(agreement.bCubed.f1 == 1)
    #expect(agreement.mixedClusters == 0)
  }

  @Test func isPerfectWhereThereIsNothingToGetWrong() {
    for labels: [Int?] in [[], [nil], [nil, nil], [1, 1]] {
      let agreement = agreement(labels, labels)
      #expect(agreement.adjustedRandIndex == 1)
      #expect(agreement.bCubed.f1 == 1)
    }
  }

  /// The coreference example of Bagga and Baldwin's paper: true chains of 5, 2 and 5; the answer
  /// that joins the two large ones has precision 58 % and the one that joins a large and the small
  /// has 76 %.
  @Test func weighsErrorsAsBCubedDoes() {
    let truth = [1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3]
    let smallError = agreement([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2], truth)
    let largeError = agreement([1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1], truth)
    #expect(abs(smallError.bCubed.precision - (5 + 4 / 7.0 + 25 / 7.0) / 12) < 1e-12)
    #expect(abs(largeError.bCubed.precision - 7 / 12.0) < 1e-12)
    #expect(smallError.bCubed.recall == 1 && largeError.bCubed.recall == 1)
    #expect(smallError.mixedClusters == 1)
  }

  /// By hand: S = 2, F = 6, T = 3, N = 15, so E = 1.2 and M = 4.5.
  @Test func correctsTheRandIndexForChance() {
    let agreement = agreement([0, 0, 0, 1, 1, 1], [0, 0, 1, 1, 2, 2])
    #expect(agreement.pairs == Counts(truePositives: 2, falsePositives: 4, falseNegatives: 1))
    #expect(abs(agreement.adjustedRandIndex - (2 - 6 * 3 / 15.0) / (4.5 - 6 * 3 / 15.0)) < 1e-12)
  }

  @Test func isAboutZeroForRandomClusters() {
    var generator = SplitMix64(seed: 3)
    let found = (0..<4000).map { _ in Optional(generator.next(below: 10)) }
    let truth = (0..<4000).map { _ in Optional(generator.next(below: 10)) }
    #expect(abs(agreement(found, truth).adjustedRandIndex) < 0.01)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func agreesWithItsNaiveTwin(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let count = 2 + generator.next(below: 30)
    let found = (0..<count).map { _ in generator.next(below: 6) }
    let truth = (0..<count).map { _ in generator.next(below: 6) }
    let agreement = agreement(found, truth)
    let naive = NaiveAgreement(found: found, truth: truth)
    #expect(agreement.pairs == naive.pairs)
    #expect(abs(agreement.bCubed.precision - naive.precision(found, truth)) < 1e-12)
    #expect(abs(agreement.bCubed.recall - naive.precision(truth, found)) < 1e-12)
    #expect(abs(agreement.adjustedRandIndex - naive.adjustedRandIndex) < 1e-12)
  }
}

/// Measures that look at every pair of items.
private struct NaiveAgreement {
  let found: [Int]
  let truth: [Int]

  private func count(_ holds: (Int, Int) -> Bool) -> Int {
    found.indices.reduce(0) { sum, one in
      sum + found.indices.count { one < $0 && holds(one, $0) }
    }
  }

  var pairs: Counts {
    Counts(
      truePositives: count { found[$0] == found[$1] && truth[$0] == truth[$1] },
      falsePositives: count { found[$0] == found[$1] && truth[$0] != truth[$1] },
      falseNegatives: count { found[$0] != found[$1] && truth[$0] == truth[$1] })
  }

  func precision(_ found: [Int], _ truth: [Int]) -> Double {
    let shares = found.indices.map { item in
      let mates = found.indices.filter { found[$0] == found[item] }
      return Double(mates.count { truth[$0] == truth[item] }) / Double(mates.count)
    }
    return shares.reduce(0, +) / Double(shares.count)
  }

  /// The form without expectations: 2 (ad − bc) / ((a + b)(b + d) + (a + c)(c + d)), where d
  /// counts the pairs that are apart in both.
  var adjustedRandIndex: Double {
    let a = Double(pairs.truePositives)
    let b = Double(pairs.falsePositives)
    let c = Double(pairs.falseNegatives)
    let d = Double(count { found[$0] != found[$1] && truth[$0] != truth[$1] })
    let divisor = (a + b) * (b + d) + (a + c) * (c + d)
    return divisor == 0 ? 1 : 2 * (a * d - b * c) / divisor
  }
}
