import Testing

@testable import NearDuplicates

struct OccurrenceTests {
  /// What is expected: a stable sort by comparison.
  private func twin(_ occurrences: [Occurrence]) -> [Occurrence] {
    occurrences.enumerated()
      .sorted { ($0.element.hash, $0.offset) < ($1.element.hash, $1.offset) }
      .map(\.element)
  }

  /// Occurrences whose hashes are cut down by a mask, so that many of them agree.
  private func occurrences(_ count: Int, mask: UInt64, seed: UInt64) -> [Occurrence] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { place in
      Occurrence(
        hash: random.next() & mask, document: UInt32(place / 7), position: UInt32(place % 7))
    }
  }

  /// All bits; only low ones, equal in the 22 or 33 bits that the radix passes see; the two bits on
  /// either side of these borders; a few values; one value.
  private static let masks: [UInt64] = [
    .max, 0x7FFF_FFFF, 0x1_8000_0001 << 30, 0xC000_0000, 3 << 41, 0xF << 60 | 3, 0,
  ]

  @Test(arguments: masks, 0..<4 as Range<UInt64>)
  func `sorts as a stable sort by comparison does`(mask: UInt64, seed: UInt64) {
    for count in [0, 1, 2, 63, 64, 65, 66, 1000] {
      let given = occurrences(count, mask: mask, seed: seed &+ UInt64(count))
      var sorted = given
      sorted.sortByHash()
      #expect(sorted == twin(given), "seed \(seed), mask \(mask), \(count) occurrences")
    }
  }

  @Test(arguments: [0, 8] as [UInt64])
  func `so many that a third pass is made`(skippedBits: UInt64) {
    for mask in [.max, 0x3_FFFF << 40 | 1] as [UInt64] {
      let given = occurrences(270_000, mask: mask &>> skippedBits, seed: skippedBits)
      var sorted = given
      sorted.sortByHash(skippedBits: skippedBits)
      #expect(sorted == twin(given), "mask \(mask), \(skippedBits) bits skipped")
    }
  }

  @Test(arguments: [1, 8, 20] as [UInt64])
  func `upper bits that all have in common are skipped`(skippedBits: UInt64) {
    let common: UInt64 = 0xA5A5_A5A5_A5A5_A5A5
    for mask in Self.masks {
      let given = occurrences(700, mask: mask &>> skippedBits, seed: skippedBits).map {
        Occurrence(
          hash: $0.hash | common &<< (64 - skippedBits), document: $0.document,
          position: $0.position)
      }
      var sorted = given
      sorted.sortByHash(skippedBits: skippedBits)
      #expect(sorted == twin(given), "mask \(mask), \(skippedBits) bits skipped")
    }
  }

  @Test func `hashes that agree in their top 33 bits are put right by the others`() {
    let given = (0..<200 as Range<UInt64>).reversed().map { low in
      Occurrence(
        hash: (low % 5) << 31 | (low * 7919 & 0xFFFF), document: UInt32(low), position: 0)
    }
    var sorted = given
    sorted.sortByHash()
    #expect(sorted == twin(given))
    #expect(sorted != given)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func `numbers are sorted by their upper halves and otherwise left in order`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    for mask in [.max, 0x1_0080_0400 << 32 | 0xFF, 0xFFFF] as [UInt64] {
      let given = (0..<2000).map { _ in random.next() & mask }
      var sorted = given
      sorted.sortByUpperHalf()
      let expected = given.enumerated()
        .sorted { ($0.element >> 32, $0.offset) < ($1.element >> 32, $1.offset) }
        .map(\.element)
      #expect(sorted == expected, "seed \(seed), mask \(mask)")
    }
  }
}
