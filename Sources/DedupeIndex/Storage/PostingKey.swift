/// A key as postings hold it: 40 well mixed bits.
///
/// 40 bits rather than 64 save three bytes in eight of every posting. Two different keys of one
/// family fall together once in 2^40; among 350 million fingerprints a lookup meets a stranger
/// once in 3,000 times, which costs a look at a candidate that verification turns away.
/// Truncation is the same in memory, in journals and in segments, so that answers never depend on
/// where a document lies.
struct PostingKey: Equatable, Comparable {
  static let bits = 40

  let value: UInt64

  /// The key of any number, however badly its bits are mixed.
  @inline(__always)
  init(_ key: UInt64) {
    // A bijection (the finalizer of MurmurHash3): keys that are ordinals or 32-bit hashes spread
    // over all 40 bits, and no two of 64 bits meet before the truncation.
    var mixed = (key ^ key &>> 33) &* 0xFF51_AFD7_ED55_8CCD
    mixed = (mixed ^ mixed &>> 33) &* 0xC4CE_B9FE_1A85_EC53
    value = (mixed ^ mixed &>> 33) &>> 24
  }

  @inline(__always)
  init(stored value: UInt64) { self.value = value & (1 << UInt64(Self.bits) - 1) }

  @inline(__always)
  static func < (left: PostingKey, right: PostingKey) -> Bool { left.value < right.value }
}

/// The columns of postings: those of ``PostingFamily``, and the ids, by which an index finds its
/// own documents.
enum PostingColumn {
  static let ids = PostingFamily.allCases.count
  static let count = ids + 1
}
