import CXXHash

/// XXH3 with 64 bits, the hash of everything that is stored or compared across machines.
///
/// The header-only form of the library renames its functions, and Swift does not see through the
/// macros that hide it.
@inline(__always)
package func xxh3(_ bytes: UnsafeRawPointer?, _ count: Int) -> UInt64 {
  XXH_INLINE_XXH3_64bits(bytes, count)
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
