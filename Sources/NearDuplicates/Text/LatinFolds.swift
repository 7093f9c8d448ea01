/// What the letters of U+00C0 to U+017F fold to, as a kernel wants it: 128 bytes for each of the
/// leads C3 to C5.
///
/// The first 64 have the first byte of the folded form, by the last six bits of the letter, or 0 where
/// that is no letter or takes more than two bytes; the others the second byte, or 0 where there is
/// none.
struct LatinFolds: @unchecked Sendable {
  /// Never written after `init` and never freed.
  let bytes: UnsafePointer<UInt8>

  static let shared = LatinFolds()

  private init() {
    let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 3 * 128)
    bytes.initialize(repeating: 0, count: 3 * 128)
    for letter in 0xC0..<0x180 {
      let entry = ScalarEntry(bits: ScalarTable.shared.firstPlane[letter])
      guard entry.isPlainWord, (1...2).contains(entry.byteCount) else { continue }
      let place = (letter &>> 6 &- 3) &* 128 &+ letter & 63
      bytes[place] = UInt8(truncatingIfNeeded: entry.bits)
      if entry.byteCount == 2 { bytes[place &+ 64] = UInt8(truncatingIfNeeded: entry.bits &>> 8) }
    }
    self.bytes = UnsafePointer(bytes)
  }
}
