extension Bool {
  /// One where it is true, else zero, for counts and for ends that only some elements move on.
  ///
  /// The compiler makes a branch of `isRare ? 1 : 0` in a loop, which goes wrong wherever what comes
  /// is in no order: that costs more than all else the loop does. A byte that is added stays one.
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: unsafeBitCast(self, to: UInt8.self)) }
}

extension Range<Int> {
  /// The numbers that count, in order, given 1 for those that do and 0 for the others.
  ///
  /// Each is written and only some move the end on: no look-up waits for a branch on another.
  @inline(__always)
  func gathered(counting: (Int) -> Int) -> [Int] {
    [Int](unsafeUninitializedCapacity: count) { numbers, end in
      for number in self {
        numbers.initializeElement(at: end, to: number)
        end &+= counting(number)
      }
    }
  }
}
