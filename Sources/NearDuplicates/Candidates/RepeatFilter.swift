/// Remembers which hashes were seen once and which again, in two bits a cell.
///
/// Two of three fingerprints of a collection stand in one document only and can never pair: this
/// filter keeps them out of the sort for one cache miss each. Hashes that share a cell are kept
/// needlessly, never dropped.
package struct RepeatFilter {
  private var cells: [UInt64]
  private let shift: UInt64

  /// Creates a filter for about `expected` hashes: 4 to 8 cells, one or two bytes, for each.
  package init(expected: Int) {
    var bits = 10
    while 1 << bits < expected * 4, bits < 34 { bits += 1 }
    cells = [UInt64](repeating: 0, count: (1 << bits) / 32)
    shift = UInt64(64 - bits)
  }

  /// Takes note of the hashes for which a closure calls the one that it is given.
  @inline(__always)
  package mutating func insert(_ body: (_ insert: (UInt64) -> Void) -> Void) {
    cells.withUnsafeMutableBufferPointer { cells in
      body { hash in
        let cell = hash &>> shift
        let place = cell & 31 &* 2
        let word = cells[Int(cell &>> 5)]
        let seen = word &>> place & 1
        cells[Int(cell &>> 5)] = word | (1 &+ seen) &<< place
      }
    }
  }

  /// Whether the hash may have been inserted more than once.
  @inline(__always)
  package func mayRepeat(_ hash: UInt64) -> Bool {
    let cell = hash &>> shift
    return cells[Int(cell &>> 5)] &>> (cell & 31 &* 2) & 2 != 0
  }
}
