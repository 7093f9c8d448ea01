/// Reads a file in chunks of whole lines, or as a whole.
final class ChunkReader {
  /// How many bytes are looked at to tell what a file is.
  static let headLength = 8 << 10
  /// How many bytes a chunk has, about: few enough to be parsed while they are in the cache.
  static let chunkLength = 1 << 20
  /// What a file of UTF-8 may begin with.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// How the file is to be read.
  let kind: FileKind
  /// Where in the file the next piece begins.
  private(set) var offset = 0
  private let descriptor: Descriptor
  /// What was read beyond the last chunk.
  private let ahead = ByteBuffer()
  private var isAtEnd: Bool

  /// Opens a file, looks at its head and skips a byte-order mark.
  init(_ file: InputFile) throws(LoadError) {
    do throws(SystemError) {
      switch file.origin {
      case .standardInput: descriptor = .standardInput
      case .file(let path): descriptor = try Descriptor(opening: path)
      }
      isAtEnd = !(try ahead.fill(from: descriptor, upTo: Self.headLength))
    } catch {
      throw LoadError(problem: Problem(error, reading: file.shown))
    }
    if let refusal = Refusal(content: ahead.bytes, of: file.path, kindByName: file.kind) {
      throw LoadError(problem: Problem(refusal, file: file.shown))
    }
    if ahead.bytes.starts(with: Self.byteOrderMark) {
      ahead.removeFirst(Self.byteOrderMark.count)
      offset = Self.byteOrderMark.count
    }
    kind = file.kind ?? FileKind(content: ahead.bytes)
  }

  /// Puts the next whole lines into an empty buffer, or returns false at the end of the file.
  ///
  /// A line that is longer than a chunk makes the chunk longer.
  func nextLines(into buffer: ByteBuffer) throws(SystemError) -> Bool {
    ahead.moveTail(from: 0, to: buffer)
    while !isAtEnd {
      let searched = buffer.count
      isAtEnd = !(try buffer.fill(from: descriptor, upTo: max(Self.chunkLength, searched)))
      let lineEnd = buffer.bytes[searched...].lastIndex(of: UInt8(ascii: "\n"))
      if !isAtEnd, let lineEnd {
        buffer.moveTail(from: lineEnd + 1, to: ahead)
        break
      }
    }
    offset += buffer.count
    return buffer.count > 0
  }

  /// Puts all of the rest into an empty buffer.
  func rest(into buffer: ByteBuffer) throws(SystemError) {
    ahead.moveTail(from: 0, to: buffer)
    if !isAtEnd { try buffer.fill(from: descriptor) }
    isAtEnd = true
    offset += buffer.count
  }
}

extension InputFile {
  /// The path for a command in a remedy.
  fileprivate var path: Path {
    switch origin {
    case .standardInput: Path("FILE")
    case .file(let path): path
    }
  }
}
