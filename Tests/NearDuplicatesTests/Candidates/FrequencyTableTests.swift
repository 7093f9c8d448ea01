import NearDuplicates
import Testing

struct FrequencyTableTests {
  @Test(arguments: 0..<12 as Range<UInt64>)
  func `agrees with a dictionary`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    // Few keys collide with themselves, keys with equal low bits with each other, 0 with nothing.
    let mask: UInt64 = [.max, 0xFF, 0xFFFF << 48, 0xF][Int(seed % 4)]
    var table = FrequencyTable(expected: Int(seed))
    var dictionary: [UInt64: UInt32] = [:]
    for _ in 0..<3000 {
      let key = random.next() & mask
      let count = UInt32.random(in: 1...9, using: &random)
      table.set(key, to: count)
      dictionary[key] = count
    }
    #expect(table.count == dictionary.count, "seed \(seed)")
    #expect(dictionary.allSatisfy { table[$0.key] == $0.value }, "seed \(seed)")
    let absent = (0..<500).map { _ in random.next() }.filter { dictionary[$0] == nil }
    #expect(absent.allSatisfy { table[$0] == 0 }, "seed \(seed)")
    let sorted = dictionary.sorted { $0.key < $1.key }
    #expect(table.sorted.map(\.key) == sorted.map(\.key), "seed \(seed)")
    #expect(table.sorted.map(\.count) == sorted.map(\.value), "seed \(seed)")
  }

  @Test func `hands over every key once`() {
    var table = FrequencyTable()
    for key in 0..<100 as Range<UInt64> { table.set(key * key, to: UInt32(key + 1)) }
    table.set(81, to: 400)
    var seen: [UInt64: UInt32] = [:]
    table.forEach { key, count in
      #expect(seen[key] == nil)
      seen[key] = count
    }
    #expect(seen.count == 100)
    #expect(seen[81] == 400)
    #expect(seen[0] == 1)
  }
}
