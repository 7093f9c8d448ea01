import CZstd

/// The postings of one column of a segment: entries sorted by key, then by document.
///
/// A lookup reads a place of the directory and the few entries of its prefix: two cache misses in a
/// large segment. A filter spares most absent keys both.
struct SegmentPostings: @unchecked Sendable {
  // Sendable: the bytes are those of the map, and nobody writes them.

  let layout: PostingLayout
  private let filter: UnsafeRawBufferPointer
  private let directory: UnsafeRawBufferPointer
  private let entries: UnsafeRawBufferPointer
  /// What keeps the bytes where they are.
  private let map: MappedFile

  /// The postings in three sections of a file.
  init(
    _ layout: PostingLayout, in map: MappedFile, filter: Range<Int>, directory: Range<Int>,
    entries: Range<Int>
  ) {
    self.layout = layout
    self.map = map
    self.filter = UnsafeRawBufferPointer(rebasing: map.bytes[filter])
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
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(1, keys.count)) { likely in
      let likely = select(keys, likely)
      for index in keys.indices { ranges[index] = EntryRange(0, 0) }
      // Three loops rather than one: nothing in the first two waits for the memory, so that all
      // their cache misses overlap. That took a lookup from 350 to 60 ns a key and segment.
      for index in likely {
        prefetch(directory, Int(keys[Int(index)].value >> restBits) * 4)
      }
      for index in likely {
        let prefix = Int(keys[Int(index)].value >> restBits)
        let low = begin(prefix)
        let high = max(low, begin(prefix + 1))
        ranges[Int(index)] = EntryRange(UInt32(low), UInt32(high))
        prefetch(entries, low * layout.stride)
        prefetch(entries, high * layout.stride)
      }
      for index in likely where !ranges[Int(index)].isEmpty {
        ranges[Int(index)] = narrow(
          ranges[Int(index)], to: keys[Int(index)].value & (1 << restBits - 1))
      }
    }
  }

  /// Puts down the indices of the keys that may be here.
  private func select(
    _ keys: [PostingKey], _ likely: UnsafeMutableBufferPointer<Int32>
  ) -> UnsafeMutableBufferPointer<Int32> {
    let words = layout.filterWords
    guard words > 0 else {
      for index in keys.indices { likely[index] = Int32(index) }
      return UnsafeMutableBufferPointer(rebasing: likely[..<keys.count])
    }
    for key in keys { prefetch(filter, KeyFilter.word(of: key.value, of: words) * 8) }
    var count = 0
    for index in keys.indices {
      let key = keys[index].value
      let offset = KeyFilter.word(of: key, of: words) * 8
      let word = UInt64(littleEndian: filter.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      let bits = KeyFilter.bits(of: key)
      // Without a branch, which would be guessed wrong every third time.
      likely[count] = Int32(index)
      count += word & bits == bits ? 1 : 0
    }
    return UnsafeMutableBufferPointer(rebasing: likely[..<count])
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
