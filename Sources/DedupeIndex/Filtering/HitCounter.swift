/// Counts what one record shares with each document, in a flat table that is kept from record to
/// record.
struct HitCounter {
  /// What a record shares with one document.
  struct Hit {
    var fingerprints: UInt16 = 0
    var words: UInt16 = 0
    var weight: UInt32 = 0
    var isBand = false
  }

  private struct Cell {
    var ordinal: Ordinal = .max
    var hit = Hit()
  }

  /// A power of two of cells; an empty one has the ordinal that no document has.
  private var cells = [Cell](repeating: Cell(), count: 1024)
  private var used: [Int] = []

  mutating func addBand(_ ordinal: Ordinal) {
    let place = place(of: ordinal)
    cells[place].hit.isBand = true
  }

  mutating func addFingerprint(_ ordinal: Ordinal) {
    let place = place(of: ordinal)
    if cells[place].hit.fingerprints < .max { cells[place].hit.fingerprints += 1 }
  }

  mutating func addWord(_ ordinal: Ordinal, weight: UInt32) {
    let place = place(of: ordinal)
    cells[place].hit.words &+= 1
    cells[place].hit.weight &+= weight
  }

  /// All counts, in the order in which documents were first met; they are forgotten.
  mutating func drain() -> [(ordinal: Ordinal, hit: Hit)] {
    let counts = used.map { (ordinal: cells[$0].ordinal, hit: cells[$0].hit) }
    for place in used { cells[place] = Cell() }
    used.removeAll(keepingCapacity: true)
    return counts
  }

  private mutating func place(of ordinal: Ordinal) -> Int {
    let found = search(ordinal)
    if cells[found].ordinal == ordinal { return found }
    if used.count * 2 >= cells.count {
      grow()
      return place(of: ordinal)
    }
    cells[found].ordinal = ordinal
    used.append(found)
    return found
  }

  private func search(_ ordinal: Ordinal) -> Int {
    let mask = cells.count - 1
    var place = Int(truncatingIfNeeded: (ordinal &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while cells[place].ordinal != .max, cells[place].ordinal != ordinal {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = used.map { cells[$0] }
    cells = [Cell](repeating: Cell(), count: cells.count * 2)
    used = old.map { cell in
      let place = search(cell.ordinal)
      cells[place] = cell
      return place
    }
  }
}
