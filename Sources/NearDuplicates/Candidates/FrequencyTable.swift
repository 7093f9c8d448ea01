/// Counts by 64-bit keys in a flat table with open addressing: one cache line a look-up where a
/// dictionary takes two or three.
package struct FrequencyTable: Sendable {
  /// A key with its count, 0 where the place is empty: side by side, for one visit to memory.
  private struct Cell {
    var key: UInt64 = 0
    var count: UInt32 = 0
  }

  private var cells: [Cell]
  private var used = 0

  /// Creates an empty table with room for about `expected` keys.
  package init(expected: Int = 16) {
    var capacity = 32
    while capacity < expected * 2 { capacity *= 2 }
    cells = [Cell](repeating: Cell(), count: capacity)
  }

  /// The count of a key, 0 where it is unknown.
  package subscript(_ key: UInt64) -> UInt32 {
    cells.withUnsafeBufferPointer { $0[Self.place(of: key, in: $0)].count }
  }

  /// Sets the count of a key; counts are above 0.
  package mutating func set(_ key: UInt64, to count: UInt32) {
    let place = cells.withUnsafeBufferPointer { Self.place(of: key, in: $0) }
    if cells[place].count == 0 {
      used += 1
      cells[place].key = key
    }
    cells[place].count = count
    if used * 2 > cells.count { grow() }
  }

  /// Calls a closure with every key and its count, in no order.
  package func forEach(_ body: (UInt64, UInt32) -> Void) {
    for cell in cells where cell.count > 0 { body(cell.key, cell.count) }
  }

  /// The number of keys.
  package var count: Int { used }

  /// All keys with their counts, by key.
  package var sorted: [(key: UInt64, count: UInt32)] {
    cells.filter { $0.count > 0 }.map { (key: $0.key, count: $0.count) }
      .sorted { $0.key < $1.key }
  }

  @inline(__always)
  private static func place(of key: UInt64, in cells: UnsafeBufferPointer<Cell>) -> Int {
    let mask = cells.count - 1
    let mixed = key.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    var place = Int(truncatingIfNeeded: mixed.high ^ mixed.low) & mask
    while cells[place].count != 0, cells[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = FrequencyTable(expected: cells.count)
    for cell in cells where cell.count > 0 { larger.set(cell.key, to: cell.count) }
    self = larger
  }
}
