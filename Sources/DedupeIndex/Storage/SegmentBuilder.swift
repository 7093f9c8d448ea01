/// Writes a segment: first its documents, then the postings of one column after the other.
final class SegmentBuilder {
  // Numbers known before anything is written fix the places of all sections that come before
  // those whose length shows only at their end.
  private let file: any StorageFile
  private var foot: SegmentFoot
  /// The sections of ``SegmentSection/widths(sketchLength:)``.
  private var fixed: [SectionWriter] = []
  private var records: SectionWriter
  private var sections: [Range<Int>] = []
  private var blocks: [UInt64] = []
  private var column: ColumnBuilder?

  /// Begins a segment.
  ///
  /// - Precondition: exactly `documents` documents will be added, with ordinals of the range.
  init(
    file: any StorageFile, number: UInt64, documents: Int, ordinals: ClosedRange<Ordinal>,
    sketchLength: Int
  ) throws(IndexError) {
    self.file = file
    foot = SegmentFoot(
      number: number, documents: documents, firstOrdinal: ordinals.lowerBound,
      lastOrdinal: ordinals.upperBound, sketchLength: sketchLength)
    try file.write(Self.header(number), at: 0)
    var begin = SegmentFormat.headerLength
    for width in SegmentSection.widths(sketchLength: sketchLength) {
      fixed.append(SectionWriter(file, at: begin))
      begin = (begin + documents * width + 7) & ~7
    }
    records = SectionWriter(file, at: begin)
  }

  static func header(_ number: UInt64) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(SegmentFormat.magic)
    writer.append(formatVersion)
    writer.append(UInt32(0))
    writer.append(number)
    writer.append(writer.bytes.checksum)
    return writer.bytes
  }

  /// Adds the next document.
  func add(
    ordinal: Ordinal, seconds: Int64, sketch: UnsafeRawBufferPointer,
    record: UnsafeRawBufferPointer
  ) throws(IndexError) {
    try fixed[SegmentSection.ordinals].append(low: 4, of: ordinal - foot.firstOrdinal)
    try fixed[SegmentSection.moments].append(low: 8, of: UInt64(bitPattern: seconds))
    try fixed[SegmentSection.places].append(low: 8, of: UInt64(records.length))
    try fixed[SegmentSection.sketches].append(sketch)
    try records.append(record)
  }

  /// Begins the next column, after the documents or the column before.
  func beginColumn(atMost postings: Int) throws(IndexError) {
    if sections.isEmpty { try finishDocuments() }
    column = ColumnBuilder(
      file, at: sections.last?.upperBound ?? 0,
      layout: PostingLayout(atMost: postings, documents: foot.documents))
  }

  private func finishDocuments() throws(IndexError) {
    for index in fixed.indices {
      sections.append(try fixed[index].finish())
      blocks += fixed[index].blocks
    }
    sections.append(try records.finish())
    blocks += records.blocks
  }

  /// Adds the next postings, `key << 24 | document`, of the column.
  ///
  /// Many at once: reaching the column costs as much as adding a few.
  func add(_ postings: [UInt64]) throws(IndexError) { try column?.add(postings) }

  func finishColumn() throws(IndexError) {
    guard var column = self.column else { return }
    self.column = nil
    sections += try column.finish()
    blocks += column.blocks
    foot.layouts.append(column.layout)
  }

  /// Writes the end and makes all of it survive a power cut; returns its length and checksum.
  func finish() throws(IndexError) -> (length: Int, checksum: UInt64) {
    foot.sections = sections
    foot.blocks = blocks
    let footBytes = foot.bytes
    let footOffset = sections.last?.upperBound ?? 0
    let checksum = footBytes.checksum
    var tail = ByteWriter()
    tail.append(UInt64(footOffset))
    tail.append(checksum)
    tail.append(SegmentFormat.magic)
    tail.append(tail.bytes.checksum)
    try file.write(footBytes + tail.bytes, at: footOffset)
    try file.sync()
    return (footOffset + footBytes.count + tail.count, checksum)
  }
}

/// Writes the directory and the entries of one column.
private struct ColumnBuilder {
  private(set) var layout: PostingLayout
  private var directory: SectionWriter
  private var entries: SectionWriter
  /// Prefixes whose place is written: those before the one of the last entry.
  private var prefixes: UInt64 = 0
  /// Where the entries of the next prefix begin, and their bits.
  private var begin: UInt32 = 0
  private var signature: UInt32 = 0

  init(_ file: any StorageFile, at begin: Int, layout: PostingLayout) {
    self.layout = layout
    directory = SectionWriter(file, at: begin)
    entries = SectionWriter(file, at: (begin + layout.directoryLength + 7) & ~7)
  }

  var blocks: [UInt64] { directory.blocks + entries.blocks }

  mutating func add(_ postings: [UInt64]) throws(IndexError) {
    try addToDirectory(postings)
    let restMask: UInt64 = 1 << UInt64(layout.restBits) - 1
    let documentBits = UInt64(layout.documentBytes * 8)
    try entries.append(low: layout.stride, ofEach: postings) { posting in
      (posting &>> 24 & restMask) &<< documentBits | posting & 0xFF_FFFF
    }
  }

  private mutating func addToDirectory(_ postings: [UInt64]) throws(IndexError) {
    let restBits = UInt64(layout.restBits)
    let signatureShift = DirectoryPlace.shift(restBits: layout.restBits)
    for posting in postings {
      let key = posting >> 24
      if key &>> restBits > prefixes { try endPrefixes(before: key &>> restBits) }
      signature |= DirectoryPlace.bit(of: key, signatureShift)
      layout.count += 1
    }
  }

  private mutating func endPrefixes(before next: UInt64) throws(IndexError) {
    while prefixes < next {
      let place = DirectoryPlace(begin: begin, signature: signature)
      try directory.append(low: DirectoryPlace.length, of: place.word)
      prefixes += 1
      begin = UInt32(layout.count)
      signature = 0
    }
  }

  mutating func finish() throws(IndexError) -> [Range<Int>] {
    // One place more: it says where the entries of the last prefix end.
    try endPrefixes(before: 1 << UInt64(layout.prefixBits) + 1)
    try entries.append(low: SegmentFormat.entrySlack, of: 0)
    return [try directory.finish(), try entries.finish()]
  }
}
