import Testing

@testable import DedupeEvaluation

@Suite struct ComponentsTests {
  @Test func joinsStepByStep() {
    var components = Components(count: 5)
    components.join(4, 2)
    components.join(2, 0)
    #expect(components.groups == [[0, 2, 4], [1], [3]])
  }

  @Test func doesNotDependOnTheOrderOfJoining() {
    var generator = SplitMix64(seed: 7)
    var pairs = (0..<30).map { _ in (generator.next(below: 40), generator.next(below: 40)) }
    var forwards = Components(count: 40)
    for (one, other) in pairs { forwards.join(one, other) }
    pairs.reverse()
    var backwards = Components(count: 40)
    for (one, other) in pairs { backwards.join(other, one) }
    #expect(forwards.groups == backwards.groups)
  }

  @Test func pairsOfDifferentGroupsShareNoDocument() {
    let pairs = [
      DocumentPair(0, 1), DocumentPair(2, 3), DocumentPair(1, 9), DocumentPair(5, 6),
      DocumentPair(9, 3),
    ]
    #expect(Components.independentGroups(of: pairs) == [[0, 1, 2, 4], [3]])
  }
}
