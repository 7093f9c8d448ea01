/// Sketches of one byte a slot, one row a document: an eighth of a kilobyte where a ``SketchTable``
/// takes half of one.
///
/// A row keeps the lowest byte of each slot (b-bit minwise hashing: P. Li, A. C. König, WWW 2010,
/// DOI 10.1145/1772690.1772759). Slots that differ agree in it once in 256 times, which estimates
/// allow for, and which makes a band of six rows that differs in one agree no more often than one
/// in 256 times: candidates are hardly more, and never fewer.
///
/// Rows stand in pages that are filled and never copied: an array that grows would take up to three
/// times its size for a moment.
package struct ByteSketchTable: Sendable {
  /// How the sketches were made before their slots were cut.
  package let parameters: SketchParameters
  private var pages: [[UInt8]] = []
  /// The number of rows.
  package private(set) var count = 0

  /// How many rows a page has.
  private static let rowsPerPage = 4096
  /// Room that a page begins with where rows come one by one, and may be few.
  private static let firstRows = 256

  /// Creates an empty table.
  package init(parameters: SketchParameters = SketchParameters()) {
    self.parameters = parameters
  }

  /// Appends a row with the lowest bytes of slots.
  package mutating func append(_ slots: UnsafeBufferPointer<UInt32>) {
    precondition(slots.count == parameters.slots, "a table holds sketches of one kind")
    makeRoom(for: Self.firstRows)
    let page = pages.count - 1
    let start = pages[page].count
    pages[page].append(contentsOf: repeatElement(0, count: slots.count))
    pages[page].withUnsafeMutableBufferPointer { bytes in
      for slot in slots.indices { bytes[start &+ slot] = UInt8(truncatingIfNeeded: slots[slot]) }
    }
    count += 1
  }

  /// Appends all rows of another table.
  ///
  /// - Precondition: both tables have the same parameters.
  package mutating func append(contentsOf other: ByteSketchTable) {
    precondition(other.parameters == parameters, "a table holds sketches of one kind")
    for row in 0..<other.count {
      makeRoom(for: Self.rowsPerPage)
      other.withRow(row) { pages[pages.count - 1].append(contentsOf: $0) }
      count += 1
    }
  }

  private mutating func makeRoom(for rows: Int) {
    guard count == pages.count * Self.rowsPerPage else { return }
    pages.append([])
    pages[pages.count - 1].reserveCapacity(rows * parameters.slots)
  }

  /// Calls `body` with the bytes of a row.
  @inline(__always)
  package func withRow<Result>(
    _ row: Int, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result {
    let slots = parameters.slots
    let start = row % Self.rowsPerPage * slots
    return pages[row / Self.rowsPerPage].withUnsafeBytes {
      body(UnsafeRawBufferPointer(rebasing: $0[start..<start + slots]))
    }
  }

  /// The estimated Jaccard similarity of the shingle sets of two rows, 0 to 1.
  package func estimatedJaccard(_ left: Int, _ right: Int) -> Double {
    let equal = withRow(left) { left in withRow(right) { Self.countOfEqual(left, $0) } }
    let share = Double(equal) / Double(parameters.slots)
    return max(0, (share - Self.chance) / (1 - Self.chance))
  }

  /// How often slots that differ agree in a byte.
  private static let chance = 1.0 / 256

  /// Sixteen slots a step; rows are a multiple of that.
  private static func countOfEqual(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Int {
    var negated = SIMD16<Int8>(repeating: 0)
    for offset in stride(from: 0, to: left.count, by: 16) {
      let one = left.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      let other = right.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
      negated &+= unsafeBitCast(one .== other, to: SIMD16<Int8>.self)
    }
    // Of 512 slots a lane counts 32 at most.
    return -(0..<16).reduce(0) { $0 + Int(negated[$1]) }
  }

  /// Whether one row comes before another, or nil where they are the same: an order in which near
  /// copies tend to lie close.
  package func precedes(_ left: Int, _ right: Int) -> Bool? {
    withRow(left) { left in
      withRow(right) { right in
        guard let first = left.indices.first(where: { left[$0] != right[$0] }) else { return nil }
        return left[first] < right[first]
      }
    }
  }
}
