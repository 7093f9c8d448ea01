import Testing

@testable import NearDuplicates

struct RareCountsTests {
  @Test func `rounds know nothing of one another, however many there are`() {
    var counts = RareCounts(documents: 3)
    for round in 0..<140_000 {
      let enough = round % 3 == 0 ? RareWordIndex.leastShared : RareWordIndex.leastShared - 1
      counts.withAdder { adder in
        for _ in 0..<enough { adder.add(0.5, to: round % 2) }
        adder.add(0.5, to: 2)
      }
      let found = counts.drain { $1 }
      let expected = round % 3 == 0 ? [round % 2] : []
      guard found.map(\.document) == expected, found.allSatisfy({ $0.closeness == 4 }) else {
        Issue.record("round \(round): \(found)")
        return
      }
    }
  }

  @Test func `the closest come first, of equals the earlier`() {
    var counts = RareCounts(documents: 5)
    counts.withAdder { adder in
      for document in [0, 1, 3, 4] {
        for _ in 0..<9 { adder.add(document == 3 ? 2 : 1, to: document) }
      }
    }
    let found = counts.drain { document, weight in document == 0 ? nil : weight }
    #expect(found.map(\.document) == [3, 1, 4])
    #expect(found.map(\.words) == [9, 9, 9] && found.map(\.closeness) == [18, 9, 9])
    #expect(counts.drain { $1 }.isEmpty)
  }
}
