/// A seeded generator of random numbers, the same on every platform and in every release.
///
/// SplitMix64: G. L. Steele, D. Lea, C. H. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, DOI 10.1145/2660193.2660195. Not for secrets.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates a generator; equal seeds give equal sequences.
  public init(seed: UInt64) {
    state = seed
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.finalised(state)
  }

  /// A random number from 0 to `bound - 1`.
  ///
  /// The high half of a product (D. Lemire 2019, DOI 10.1145/3230636) without its rejection step:
  /// the bias is below `bound` / 2⁶⁴. Unlike `Int.random(in:using:)` it is fixed for good.
  ///
  /// - Precondition: `bound` is above 0.
  public mutating func next(below bound: Int) -> Int {
    precondition(bound > 0, "there is no number below \(bound)")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// Scatters 64 bits, one to one.
  static func finalised(_ bits: UInt64) -> UInt64 {
    var bits = bits
    bits = (bits ^ bits &>> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits &>> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits &>> 31
  }
}
