/// Hashes the words between the edges that ``WordScanner`` found: words of up to 16 bytes of ASCII
/// in registers, everything else scalar by scalar.
struct WordHasher {
  let text: UnsafePointer<UInt8>
  let count: Int
  let folder: TokenFolder

  /// Appends the words between pairs of edges.
  @inline(__always)
  func append(
    _ edges: UnsafePointer<UInt32>, pairs: Int, to stage: inout TokenStage, _ list: inout TokenList
  ) {
    for pair in 0..<pairs {
      let begin = Int(edges[2 &* pair])
      let end = Int(edges[2 &* pair &+ 1])
      let length = end &- begin
      if _fastPath(length <= 16 && begin &+ 16 <= count) {
        let word = ShortWord(text + begin, length)
        if _fastPath(word.isPlain) {
          stage.append(word.hash, TokenBounds(begin: begin, end: end), &list)
          continue
        }
      }
      folder.tokenize(begin..<end, into: &stage, &list)
    }
  }
}

/// A word of 1 to 16 bytes of ASCII, folded, in two registers.
struct ShortWord {
  private let low: UInt64
  private let high: UInt64
  private let length: Int

  /// Reads 16 bytes, of which the first `length` are the word.
  @inline(__always)
  init(_ start: UnsafePointer<UInt8>, _ length: Int) {
    let raw = UnsafeRawPointer(start)
    self.length = length
    if length <= 8 {
      let mask = ~0 &>> (64 &- 8 &* UInt64(truncatingIfNeeded: length))
      low = ShortWord.folded(UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & mask)
      high = 0
    } else {
      low = ShortWord.folded(UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)))
      high = ShortWord.folded(
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)))
    }
  }

  /// Small letters for capitals, in eight bytes at once.
  ///
  /// Of the bytes of words, letters alone have bit 6, which is moved down to bit 5, and the
  /// underscore: it becomes 0x7F, and ``isPlain`` finds it.
  @inline(__always)
  private static func folded(_ bytes: UInt64) -> UInt64 {
    bytes | (bytes & 0x4040_4040_4040_4040) &>> 1
  }

  /// Whether there are but letters and digits of ASCII: bytes from 0x7F on carry into bit 7.
  @inline(__always)
  var isPlain: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    return ((low &+ ones) | (high &+ ones)) & 0x8080_8080_8080_8080 == 0
  }

  /// XXH3 (64 bits, no seed) of the folded bytes, as `XXH3_len_1to3`, `4to8` and `9to16` of its
  /// specification have it for bytes in memory.
  @inline(__always)
  var hash: UInt64 {
    if length > 8 { return hash9To16 }
    return length > 3 ? hash4To8 : hash1To3
  }

  @inline(__always)
  private var hash1To3: UInt64 {
    let count = UInt64(truncatingIfNeeded: length)
    let middle = low &>> (8 &* (count &>> 1)) & 0xFF
    let last = low &>> (8 &* (count &- 1))
    let combined = (low & 0xFF) &<< 16 | middle &<< 24 | last | count &<< 8
    var hash = combined ^ 0x8727_5A9B
    hash ^= hash &>> 33
    hash = hash &* 0xC2B2_AE3D_27D4_EB4F
    hash ^= hash &>> 29
    hash = hash &* 0x1656_67B1_9E37_79F9
    return hash ^ hash &>> 32
  }

  @inline(__always)
  private var hash4To8: UInt64 {
    let count = UInt64(truncatingIfNeeded: length)
    let last = low &>> (8 &* (count &- 4))
    var hash = (last &+ low &<< 32) ^ 0xC73A_B174_C5EC_D5A2
    hash ^= hash.rotatedLeft(by: 49) ^ hash.rotatedLeft(by: 24)
    hash = hash &* 0x9FB2_1C65_1E98_DF25
    hash ^= hash &>> 35 &+ count
    hash = hash &* 0x9FB2_1C65_1E98_DF25
    return hash ^ hash &>> 28
  }

  @inline(__always)
  private var hash9To16: UInt64 {
    let first = low ^ 0x6782_737B_EA42_39B9
    let second = high ^ 0xAF56_BC3B_0996_523A
    let product = first.multipliedFullWidth(by: second)
    var hash = UInt64(truncatingIfNeeded: length) &+ first.byteSwapped &+ second
    hash = hash &+ (product.low ^ product.high)
    hash ^= hash &>> 37
    hash = hash &* 0x1656_6791_9E37_79F9
    return hash ^ hash &>> 32
  }
}
