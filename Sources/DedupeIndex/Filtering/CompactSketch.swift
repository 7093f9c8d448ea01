import NearDuplicates

/// A sketch as an index keeps it: the low halves of its slots.
///
/// Of the 24 bits of a value the low 16 tell two slots apart but once in 65,536, which moves an
/// estimate by 0.002 of a slot, and a document takes 256 bytes in place of 512.
struct CompactSketch: Sendable, Equatable {
  /// The slots; none in the sketch of a text without words.
  private(set) var slots: [UInt16] = []

  init() {}

  init(_ slots: UnsafeBufferPointer<UInt32>) {
    self.slots = slots.map { UInt16(truncatingIfNeeded: $0) }
  }

  /// The estimated Jaccard similarity with a sketch in memory that need not be aligned.
  func estimatedJaccard(with other: UnsafeRawBufferPointer) -> Double {
    guard !slots.isEmpty, other.count >= 2 * slots.count else { return 0 }
    let equal = slots.withUnsafeBytes { Self.countOfEqualSlots($0, other) }
    return Double(equal) / Double(slots.count)
  }

  /// Eight slots a step, in either byte order.
  private static func countOfEqualSlots(
    _ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer
  ) -> Int {
    var negated = SIMD8<Int16>(repeating: 0)
    for offset in stride(from: 0, to: left.count & ~15, by: 16) {
      let one = left.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt16>.self)
      let other = right.loadUnaligned(fromByteOffset: offset, as: SIMD8<UInt16>.self)
      negated &+= unsafeBitCast(one .== other, to: SIMD8<Int16>.self)
    }
    return -(0..<8).reduce(0) { $0 + Int(negated[$1]) }
  }
}
