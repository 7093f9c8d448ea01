/// Sixteen bytes of text, for comparisons all at once.
typealias ByteVector = SIMD16<UInt8>

/// All ones or zeros in each of sixteen bytes; bitwise operations on these are single instructions,
/// where those on masks of Swift are several.
typealias ByteLanes = SIMD2<UInt64>

extension SIMD16<UInt8> {
  /// The sixteen bytes from an address on.
  @inline(__always)
  init(from start: UnsafePointer<UInt8>) {
    self = UnsafeRawPointer(start).loadUnaligned(as: ByteVector.self)
  }

  /// The same bytes as two numbers.
  @inline(__always)
  var lanes: ByteLanes { unsafeBitCast(self, to: ByteLanes.self) }
}

/// The result of a comparison, as lanes.
@inline(__always)
func lanes(_ mask: SIMDMask<SIMD16<Int8>>) -> ByteLanes {
  unsafeBitCast(mask, to: ByteLanes.self)
}

/// Gathers one bit for each of 64 bytes out of the results of vector comparisons.
///
/// Baseline Swift has no word for the instruction that does this. Each half of a vector sets one
/// bit of all eight bytes of a number, and an 8 × 8 transposition puts them in order: 25
/// instructions for 64 bytes, where gathering each half by a multiplication takes 40, and more
/// where the compiler insists on doing it in vectors.
struct ByteMask {
  private var gathered = ByteLanes(repeating: 0)

  /// Takes in the result for the bytes from `16 * part`: all ones or zeros in each byte.
  @inline(__always)
  mutating func insert(_ mask: ByteLanes, _ part: Int) {
    let weight: UInt64 = 0x0101_0101_0101_0101 &<< UInt64(2 &* part)
    gathered |= mask & ByteLanes(weight, weight &<< 1)
  }

  /// A bit for each byte, the first byte lowest.
  @inline(__always)
  var bits: UInt64 {
    var matrix = gathered[0] | gathered[1]
    matrix = ByteMask.swapping(matrix, 0x00AA_00AA_00AA_00AA, 7)
    matrix = ByteMask.swapping(matrix, 0x0000_CCCC_0000_CCCC, 14)
    return ByteMask.swapping(matrix, 0x0000_0000_F0F0_F0F0, 28)
  }

  /// Exchanges the bits under a mask with those `distance` above them.
  @inline(__always)
  private static func swapping(_ matrix: UInt64, _ mask: UInt64, _ distance: UInt64) -> UInt64 {
    let difference = (matrix ^ matrix &>> distance) & mask
    return matrix ^ difference ^ difference &<< distance
  }
}
