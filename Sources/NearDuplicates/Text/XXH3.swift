import CXXHash

/// XXH3 with 64 bits, the hash of everything that is stored or compared across machines.
///
/// The header-only form of the library renames its functions, and Swift does not see through the
/// macros that hide it.
@inline(__always)
package func xxh3(_ bytes: UnsafeRawPointer?, _ count: Int) -> UInt64 {
  XXH_INLINE_XXH3_64bits(bytes, count)
}

/// The same for inputs of some kilobytes, which vectors of 64 bytes hash three times as fast.
package func xxh3(
  ofMany bytes: UnsafeRawBufferPointer, by kernels: Kernels = .best
) -> UInt64 {
  guard let hash = kernels.table.hash else { return xxh3(bytes.baseAddress, bytes.count) }
  return hash(bytes.baseAddress, bytes.count)
}

// The same for short inputs in registers: the formulas of the XXH3 specification for a length that
// is known to be in one of four ranges, with its default secret.

/// XXH3 of 1 to 3 bytes: the middle byte (of two, the second; of one, the first), the first and the
/// last, from the highest byte of 32 bits to the lowest, with zeros in place of the second lowest.
@inline(__always)
func xxh3(of1To3 bytes: UInt64, _ count: UInt64) -> UInt64 {
  var hash = (bytes | count &<< 8) ^ 0x8727_5A9B
  hash = hash &* 0xC2B2_AE3D_27D4_EB4F
  hash = (hash ^ hash &>> 29) &* 0x1656_67B1_9E37_79F9
  return hash ^ hash &>> 32
}

/// XXH3 of 4 to 8 bytes: the first four in the upper half, the last four in the lower.
@inline(__always)
func xxh3(of4To8 bytes: UInt64, _ count: UInt64) -> UInt64 {
  var hash = bytes ^ 0xC73A_B174_C5EC_D5A2
  hash ^= hash.rotatedLeft(by: 49) ^ hash.rotatedLeft(by: 24)
  hash = hash &* 0x9FB2_1C65_1E98_DF25
  hash = (hash ^ (hash &>> 35 &+ count)) &* 0x9FB2_1C65_1E98_DF25
  return hash ^ hash &>> 28
}

/// XXH3 of 9 to 16 bytes: the first eight and the last eight.
@inline(__always)
func xxh3(of9To16 first: UInt64, _ last: UInt64, _ count: UInt64) -> UInt64 {
  let low = first ^ 0x6782_737B_EA42_39B9
  let high = last ^ 0xAF56_BC3B_0996_523A
  let product = low.multipliedFullWidth(by: high)
  var hash = count &+ low.byteSwapped &+ high &+ (product.low ^ product.high)
  hash = (hash ^ hash &>> 37) &* 0x1656_6791_9E37_79F9
  return hash ^ hash &>> 32
}

/// XXH3 of 17 to 32 bytes: the first sixteen and the last sixteen, eight by eight.
@inline(__always)
func xxh3(
  of17To32 first: UInt64, _ second: UInt64, _ lastButOne: UInt64, _ last: UInt64, _ count: UInt64
) -> UInt64 {
  let front = (first ^ 0xBE4B_A423_396C_FEB8)
    .multipliedFullWidth(by: second ^ 0x1CAD_21F7_2C81_017C)
  let back = (lastButOne ^ 0xDB97_9083_E96D_D4DE)
    .multipliedFullWidth(by: last ^ 0x1F67_B3B7_A4A4_4072)
  var hash =
    count &* 0x9E37_79B1_85EB_CA87 &+ (front.low ^ front.high) &+ (back.low ^ back.high)
  hash = (hash ^ hash &>> 37) &* 0x1656_6791_9E37_79F9
  return hash ^ hash &>> 32
}

extension UInt64 {
  @inline(__always)
  func rotatedLeft(by count: UInt64) -> UInt64 {
    self &<< count | self &>> (64 &- count)
  }

  @inline(__always)
  func rotatedRight(by count: UInt64) -> UInt64 {
    self &>> count | self &<< (64 &- count)
  }
}
