/// What two sketches must have in common to be compared.
public struct SketchParameters: Sendable, Hashable {
  /// Slots of a sketch: a power of two from 32 to 512, by default 128.
  public let slots: Int
  /// Tokens in a shingle: 1 to 64, by default 5.
  public let shingleSize: Int
  /// The seed of the random choices, by default 0.
  public let seed: UInt64
  /// The rules by which texts became words: ``Normalization/name``.
  public let normalization: String

  /// Creates parameters.
  ///
  /// - Precondition: `slots` is a power of two from 32 to 512 and `shingleSize` is 1 to 64.
  public init(slots: Int = 128, shingleSize: Int = 5, seed: UInt64 = 0) {
    precondition(
      (32...512).contains(slots) && slots.nonzeroBitCount == 1,
      "a sketch has a power of two of slots, 32 to 512")
    self.slots = slots
    self.shingleSize = ShingleHasher(size: shingleSize).size
    self.seed = seed
    normalization = Normalization.name
  }
}

/// Sketches were to be compared that say nothing about each other.
public struct SketchMismatch: Error, Equatable, CustomStringConvertible {
  /// The parameters of the one sketch.
  public let left: SketchParameters
  /// The parameters of the other sketch.
  public let right: SketchParameters

  /// A sentence that says which parameters differ.
  public var description: String {
    var differences: [String] = []
    if left.slots != right.slots {
      differences.append("\(left.slots) and \(right.slots) slots")
    }
    if left.shingleSize != right.shingleSize {
      differences.append("shingles of \(left.shingleSize) and \(right.shingleSize) words")
    }
    if left.seed != right.seed {
      differences.append("seeds \(left.seed) and \(right.seed)")
    }
    if left.normalization != right.normalization {
      differences.append("texts normalised by \(left.normalization) and \(right.normalization)")
    }
    return "the sketches cannot be compared: they have " + differences.joined(separator: ", ")
  }
}
