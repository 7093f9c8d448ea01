import CZstd

/// The postings of one column of a segment: entries sorted by key, then by document.
///
/// A lookup reads a directory entry and the few entries of its prefix: two cache misses in a large
/// segment. The directory takes the place of a filter for absent keys, and costs half a byte a
/// posting where a filter costs one.
struct SegmentPostings: @unchecked Sendable {
  // Sendable: the bytes are those of the map, and nobody writes them.

  let layout: PostingLayout
  private let directory: UnsafeRawBufferPointer
  private let entries: UnsafeRawBufferPointer
  /// What keeps the bytes where they are.
  private let map: MappedFile

  /// The postings in two sections of a file.
  init(_ layout: PostingLayout, in map: MappedFile, directory: Range<Int>, entries: Range<Int>) {
    self.layout = layout
    self.map = map
    self.directory = UnsafeRawBufferPointer(rebasing: map.bytes[directory])
    self.entries = UnsafeRawBufferPointer(rebasing: map.bytes[entries])
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

  /// Sets for each key where its entries are.
  ///
  /// - Precondition: there is a place in `ranges` for each key.
  func find(_ keys: [PostingKey], _ ranges: UnsafeMutableBufferPointer<EntryRange>) {
    let restBits = UInt64(layout.restBits)
    // Three loops rather than one: nothing in the first two waits for the memory, so that all their
    // cache misses overlap. That took a lookup from 350 to 60 ns a key and segment.
    for key in keys { prefetch(directory, Int(key.value >> restBits) * 4) }
    for index in keys.indices {
      let prefix = Int(keys[index].value >> restBits)
      let low = begin(prefix)
      let high = max(low, begin(prefix + 1))
      ranges[index] = EntryRange(UInt32(low), UInt32(high))
      prefetch(entries, low * layout.stride)
      prefetch(entries, high * layout.stride)
    }
    for index in keys.indices where !ranges[index].isEmpty {
      ranges[index] = narrow(ranges[index], to: keys[index].value & (1 << restBits - 1))
    }
  }

  @inline(__always)
  private func prefetch(_ bytes: UnsafeRawBufferPointer, _ offset: Int) {
    if let base = bytes.baseAddress { dedupe_prefetch(base + offset) }
  }

  /// The entries among those of a prefix that have the rest of the key.
  @inline(__always)
  private func narrow(_ range: EntryRange, to rest: UInt64) -> EntryRange {
    let shift = UInt64(8 * layout.documentBytes)
    let low = firstIndex(notBelow: rest << shift, in: range)
    guard low < range.end, entry(Int(low)) >> shift == rest else { return EntryRange(low, low) }
    // Most keys stand in one document.
    guard low + 1 < range.end, entry(Int(low + 1)) >> shift == rest else {
      return EntryRange(low, low + 1)
    }
    let rest = EntryRange(low + 1, range.end)
    return EntryRange(low, firstIndex(notBelow: (entry(Int(low)) >> shift + 1) << shift, in: rest))
  }

  /// The first entry of a range that is not below a number.
  @inline(__always)
  private func firstIndex(notBelow number: UInt64, in range: EntryRange) -> UInt32 {
    var low = range.begin
    var high = range.end
    while high - low > 8 {
      let middle = low + (high - low) / 2
      if entry(Int(middle)) < number { low = middle + 1 } else { high = middle }
    }
    while low < high, entry(Int(low)) < number { low += 1 }
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

/// Entries of one key that follow each other.
struct EntryRange: Equatable {
  var begin: UInt32
  var end: UInt32

  @inline(__always)
  init(_ begin: UInt32, _ end: UInt32) {
    self.begin = begin
    self.end = end
  }

  @inline(__always) var isEmpty: Bool { begin == end }
  @inline(__always) var count: Int { Int(end - begin) }
}
