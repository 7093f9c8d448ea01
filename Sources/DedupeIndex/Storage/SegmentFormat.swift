// A segment: a header, sections, a foot that describes them, and a tail that leads to the foot.
// Documentation/IndexFormat.md draws all of it.

/// The sections of a segment, in the order of the file.
enum SegmentSection {
  /// For each document its ordinal, counted from the first one of the segment.
  static let ordinals = 0
  /// For each document the moment by which it expires.
  static let moments = 1
  /// For each document the place of its record.
  static let places = 2
  /// The sketches, one after the other.
  static let sketches = 3
  /// The records.
  static let records = 4
  /// For each column of postings a directory and the entries.
  static func directory(_ column: Int) -> Int { 5 + 2 * column }
  static func entries(_ column: Int) -> Int { 6 + 2 * column }
  static let count = 5 + 2 * PostingColumn.count

  /// The bytes of a document in each of the sections that have as many for all.
  static func widths(sketchLength: Int) -> [Int] { [4, 8, 8, sketchLength] }
}

enum SegmentFormat {
  static let magic = Array("DEDUSEGM".utf8)
  static let headerLength = 32
  static let tailLength = 32
  /// Every so many bytes of a section have a checksum of their own.
  static let blockSize = 16 << 10
  /// Entries are read eight bytes at a time, also the last one.
  static let entrySlack = 8
  /// Ordinals are counted from the first one of a segment with 32 bits.
  static let maximalSpan = UInt64(UInt32.max)
  /// Numbers of documents within a segment have at most 24 bits.
  static let maximalDocuments = 1 << 24
  /// Directories count postings with 32 bits.
  static let maximalPostings = Int(UInt32.max) - 1
}

/// How the postings of one column are laid out: entries sorted by key, then by document, and a
/// directory of where the keys with each prefix begin, and which there can be.
struct PostingLayout: Equatable {
  /// Postings in all.
  var count: Int
  /// Leading bits of the key that the directory resolves.
  var prefixBits: Int
  /// Bytes for the rest of the key.
  var keyBytes: Int
  /// Bytes for the number of the document.
  var documentBytes: Int

  /// The layout for at most so many postings of so many documents.
  init(atMost postings: Int, documents: Int) {
    count = 0
    // Four to eight entries a prefix: one or two cache lines hold them. Twice as many take 3 % off a
    // segment and add a fifth to the time of a lookup.
    prefixBits = min(max(8, Int.bitWidth - max(1, postings).leadingZeroBitCount - 3), 28)
    keyBytes = (PostingKey.bits - prefixBits + 7) / 8
    documentBytes = documents <= 1 << 8 ? 1 : documents <= 1 << 16 ? 2 : 3
  }

  init(count: Int, prefixBits: Int, keyBytes: Int, documentBytes: Int) {
    self.count = count
    self.prefixBits = prefixBits
    self.keyBytes = keyBytes
    self.documentBytes = documentBytes
  }

  /// Bits of a key that the directory does not resolve.
  var restBits: Int { PostingKey.bits - prefixBits }
  /// Bytes of an entry.
  var stride: Int { keyBytes + documentBytes }
  var directoryLength: Int { ((1 << prefixBits) + 1) * DirectoryPlace.length }
  var entriesLength: Int { count * stride + SegmentFormat.entrySlack }

  /// Whether numbers read from a file can be a layout.
  var isPossible: Bool {
    (8...28).contains(prefixBits) && keyBytes == (restBits + 7) / 8
      && (1...3).contains(documentBytes) && (0...SegmentFormat.maximalPostings).contains(count)
  }
}

/// What the end of a segment says of the rest.
struct SegmentFoot: Equatable {
  var number: UInt64
  var documents: Int
  var firstOrdinal: Ordinal
  var lastOrdinal: Ordinal
  var sketchLength: Int
  /// Where the sections lie.
  var sections: [Range<Int>] = []
  var layouts: [PostingLayout] = []
  /// The checksums of the blocks of all sections, in their order.
  var blocks: [UInt64] = []

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(number)
    writer.append(UInt64(documents))
    writer.append(firstOrdinal)
    writer.append(lastOrdinal)
    writer.append(UInt64(sketchLength))
    for section in sections {
      writer.append(UInt64(section.lowerBound))
      writer.append(UInt64(section.count))
    }
    for layout in layouts {
      writer.append(UInt64(layout.count))
      writer.append(UInt8(layout.prefixBits))
      writer.append(UInt8(layout.keyBytes))
      writer.append(UInt8(layout.documentBytes))
      writer.align(to: 8)
    }
    for block in blocks { writer.append(block) }
    return writer.bytes
  }

  init(
    number: UInt64, documents: Int, firstOrdinal: Ordinal, lastOrdinal: Ordinal, sketchLength: Int
  ) {
    self.number = number
    self.documents = documents
    self.firstOrdinal = firstOrdinal
    self.lastOrdinal = lastOrdinal
    self.sketchLength = sketchLength
  }

  /// Reads a foot whose checksum fits.
  init(_ bytes: UnsafeRawBufferPointer) throws(Damage) {
    var reader = ByteReader(bytes)
    number = try reader.number()
    documents = Int(clamping: try reader.number(UInt64.self))
    firstOrdinal = try reader.number()
    lastOrdinal = try reader.number()
    sketchLength = Int(clamping: try reader.number(UInt64.self))
    for _ in 0..<SegmentSection.count {
      let begin = Int(clamping: try reader.number(UInt64.self))
      let length = Int(clamping: try reader.number(UInt64.self))
      let (end, overflows) = begin.addingReportingOverflow(length)
      guard !overflows, length >= 0, begin >= 0 else {
        throw Damage(offset: reader.offset, cause: "a section has no place")
      }
      sections.append(begin..<end)
    }
    for _ in 0..<PostingColumn.count {
      let count = Int(clamping: try reader.number(UInt64.self))
      let prefixBits = Int(try reader.number(UInt8.self))
      let keyBytes = Int(try reader.number(UInt8.self))
      let documentBytes = Int(try reader.number(UInt8.self))
      _ = try reader.take(5)
      layouts.append(
        PostingLayout(
          count: count, prefixBits: prefixBits, keyBytes: keyBytes, documentBytes: documentBytes))
    }
    while reader.remaining > 0 { blocks.append(try reader.number()) }
  }

  /// Throws unless everything described lies within a file of `length` bytes up to the foot.
  func validate(before footOffset: Int) throws(Damage) {
    func require(_ isTrue: Bool, _ what: String) throws(Damage) {
      guard isTrue else { throw Damage(offset: footOffset, cause: "\(what) cannot be right") }
    }
    try require((1...SegmentFormat.maximalDocuments).contains(documents), "the number of documents")
    try require((0...65_536).contains(sketchLength), "the length of sketches")
    try require(
      firstOrdinal <= lastOrdinal && lastOrdinal - firstOrdinal <= SegmentFormat.maximalSpan,
      "the range of ordinals")
    try require(sections.allSatisfy { $0.upperBound <= footOffset }, "the place of a section")
    try require(layouts.allSatisfy { $0.isPossible }, "the layout of postings")
    for (section, width) in SegmentSection.widths(sketchLength: sketchLength).enumerated() {
      try require(sections[section].count >= documents * width, "the length of a section")
    }
    for (column, layout) in layouts.enumerated() {
      try require(
        sections[SegmentSection.directory(column)].count >= layout.directoryLength
          && sections[SegmentSection.entries(column)].count >= layout.entriesLength,
        "the length of a section of postings")
    }
    let count = sections.reduce(0) { $0 + Self.blockCount(of: $1.count) }
    try require(blocks.count == count, "the number of checksums")
  }

  static func blockCount(of length: Int) -> Int {
    (length + SegmentFormat.blockSize - 1) / SegmentFormat.blockSize
  }
}
