/// The postings of one column of a segment: entries sorted by key, then by document.
///
/// A lookup reads a directory entry and the few entries of its prefix: two cache misses in a large
/// segment. The directory takes the place of a filter for absent keys, and costs half a byte a
/// posting where a filter costs one.
struct SegmentPostings: @unchecked Sendable {
  // Sendable: the bytes are those of a map that the segment holds, and nobody writes them.

  let layout: PostingLayout
  private let directory: UnsafeRawBufferPointer
  private let entries: UnsafeRawBufferPointer

  init(
    _ layout: PostingLayout, directory: UnsafeRawBufferPointer, entries: UnsafeRawBufferPointer
  ) {
    self.layout = layout
    self.directory = directory
    self.entries = entries
  }

  var count: Int { layout.count }

  /// Where the keys with a prefix begin: at most `count`, whatever the file says.
  @inline(__always)
  private func begin(_ prefix: Int) -> Int {
    let value = directory.loadUnaligned(fromByteOffset: prefix * 4, as: UInt32.self)
    return min(Int(UInt32(littleEndian: value)), layout.count)
  }

  /// The rest of the key and the document of an entry, as one number.
  @inline(__always)
  private func entry(_ index: Int) -> UInt64 {
    let value = entries.loadUnaligned(fromByteOffset: index * layout.stride, as: UInt64.self)
    return UInt64(littleEndian: value) & (~0 >> UInt64(64 - 8 * layout.stride))
  }

  /// The document of an entry.
  @inline(__always)
  func document(at index: Int) -> Int {
    Int(entry(index) & (1 << UInt64(8 * layout.documentBytes) - 1))
  }

  /// The entries of each key.
  func ranges(of keys: [PostingKey]) -> [Range<Int>] {
    let restBits = UInt64(layout.restBits)
    // Two loops rather than one: the loads of the first do not wait for each other, so that their
    // cache misses overlap.
    var ranges: [Range<Int>] = keys.map { key in
      let prefix = Int(key.value >> restBits)
      let low = begin(prefix)
      return low..<max(low, begin(prefix + 1))
    }
    for index in keys.indices where !ranges[index].isEmpty {
      ranges[index] = narrow(
        ranges[index], to: keys[index].value & (1 << restBits - 1))
    }
    return ranges
  }

  /// The entries among those of a prefix that have the rest of the key.
  @inline(__always)
  private func narrow(_ range: Range<Int>, to rest: UInt64) -> Range<Int> {
    let shift = UInt64(8 * layout.documentBytes)
    let low = firstIndex(notBelow: rest << shift, in: range)
    guard low < range.upperBound, entry(low) >> shift == rest else { return low..<low }
    return low..<firstIndex(notBelow: (rest + 1) << shift, in: low..<range.upperBound)
  }

  /// The first entry of a range that is not below a number.
  @inline(__always)
  private func firstIndex(notBelow number: UInt64, in range: Range<Int>) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    while high - low > 8 {
      let middle = (low + high) / 2
      if entry(middle) < number { low = middle + 1 } else { high = middle }
    }
    while low < high, entry(low) < number { low += 1 }
    return low
  }

  /// Goes through all postings in order.
  func cursor() -> Cursor { Cursor(postings: self) }

  /// A place in the postings.
  struct Cursor {
    let postings: SegmentPostings
    private var index = 0
    private var prefix = 0
    private var prefixEnd: Int

    init(postings: SegmentPostings) {
      self.postings = postings
      prefixEnd = postings.begin(1)
    }

    /// The next posting: its key and its document.
    @inline(__always)
    mutating func next() -> (key: UInt64, document: Int)? {
      guard index < postings.count else { return nil }
      while index >= prefixEnd, prefix < 1 << postings.layout.prefixBits - 1 {
        prefix += 1
        prefixEnd = postings.begin(prefix + 1)
      }
      let shift = UInt64(8 * postings.layout.documentBytes)
      let entry = postings.entry(index)
      index += 1
      return (
        UInt64(prefix) << UInt64(postings.layout.restBits) | entry >> shift,
        Int(entry & (1 << shift - 1))
      )
    }
  }
}
