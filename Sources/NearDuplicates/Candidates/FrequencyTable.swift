/// Counts by 64-bit keys in a flat table with open addressing: one cache line a look-up where a
/// dictionary takes two or three.
package struct FrequencyTable: Sendable {
  private var keys: [UInt64]
  private var counts: [UInt32]
  private var used = 0

  /// Creates an empty table with room for about `expected` keys.
  package init(expected: Int = 16) {
    var capacity = 32
    while capacity < expected * 2 { capacity *= 2 }
    keys = [UInt64](repeating: 0, count: capacity)
    counts = [UInt32](repeating: 0, count: capacity)
  }

  /// The count of a key, 0 where it is unknown.
  package subscript(_ key: UInt64) -> UInt32 { counts[place(of: key)] }

  /// Sets the count of a key; counts are above 0.
  package mutating func set(_ key: UInt64, to count: UInt32) {
    let place = place(of: key)
    if counts[place] == 0 {
      used += 1
      keys[place] = key
    }
    counts[place] = count
    if used * 2 > keys.count { grow() }
  }

  /// Calls a closure with every key and its count, in no order.
  package func forEach(_ body: (UInt64, UInt32) -> Void) {
    for (key, count) in zip(keys, counts) where count > 0 { body(key, count) }
  }

  /// The number of keys.
  package var count: Int { used }

  /// All keys with their counts, by key.
  package var sorted: [(key: UInt64, count: UInt32)] {
    zip(keys, counts).filter { $0.1 > 0 }.map { (key: $0.0, count: $0.1) }
      .sorted { $0.key < $1.key }
  }

  private func place(of key: UInt64) -> Int {
    let mask = keys.count - 1
    let mixed = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var place = Int(truncatingIfNeeded: mixed.high ^ mixed.low) & mask
    while counts[place] != 0, keys[place] != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = FrequencyTable(expected: keys.count)
    for (key, count) in zip(keys, counts) where count > 0 { larger.set(key, to: count) }
    self = larger
  }
}
