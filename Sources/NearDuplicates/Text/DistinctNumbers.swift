extension Array where Element == UInt32 {
  /// The distinct numbers in rising order.
  ///
  /// Four passes over bytes, the lowest first: the stems of 1,300 words take 14 µs, where a sort by
  /// comparison takes 45.
  ///
  /// Complexity: O(*n*).
  func sortedDistinct() -> [UInt32] {
    guard count > 64 else { return sorted().withoutRepetitions() }
    var source = self
    var target = self
    for shift in [0, 8, 16, 24] as [UInt32] {
      source.scatter(into: &target, byByteAt: shift)
      swap(&source, &target)
    }
    return source.withoutRepetitions()
  }

  private func scatter(into target: inout [UInt32], byByteAt shift: UInt32) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 256) { ends in
      ends.initialize(repeating: 0)
      withUnsafeBufferPointer { source in
        target.withUnsafeMutableBufferPointer { target in
          for number in source { ends[Int(number &>> shift & 255)] &+= 1 }
          var sum = 0
          for digit in 0..<256 { (ends[digit], sum) = (sum, sum &+ ends[digit]) }
          for number in source {
            let digit = Int(number &>> shift & 255)
            target[ends[digit]] = number
            ends[digit] &+= 1
          }
        }
      }
    }
  }

  /// Sorted numbers, each once.
  private func withoutRepetitions() -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { kept, keptCount in
      for number in self where keptCount == 0 || kept[keptCount - 1] != number {
        kept.initializeElement(at: keptCount, to: number)
        keptCount += 1
      }
    }
  }
}
