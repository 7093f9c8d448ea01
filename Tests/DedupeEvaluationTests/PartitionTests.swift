import Testing

@testable import DedupeEvaluation

@Suite struct PartitionTests {
  @Test func numbersGroupsByTheirFirstItems() {
    let partition = Partition(["b", "a", nil, "b", nil])
    #expect(partition.groups == [0, 1, 2, 0, 3])
    #expect(partition.groupCount == 4)
  }

  @Test func isTheSameWhateverGroupsAreCalled() {
    #expect(Partition([7, 7, 1]) == Partition([0, 0, nil]))
    #expect(Partition([7, 7, 1]) != Partition([7, 1, 1]))
  }
}
