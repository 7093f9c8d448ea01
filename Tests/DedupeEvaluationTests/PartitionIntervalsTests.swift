import Testing

@testable import DedupeEvaluation

@Suite struct PartitionIntervalsTests {
  private static let truth = (0..<60).map { Optional($0 / 3) }
  /// Every fourth true cluster is cut in two.
  private static let found = (0..<60).map { item in
    Optional((item / 3).isMultiple(of: 4) && item.isMultiple(of: 3) ? 100 + item : item / 3)
  }

  @Test func holdTheMeasures() throws {
    let (found, truth) = (Partition(Self.found), Partition(Self.truth))
    let agreement = PartitionAgreement(found: found, truth: truth)
    let intervals = PartitionIntervals(found: found, truth: truth)
    let f1 = try #require(intervals.f1)
    #expect(f1.contains(agreement.pairs.f1))
    #expect(f1.upperBound - f1.lowerBound > 0.02, "twenty clusters are few")
    #expect(try #require(intervals.bCubedF1).contains(agreement.bCubed.f1))
    #expect(try #require(intervals.adjustedRandIndex).contains(agreement.adjustedRandIndex))
  }

  @Test func haveNoWidthWhereAllIsRight() {
    let truth = Partition(Self.truth)
    let intervals = PartitionIntervals(found: truth, truth: truth)
    #expect(intervals.f1 == 1...1)
    #expect(intervals.adjustedRandIndex == 1...1)
    #expect(intervals.bCubedF1 == 1...1)
  }

  @Test func areNoneForNoDocuments() {
    let none = Partition([Int?]())
    #expect(PartitionIntervals(found: none, truth: none).f1 == nil)
  }
}
