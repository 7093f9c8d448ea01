import Testing

@testable import DedupeIndex

@Suite struct DeadSetTests {
  @Test(arguments: UInt64(0)..<4)
  func isASet(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var dead = DeadSet()
    var twin: Set<Int> = []
    for _ in 0..<300 {
      let document = Int.random(in: 0..<400, using: &random)
      #expect(dead.insert(document) == twin.insert(document).inserted, "seed \(seed)")
    }
    #expect(dead.count == twin.count && !dead.isEmpty)
    #expect((0..<1_000).filter(dead.contains) == twin.sorted())
    #expect(DeadSet(words: dead.words) == dead)
    #expect(DeadSet().isEmpty)
  }
}
