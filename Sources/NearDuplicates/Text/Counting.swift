extension Bool {
  /// One where it is true, else zero, for counts and for ends that only some elements move on.
  ///
  /// The compiler makes a branch of `isRare ? 1 : 0` in a loop, which goes wrong wherever what comes
  /// is in no order: that costs more than all else the loop does. A byte that is added stays one.
  @inline(__always)
  var count: Int { Int(truncatingIfNeeded: unsafeBitCast(self, to: UInt8.self)) }
}
