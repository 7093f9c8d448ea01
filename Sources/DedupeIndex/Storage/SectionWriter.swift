/// Writes one section of a segment from front to back, with a checksum for every block.
///
/// Several sections are written side by side, each at its own place in the file.
struct SectionWriter {
  /// Bytes gathered before they are written: 16 blocks.
  private static let pieceSize = 16 * SegmentFormat.blockSize

  private let file: any StorageFile
  private let begin: Int
  private var written = 0
  private var piece: [UInt8] = []
  private(set) var blocks: [UInt64] = []

  init(_ file: any StorageFile, at begin: Int) {
    self.file = file
    self.begin = begin
    piece.reserveCapacity(Self.pieceSize + 4096)
  }

  /// Bytes so far.
  var length: Int { written + piece.count }

  @inline(__always)
  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    piece.append(contentsOf: bytes)
    if piece.count >= Self.pieceSize { try writePiece() }
  }

  /// Appends the low bytes of a number, the lowest first.
  @inline(__always)
  mutating func append(low count: Int, of number: UInt64) throws(IndexError) {
    withUnsafeBytes(of: number.littleEndian) {
      piece.append(contentsOf: UnsafeRawBufferPointer(rebasing: $0[..<count]))
    }
    if piece.count >= Self.pieceSize { try writePiece() }
  }

  /// Ends the section, on a multiple of eight bytes, and returns its place.
  mutating func finish() throws(IndexError) -> Range<Int> {
    while piece.count % 8 != 0 { piece.append(0) }
    while piece.count >= Self.pieceSize { try writePiece() }
    try write(piece.count)
    return begin..<begin + written
  }

  private mutating func writePiece() throws(IndexError) { try write(Self.pieceSize) }

  private mutating func write(_ count: Int) throws(IndexError) {
    guard count > 0 else { return }
    let file = self.file
    let offset = begin + written
    let result = piece.withUnsafeBytes { bytes -> Result<Void, IndexError> in
      for start in stride(from: 0, to: count, by: SegmentFormat.blockSize) {
        let end = min(start + SegmentFormat.blockSize, count)
        blocks.append(UnsafeRawBufferPointer(rebasing: bytes[start..<end]).checksum)
      }
      do throws(IndexError) {
        return .success(
          try file.write(UnsafeRawBufferPointer(rebasing: bytes[..<count]), at: offset))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
    written += count
    piece.removeFirst(count)
  }
}
