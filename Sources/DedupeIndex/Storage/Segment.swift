/// A segment in its file: documents that were in memory together, sorted for looking up.
///
/// It never changes. Numbers that come from the file are checked where they are used, against the
/// ends of their section, so that no damage makes a lookup read elsewhere.
final class Segment: Sendable {
  let number: UInt64
  let file: String
  let foot: SegmentFoot
  /// Bytes of the file.
  let length: Int
  /// The checksum that the manifest knows it by.
  let checksum: UInt64
  private let map: MappedFile
  /// The ordinals of the documents.
  let ordinalColumn: OrdinalColumn
  /// The postings, by column.
  let postings: [SegmentPostings]

  var count: Int { foot.documents }
  var ordinals: ClosedRange<Ordinal> { foot.firstOrdinal...foot.lastOrdinal }
  var bytes: UnsafeRawBufferPointer { map.bytes }

  /// Opens the segment of a manifest's line.
  convenience init(
    _ line: Manifest.SegmentLine, in folder: String, _ fileSystem: any FileSystem
  ) throws(IndexError) {
    let file = path(folder, IndexFile.segment(line.number))
    let map = try fileSystem.map(file)
    guard map.bytes.count == line.length else {
      throw .damaged(
        file: file, offset: min(map.bytes.count, line.length),
        cause: "it has \(map.bytes.count) bytes, and \(line.length) were written")
    }
    do throws(Damage) {
      try self.init(map, number: line.number, checksum: line.checksum, file: file)
      try checkColumns()
    } catch {
      throw .damaged(file: file, offset: error.offset, cause: error.cause)
    }
  }

  private init(
    _ map: MappedFile, number: UInt64, checksum: UInt64, file: String
  ) throws(Damage) {
    foot = try Self.foot(of: map.bytes, number: number, checksum: checksum)
    self.map = map
    self.number = number
    self.checksum = checksum
    self.file = file
    length = map.bytes.count
    ordinalColumn = OrdinalColumn(foot, map.bytes)
    postings = foot.layouts.indices.map { [foot] column in
      SegmentPostings(
        foot.layouts[column], in: map,
        directory: foot.sections[SegmentSection.directory(column)],
        entries: foot.sections[SegmentSection.entries(column)])
    }
  }

  private static func foot(
    of bytes: UnsafeRawBufferPointer, number: UInt64, checksum: UInt64
  ) throws(Damage) -> SegmentFoot {
    let header = SegmentBuilder.header(number)
    guard bytes.count >= SegmentFormat.headerLength + SegmentFormat.tailLength,
      bytes.prefix(header.count).elementsEqual(header)
    else { throw Damage(offset: 0, cause: "the header of the segment is not its own") }
    let tail = bytes.count - SegmentFormat.tailLength
    var reader = ByteReader(bytes, at: tail)
    let offset = Int(clamping: try reader.number(UInt64.self))
    let footChecksum = try reader.number(UInt64.self)
    _ = try reader.take(8)
    let tailChecksum = try reader.number(UInt64.self)
    guard UnsafeRawBufferPointer(rebasing: bytes[tail..<tail + 24]).checksum == tailChecksum,
      offset >= SegmentFormat.headerLength, offset <= tail, footChecksum == checksum
    else { throw Damage(offset: tail, cause: "the end of the segment does not fit") }
    let footBytes = UnsafeRawBufferPointer(rebasing: bytes[offset..<tail])
    guard footBytes.checksum == checksum else {
      throw Damage(offset: offset, cause: "the checksum of the segment's foot does not fit")
    }
    let foot = try SegmentFoot(footBytes)
    try foot.validate(before: offset)
    return foot
  }

  // MARK: Documents

  @inline(__always)
  private func value<Value: FixedWidthInteger>(_ section: Int, _ position: Int) -> Value {
    let offset = foot.sections[section].lowerBound + position * MemoryLayout<Value>.size
    return Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  /// The ordinal of the document at a position, 0 to `count` - 1.
  @inline(__always)
  func ordinal(at position: Int) -> Ordinal { ordinalColumn[position] }

  /// Its moment, in seconds since 1970.
  func seconds(at position: Int) -> Int64 { value(SegmentSection.moments, position) }

  /// The position of a document, nil where it is not here.
  func position(of ordinal: Ordinal) -> Int? {
    guard ordinals.contains(ordinal) else { return nil }
    // Ordinals rise by at least one, so that none lies further on than if there were no gaps.
    var low = 0
    var high = Int(min(UInt64(count - 1), ordinal - foot.firstOrdinal))
    if self.ordinal(at: high) == ordinal { return high }
    while low < high {
      let middle = (low + high) / 2
      if self.ordinal(at: middle) < ordinal { low = middle + 1 } else { high = middle }
    }
    return self.ordinal(at: low) == ordinal ? low : nil
  }

  func sketch(at position: Int) -> UnsafeRawBufferPointer {
    let begin = foot.sections[SegmentSection.sketches].lowerBound + position * foot.sketchLength
    return UnsafeRawBufferPointer(rebasing: bytes[begin..<begin + foot.sketchLength])
  }

  func record(at position: Int) throws(Damage) -> DocumentRecord {
    let section = foot.sections[SegmentSection.records]
    let offset = Int(clamping: value(SegmentSection.places, position) as UInt64)
    guard offset <= section.count else {
      throw Damage(
        offset: foot.sections[SegmentSection.places].lowerBound + position * 8,
        cause: "a document has no place")
    }
    let record = try DocumentRecord(
      in: UnsafeRawBufferPointer(rebasing: bytes[..<section.upperBound]),
      at: section.lowerBound + offset)
    guard try record.ordinal() == ordinal(at: position) else {
      throw Damage(offset: section.lowerBound + offset, cause: "a document is not where it should")
    }
    return record
  }

  // MARK: Checking

  /// Throws where the ordinals, moments or places are damaged: all else is reached through them.
  ///
  /// They are a hundredth of the segment; of a million documents they take 3 ms to check.
  private func checkColumns() throws(Damage) {
    let count = foot.sections[...SegmentSection.places].reduce(0) {
      $0 + SegmentFoot.blockCount(of: $1.count)
    }
    guard let damaged = firstDamagedBlock(in: 0..<count) else { return }
    throw Damage(
      offset: damaged.bytes.lowerBound,
      cause: "the checksum of \(damaged.bytes.count) bytes does not fit")
  }

  /// The first of some blocks whose bytes are not those that were written.
  func firstDamagedBlock(
    in blocks: Range<Int>
  ) -> (block: Int, bytes: Range<Int>)? {
    var first = 0
    for section in foot.sections {
      let count = SegmentFoot.blockCount(of: section.count)
      for block in blocks.clamped(to: first..<first + count) {
        let begin = section.lowerBound + (block - first) * SegmentFormat.blockSize
        let range = begin..<min(begin + SegmentFormat.blockSize, section.upperBound)
        let isWhole =
          UnsafeRawBufferPointer(rebasing: bytes[range]).checksum == foot.blocks[block]
        guard isWhole else { return (block, range) }
      }
      first += count
    }
    return nil
  }
}

/// The ordinals of a segment's documents.
///
/// Every hit of a lookup asks for one, in no order: while nothing was left out of the segment it is
/// computed, and nothing need be read. It is valid as long as its segment.
struct OrdinalColumn: @unchecked Sendable {
  // Sendable: the bytes are those of a map, and nobody writes them.
  private let first: Ordinal
  private let hasGaps: Bool
  private let offsets: UnsafeRawBufferPointer

  init(_ foot: SegmentFoot, _ bytes: UnsafeRawBufferPointer) {
    first = foot.firstOrdinal
    hasGaps = foot.lastOrdinal - foot.firstOrdinal != UInt64(foot.documents - 1)
    offsets = UnsafeRawBufferPointer(rebasing: bytes[foot.sections[SegmentSection.ordinals]])
  }

  @inline(__always)
  subscript(position: Int) -> Ordinal {
    guard hasGaps else { return first + UInt64(position) }
    let offset = offsets.loadUnaligned(fromByteOffset: position * 4, as: UInt32.self)
    return first + UInt64(UInt32(littleEndian: offset))
  }
}

extension Manifest.SegmentLine {
  /// The line of a segment that nothing was removed from.
  init(of segment: Segment) {
    self.init(
      number: segment.number, length: segment.length, checksum: segment.checksum, dead: DeadSet())
  }
}
