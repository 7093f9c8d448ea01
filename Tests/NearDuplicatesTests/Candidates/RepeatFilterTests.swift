import NearDuplicates
import Testing

struct RepeatFilterTests {
  @Test(arguments: 0..<10 as Range<UInt64>)
  func `never drops a hash that repeats`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let count = Int.random(in: 1...20_000, using: &random)
    let single = (0..<count).map { _ in random.next() }
    let repeated = (0..<count / 3 + 1).map { _ in random.next() }
    // Expecting too little fills the filter: it then keeps more, and still drops nothing.
    for expected in [0, count, count * 2] {
      var filter = RepeatFilter(expected: expected)
      filter.insert(all: (single + repeated + repeated).shuffled(using: &random))
      #expect(repeated.allSatisfy(filter.mayRepeat), "seed \(seed)")
    }
  }

  @Test func `hashes at the ends of the range have cells of their own`() {
    var filter = RepeatFilter(expected: 4)
    filter.insert(all: [0, .max, .max])
    #expect(!filter.mayRepeat(0))
    #expect(filter.mayRepeat(.max))
    filter.insert(all: [0])
    #expect(filter.mayRepeat(0))
    filter.insert(all: [0, 0, 0])
    #expect(filter.mayRepeat(0))
  }

  @Test func `keeps few that stand alone`() {
    var random = SplitMix(seed: 7)
    let hashes = (0..<50_000).map { _ in random.next() }
    var filter = RepeatFilter(expected: hashes.count)
    filter.insert(all: hashes)
    // With 4 cells a hash and more, e^-1/4 of all cells at least are not shared.
    #expect(Double(hashes.count(where: filter.mayRepeat)) / Double(hashes.count) < 0.23)
  }
}

extension RepeatFilter {
  fileprivate mutating func insert(all hashes: [UInt64]) {
    insert { insert in for hash in hashes { insert(hash) } }
  }
}
