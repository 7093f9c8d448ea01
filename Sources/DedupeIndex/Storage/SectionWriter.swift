/// Writes one section of a segment from front to back, with a checksum for every block.
///
/// Several sections are written side by side, each at its own place in the file.
struct SectionWriter {
  /// Bytes gathered before they are written: 16 blocks.
  private static let pieceSize = 16 * SegmentFormat.blockSize

  private let file: any StorageFile
  private let begin: Int
  private var written = 0
  /// Bytes in the piece; fewer than its size between calls.
  private var used = 0
  private let piece: Piece
  private(set) var blocks: [UInt64] = []

  /// Memory for the bytes that are gathered, with room for a number beyond the end.
  private final class Piece {
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: SectionWriter.pieceSize + 8, alignment: 16)

    deinit { bytes.deallocate() }
  }

  init(_ file: any StorageFile, at begin: Int) {
    self.file = file
    self.begin = begin
    piece = Piece()
  }

  /// Bytes so far.
  var length: Int { written + used }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.pieceSize - used))
      UnsafeMutableRawBufferPointer(rebasing: piece.bytes[used...]).copyMemory(from: part)
      used += part.count
      rest = rest.dropFirst(part.count)
      if used == Self.pieceSize { try writePiece() }
    }
  }

  /// Appends the low bytes of a number, at most eight, the lowest first.
  @inline(__always)
  mutating func append(low count: Int, of number: UInt64) throws(IndexError) {
    piece.bytes.storeBytes(of: number.littleEndian, toByteOffset: used, as: UInt64.self)
    used += count
    if used >= Self.pieceSize { try writePiece() }
  }

  /// Appends the low bytes of what is made of each number, at most eight of each.
  @inline(__always)
  mutating func append(
    low count: Int, ofEach numbers: [UInt64], _ number: (UInt64) -> UInt64
  ) throws(IndexError) {
    // A local count, for one in memory would be read and written with each number.
    var used = self.used
    let bytes = piece.bytes
    for value in numbers {
      bytes.storeBytes(of: number(value).littleEndian, toByteOffset: used, as: UInt64.self)
      used += count
      if used >= Self.pieceSize {
        self.used = used
        try writePiece()
        used = self.used
      }
    }
    self.used = used
  }

  /// Ends the section, on a multiple of eight bytes, and returns its place.
  mutating func finish() throws(IndexError) -> Range<Int> {
    while used % 8 != 0 { try append(low: 1, of: 0) }
    try write(used)
    used = 0
    return begin..<begin + written
  }

  /// Writes a whole piece, and begins the next one with the bytes of a number that did not fit.
  @inline(never)
  private mutating func writePiece() throws(IndexError) {
    try write(Self.pieceSize)
    used -= Self.pieceSize
    piece.bytes.copyBytes(from: piece.bytes[Self.pieceSize..<Self.pieceSize + used])
  }

  private mutating func write(_ count: Int) throws(IndexError) {
    guard count > 0 else { return }
    let bytes = UnsafeRawBufferPointer(rebasing: piece.bytes[..<count])
    for start in stride(from: 0, to: count, by: SegmentFormat.blockSize) {
      let end = min(start + SegmentFormat.blockSize, count)
      blocks.append(UnsafeRawBufferPointer(rebasing: bytes[start..<end]).checksum)
    }
    try file.write(bytes, at: begin + written)
    written += count
  }
}
