import Testing

@testable import NearDuplicates

struct WholesTests {
  /// The first document that can be reached from each, going from pair to pair.
  private func twin(_ pairs: [PairKey], documents: Int) -> [UInt32] {
    var names = Array(0..<UInt32(documents))
    var changes = true
    while changes {
      changes = false
      for pair in pairs {
        let least = min(names[Int(pair.a)], names[Int(pair.b)])
        changes = changes || names[Int(pair.a)] != least || names[Int(pair.b)] != least
        names[Int(pair.a)] = least
        names[Int(pair.b)] = least
      }
    }
    return names
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `names each whole by its first document`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let pairs = (0..<25).map { _ in
      let one = UInt32.random(in: 0..<49, using: &random)
      return PairKey(one, UInt32.random(in: one + 1..<50, using: &random))
    }
    let wholes = Wholes(of: pairs, documents: 50)
    let expected = twin(pairs, documents: 50)
    #expect((0..<50).map { wholes[$0] } == expected, "seed \(seed)")
    let sorted = wholes.sorted(pairs)
    #expect(sorted.sorted() == pairs.sorted())
    let keys = sorted.map { [expected[Int($0.a)], $0.a, $0.b] }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { !$1.lexicographicallyPrecedes($0) })
  }
}
