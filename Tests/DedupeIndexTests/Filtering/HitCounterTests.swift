import Testing

@testable import DedupeIndex

@Suite struct HitCounterTests {
  @Test func countsAreThoseOfADictionary() {
    var counter = HitCounter()
    for round in 0..<3 {
      var fingerprints: [Ordinal: Int] = [:]
      var weights: [Ordinal: UInt32] = [:]
      for step in 0..<20_000 {
        let ordinal = Ordinal(step * step % 4001 + round)
        counter.addFingerprint(ordinal)
        counter.addWord(ordinal, weight: UInt32(step % 7))
        fingerprints[ordinal, default: 0] += 1
        weights[ordinal, default: 0] += UInt32(step % 7)
      }
      counter.addBand(5)
      for (ordinal, hit) in counter.drain() {
        #expect(Int(hit.fingerprints) == fingerprints.removeValue(forKey: ordinal) ?? 0)
        #expect(hit.weight == weights[ordinal] ?? 0)
        #expect(hit.isBand == (ordinal == 5))
      }
      #expect(fingerprints.isEmpty)
    }
  }
}
