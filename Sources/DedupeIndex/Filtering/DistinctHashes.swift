/// Tells whether a hash was met before in the same text: a flat table that is kept from text to
/// text.
///
/// For 330 hashes it takes a sixth of the time of sorting them.
struct DistinctHashes: Sendable {
  private struct Cell: Sendable {
    var hash: UInt64 = 0
    /// The number of the text that the cell was last used for.
    var text: UInt32 = 0
  }

  private var cells = [Cell](repeating: Cell(), count: 1024)
  private var text: UInt32 = 0

  /// Forgets everything, and makes room for so many hashes.
  mutating func begin(upTo count: Int) {
    text &+= 1
    var size = cells.count
    while size < count * 2 { size *= 2 }
    if size > cells.count || text == 0 {
      cells = [Cell](repeating: Cell(), count: size)
      text = 1
    }
  }

  /// Adds a hash, and tells whether it is the first of its kind.
  mutating func insert(_ hash: UInt64) -> Bool {
    let mask = cells.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while cells[place].text == text {
      if cells[place].hash == hash { return false }
      place = (place + 1) & mask
    }
    cells[place] = Cell(hash: hash, text: text)
    return true
  }
}
