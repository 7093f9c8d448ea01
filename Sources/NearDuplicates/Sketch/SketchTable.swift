/// The sketches of a collection, one row a document, in one flat array.
package struct SketchTable: Sendable {
  /// How all of these sketches were made.
  package let parameters: SketchParameters
  /// The slots of all rows, one row after the other.
  package private(set) var slots: [UInt32] = []

  /// Creates an empty table.
  package init(parameters: SketchParameters = SketchParameters()) {
    self.parameters = parameters
  }

  /// Creates an empty table for what a sketcher makes.
  package init(sketcher: SimilaritySketcher) {
    self.init(parameters: sketcher.parameters)
  }

  /// The number of rows.
  package var count: Int { slots.count / parameters.slots }

  /// Keeps room for a number of rows in all.
  package mutating func reserveCapacity(_ rows: Int) {
    slots.reserveCapacity(rows * parameters.slots)
  }

  /// Removes all rows and keeps the storage.
  package mutating func removeAll() {
    slots.removeAll(keepingCapacity: true)
  }

  /// Appends the sketch of a document's shingles.
  ///
  /// - Precondition: the sketcher has the parameters of the table.
  package mutating func append(_ shingles: [UInt64], by sketcher: SimilaritySketcher) {
    precondition(sketcher.parameters == parameters, "a table holds sketches of one kind")
    let begin = slots.count
    slots.append(
      contentsOf: repeatElement(SimilaritySketcher.emptySlot, count: parameters.slots))
    slots.withUnsafeMutableBufferPointer { slots in
      shingles.withUnsafeBufferPointer { shingles in
        sketcher.sketch(shingles, into: .init(rebasing: slots[begin...]))
      }
    }
  }

  /// Appends the slots of a sketch of the same parameters.
  package mutating func append(_ slots: UnsafeBufferPointer<UInt32>) {
    precondition(slots.count == parameters.slots, "a table holds sketches of one kind")
    self.slots.append(contentsOf: slots)
  }

  /// Whether a document had no shingles; its sketch equals none, not even another empty one.
  package func isEmpty(_ row: Int) -> Bool {
    slots[row * parameters.slots] == SimilaritySketcher.emptySlot
  }

  /// The sketch in a row, as a value.
  package func sketch(at row: Int) -> Sketch {
    Sketch(
      parameters: parameters,
      slots: Array(slots[row * parameters.slots..<(row + 1) * parameters.slots]))
  }

  /// Calls `body` with the slots of a row, without copying them.
  package func withSlots<Result>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    slots.withUnsafeBufferPointer { body(rowSlots(row, of: $0)) }
  }

  /// How many slots of two rows hold the same value; none where either document is empty.
  package func equalSlots(_ left: Int, _ right: Int) -> Int {
    guard !isEmpty(left), !isEmpty(right) else { return 0 }
    return slots.withUnsafeBufferPointer {
      countOfEqualSlots(rowSlots(left, of: $0), rowSlots(right, of: $0))
    }
  }

  /// The estimated Jaccard similarity of the shingle sets of two rows, 0 to 1.
  package func estimatedJaccard(_ left: Int, _ right: Int) -> Double {
    Double(equalSlots(left, right)) / Double(parameters.slots)
  }

  /// Whether the slots of one row come before those of another, or nil where they are the same:
  /// an order in which near copies tend to lie close.
  package func precedes(_ left: Int, _ right: Int) -> Bool? {
    slots.withUnsafeBufferPointer {
      let left = rowSlots(left, of: $0)
      let right = rowSlots(right, of: $0)
      guard let first = left.indices.first(where: { left[$0] != right[$0] }) else { return nil }
      return left[first] < right[first]
    }
  }

  @inline(__always)
  private func rowSlots(
    _ row: Int, of slots: UnsafeBufferPointer<UInt32>
  ) -> UnsafeBufferPointer<UInt32> {
    .init(rebasing: slots[row * parameters.slots..<(row + 1) * parameters.slots])
  }
}
