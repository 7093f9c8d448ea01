/// A fingerprint and where it stands.
package struct Occurrence: Equatable {
  /// The hash of the words.
  package var hash: UInt64
  /// The document, in canonical order.
  package var document: UInt32
  /// The number of the first word.
  package var position: UInt32

  package init(hash: UInt64, document: UInt32, position: UInt32) {
    self.hash = hash
    self.document = document
    self.position = position
  }
}

extension Array where Element == Occurrence {
  /// Sorts by hash; occurrences with equal hashes keep their order.
  ///
  /// Three passes of a least-significant-digit radix sort bring the top 33 bits in order (about
  /// 10 ns an occurrence, a comparison sort takes 80); the few that agree in these and differ
  /// below are put right by insertion.
  ///
  /// Complexity: O(*n*) time and *n* further occurrences of memory.
  package mutating func sortByHash() {
    guard count > 64 else {
      insertionSortByHash(in: indices)
      return
    }
    let scratch = [Occurrence](unsafeUninitializedCapacity: count) { target, initialized in
      self.withUnsafeMutableBufferPointer { source in
        Self.scatter(from: source, to: target, shift: 31)
        Self.scatter(from: target, to: source, shift: 42)
        Self.scatter(from: source, to: target, shift: 53)
      }
      initialized = target.count
    }
    self = scratch
    repairRuns()
  }

  private static func scatter(
    from source: UnsafeMutableBufferPointer<Occurrence>,
    to target: UnsafeMutableBufferPointer<Occurrence>, shift: UInt64
  ) {
    var offsets = [Int](repeating: 0, count: 2048)
    offsets.withUnsafeMutableBufferPointer { offsets in
      for occurrence in source.prefix(target.count) {
        offsets[Int(occurrence.hash >> shift & 2047)] += 1
      }
      var sum = 0
      for digit in 0..<2048 {
        (offsets[digit], sum) = (sum, sum + offsets[digit])
      }
      for occurrence in source.prefix(target.count) {
        let digit = Int(occurrence.hash >> shift & 2047)
        target[offsets[digit]] = occurrence
        offsets[digit] += 1
      }
    }
  }

  /// Orders runs that agree in the sorted top 33 bits by the remaining ones.
  private mutating func repairRuns() {
    var start = 0
    while start < count {
      var end = start + 1
      var isMixed = false
      while end < count, self[end].hash >> 31 == self[start].hash >> 31 {
        if self[end].hash != self[start].hash { isMixed = true }
        end += 1
      }
      if isMixed { insertionSortByHash(in: start..<end) }
      start = end
    }
  }

  private mutating func insertionSortByHash(in range: Range<Int>) {
    for index in range.dropFirst() {
      let moved = self[index]
      var hole = index
      while hole > range.lowerBound, self[hole - 1].hash > moved.hash {
        self[hole] = self[hole - 1]
        hole -= 1
      }
      self[hole] = moved
    }
  }
}
