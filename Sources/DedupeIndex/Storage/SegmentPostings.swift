import CZstd

/// The postings of one column of a segment: entries sorted by key, then by document.
///
/// A lookup reads a place of the directory, which tells by 32 bits which entries there can be: five
/// of six keys that are not here cost one cache miss. The others read the few entries of their
/// prefix, one or two more. A Bloom filter in front, of a byte a posting, was tried: with a cache
/// miss of its own it made lookups a fifth slower.
struct SegmentPostings: @unchecked Sendable {
  // Sendable: the bytes are those of the map, and nobody writes them.

  let layout: PostingLayout
  private let directory: UnsafeRawPointer
  private let entries: UnsafeRawPointer
  /// What keeps the bytes where they are.
  private let map: MappedFile
  // What follows from the layout; a lookup takes less time than to work it out each time.
  private let stride: Int
  private let entryMask: UInt64
  private let documentBits: UInt64
  private let restBits: UInt64
  private let signatureShift: UInt64

  /// The postings in two sections of a file.
  ///
  /// - Precondition: the layout is possible and fits into the sections, so that no entry up to
  ///   its count, and no prefix, lies outside of them.
  init(_ layout: PostingLayout, in map: MappedFile, directory: Range<Int>, entries: Range<Int>) {
    guard let bytes = map.bytes.baseAddress else { preconditionFailure("a segment has bytes") }
    self.layout = layout
    self.map = map
    self.directory = bytes + directory.lowerBound
    self.entries = bytes + entries.lowerBound
    stride = layout.stride
    entryMask = ~0 >> UInt64(64 - 8 * layout.stride)
    documentBits = UInt64(8 * layout.documentBytes)
    restBits = UInt64(layout.restBits)
    signatureShift = DirectoryPlace.shift(restBits: layout.restBits)
  }

  var count: Int { layout.count }

  /// The place of the directory for a prefix.
  @inline(__always)
  private func place(_ prefix: Int) -> DirectoryPlace {
    let word = directory.loadUnaligned(
      fromByteOffset: prefix &* DirectoryPlace.length, as: UInt64.self)
    return DirectoryPlace(word: UInt64(littleEndian: word))
  }

  /// Where the keys with a prefix begin: at most `count`, whatever the file says.
  @inline(__always)
  private func begin(_ prefix: Int) -> UInt32 {
    min(place(prefix).begin, UInt32(truncatingIfNeeded: layout.count))
  }

  /// The rest of the key and the document of an entry, as one number.
  @inline(__always)
  private func entry(_ index: UInt32) -> UInt64 {
    let value = entries.loadUnaligned(
      fromByteOffset: Int(truncatingIfNeeded: index) &* stride, as: UInt64.self)
    return UInt64(littleEndian: value) & entryMask
  }

  /// The document of an entry.
  @inline(__always)
  func document(at index: Int) -> Int {
    let bits = entry(UInt32(truncatingIfNeeded: index)) & (1 &<< documentBits &- 1)
    return Int(truncatingIfNeeded: bits)
  }

  /// Sets for each key where its entries are, and notes those that have any.
  ///
  /// - Precondition: there is a place in `ranges` for each key.
  func find(
    _ keys: UnsafeBufferPointer<PostingKey>, _ ranges: UnsafeMutableBufferPointer<EntryRange>,
    _ found: inout FoundKeys
  ) {
    // Three loops rather than one: nothing in the first two waits for the memory, so that all
    // their cache misses overlap. Nor do they branch on what they read.
    for key in keys {
      dedupe_prefetch(
        directory + Int(truncatingIfNeeded: key.value &>> restBits) &* DirectoryPlace.length)
    }
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: keys.count) { possible in
      var count = 0
      for index in keys.indices {
        let key = keys[index].value
        let prefix = Int(truncatingIfNeeded: key &>> restBits)
        let place = place(prefix)
        let low = min(place.begin, UInt32(truncatingIfNeeded: layout.count))
        let bit = place.mayHold(key, signatureShift)
        let offset = Int(truncatingIfNeeded: low &* bit) &* stride
        dedupe_prefetch(entries + offset)
        dedupe_prefetch(entries + (offset &+ Self.fewEntries))
        ranges[index] = EntryRange(low, low)
        possible[count] = Int32(truncatingIfNeeded: index)
        count &+= Int(truncatingIfNeeded: bit)
      }
      let restMask: UInt64 = 1 &<< restBits &- 1
      for index in possible[..<count] {
        let index = Int(index)
        let key = keys[index].value
        let low = ranges[index].begin
        let high = max(low, begin(Int(truncatingIfNeeded: key &>> restBits) &+ 1))
        let range = narrow(EntryRange(low, high), to: key & restMask)
        ranges[index] = range
        if !range.isEmpty { found.insert(index) }
      }
    }
  }

  /// Bytes of the entries of one prefix, as a rule.
  private static let fewEntries = 40

  /// The entries among those of a prefix that have the rest of the key.
  @inline(__always)
  private func narrow(_ range: EntryRange, to rest: UInt64) -> EntryRange {
    let low = firstIndex(notBelow: rest &<< documentBits, in: range)
    guard low < range.end, entry(low) &>> documentBits == rest else { return EntryRange(low, low) }
    // Most keys stand in one document.
    guard low &+ 1 < range.end, entry(low &+ 1) &>> documentBits == rest else {
      return EntryRange(low, low &+ 1)
    }
    let others = EntryRange(low &+ 1, range.end)
    return EntryRange(low, firstIndex(notBelow: (rest &+ 1) &<< documentBits, in: others))
  }

  /// The first entry of a range that is not below a number.
  @inline(__always)
  private func firstIndex(notBelow number: UInt64, in range: EntryRange) -> UInt32 {
    var low = range.begin
    var high = range.end
    while high &- low > 16 {
      let middle = low &+ (high &- low) &>> 1
      if entry(middle) < number { low = middle &+ 1 } else { high = middle }
    }
    // Counting those below needs no branch that could be guessed wrong.
    var first = low
    while low < high {
      first &+= entry(low) < number ? 1 : 0
      low &+= 1
    }
    return first
  }

  /// Goes through all postings in order.
  func cursor() -> Cursor { Cursor(postings: self) }

  /// A place in the postings.
  struct Cursor {
    private let postings: SegmentPostings
    private var index: UInt32 = 0
    private let end: UInt32
    private var prefix = 0
    private var prefixEnd: UInt32
    private let lastPrefix: Int

    init(postings: SegmentPostings) {
      self.postings = postings
      end = UInt32(postings.count)
      prefixEnd = postings.begin(1)
      lastPrefix = 1 << postings.layout.prefixBits - 1
    }

    /// The next posting: its key and its document.
    @inline(__always)
    mutating func next() -> (key: UInt64, document: Int)? {
      guard index < end else { return nil }
      while index >= prefixEnd, prefix < lastPrefix {
        prefix &+= 1
        prefixEnd = postings.begin(prefix &+ 1)
      }
      let entry = postings.entry(index)
      index &+= 1
      return (
        UInt64(truncatingIfNeeded: prefix) &<< postings.restBits
          | entry &>> postings.documentBits,
        Int(truncatingIfNeeded: entry & (1 &<< postings.documentBits &- 1))
      )
    }
  }
}

/// What the directory says of a prefix: where its entries begin, and a bit for each of 32 ranges of
/// keys, set where there is one.
struct DirectoryPlace {
  /// Bytes of a place.
  static let length = 8

  let word: UInt64

  @inline(__always)
  init(word: UInt64) { self.word = word }

  init(begin: UInt32, signature: UInt32) { word = UInt64(begin) | UInt64(signature) << 32 }

  @inline(__always) var begin: UInt32 { UInt32(truncatingIfNeeded: word) }

  /// How far a key is shifted for the number of its bit to be the last five of it.
  static func shift(restBits: Int) -> UInt64 { UInt64(restBits - 5) }

  /// The bit of a key.
  static func bit(of key: UInt64, _ shift: UInt64) -> UInt32 { 1 &<< UInt32(key &>> shift & 31) }

  /// 1 where the key can be here, else 0.
  @inline(__always)
  func mayHold(_ key: UInt64, _ shift: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: word &>> (32 &+ (key &>> shift & 31)) & 1)
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
