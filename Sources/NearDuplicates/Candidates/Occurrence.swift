/// A fingerprint and where it stands.
package struct Occurrence: Equatable {
  /// The hash of the words.
  package var hash: UInt64
  /// The document, in canonical order.
  package var document: UInt32
  /// The number of the first word.
  package var position: UInt32

  /// Creates an occurrence.
  package init(hash: UInt64, document: UInt32, position: UInt32) {
    self.hash = hash
    self.document = document
    self.position = position
  }
}

extension Array where Element == Occurrence {
  /// Calls a closure with the occurrences of each hash that has two and more; they are sorted.
  @inline(__always)
  func forEachRun(_ body: (UnsafeBufferPointer<Occurrence>) -> Void) {
    withUnsafeBufferPointer { occurrences in
      var start = 0
      while start < occurrences.count {
        let hash = occurrences[start].hash
        var end = start + 1
        while end < occurrences.count, occurrences[end].hash == hash { end += 1 }
        if end - start > 1 { body(UnsafeBufferPointer(rebasing: occurrences[start..<end])) }
        start = end
      }
    }
  }

  /// Sorts by hash; occurrences with equal hashes keep their order.
  ///
  /// Two or three passes of a least-significant-digit radix sort bring 22 or 33 of the upper bits in
  /// order (3 ns an occurrence and pass, a comparison sort takes 80 in all); the few that agree in
  /// these and differ below are put right by insertion.
  ///
  /// Complexity: O(*n*) time and *n* further occurrences of memory.
  ///
  /// - Parameter skippedBits: how many of the upper bits all hashes have in common.
  package mutating func sortByHash(skippedBits: UInt64 = 0) {
    guard count > 64 else {
      insertionSortByHash(in: indices)
      return
    }
    let hasThreePasses = count > 1 << 18
    let sortedBits: UInt64 = hasThreePasses ? 33 : 22
    let lowest = 64 - skippedBits - sortedBits
    let scratch = [Occurrence](unsafeUninitializedCapacity: count) { target, initialized in
      self.withUnsafeMutableBufferPointer { source in
        Self.scatter(from: source, to: target, shift: lowest)
        Self.scatter(from: target, to: source, shift: lowest + 11)
        if hasThreePasses { Self.scatter(from: source, to: target, shift: lowest + 22) }
      }
      initialized = target.count
    }
    if hasThreePasses { self = scratch }
    repairRuns(below: lowest)
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

  /// Orders runs that agree in the sorted bits by the remaining ones, those below `lowest`.
  private mutating func repairRuns(below lowest: UInt64) {
    var start = 0
    while start < count {
      var end = start + 1
      var isMixed = false
      while end < count, self[end].hash >> lowest == self[start].hash >> lowest {
        if self[end].hash != self[start].hash { isMixed = true }
        end += 1
      }
      if isMixed { sortMixedRun(start..<end) }
      start = end
    }
  }

  /// Insertion is best for the usual two or three; copies by the thousand make longer runs.
  private mutating func sortMixedRun(_ range: Range<Int>) {
    guard range.count > 64 else { return insertionSortByHash(in: range) }
    let sorted = self[range].enumerated().sorted {
      ($0.element.hash, $0.offset) < ($1.element.hash, $1.offset)
    }
    for (index, entry) in zip(range, sorted) { self[index] = entry.element }
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

extension Array where Element == UInt64 {
  /// Sorts by the upper 32 bits; elements that agree in these keep their order.
  ///
  /// Complexity: O(*n*) time and *n* further elements of memory.
  mutating func sortByUpperHalf() {
    var other = self
    for shift in [32, 43, 54] as [UInt64] {
      var ends = [Int](repeating: 0, count: 2048)
      for element in self { ends[Int(element >> shift & 2047)] += 1 }
      var sum = 0
      for digit in 0..<2048 { (ends[digit], sum) = (sum, sum + ends[digit]) }
      withUnsafeBufferPointer { source in
        other.withUnsafeMutableBufferPointer { target in
          for element in source {
            let digit = Int(element >> shift & 2047)
            target[ends[digit]] = element
            ends[digit] &+= 1
          }
        }
      }
      swap(&self, &other)
    }
  }
}
