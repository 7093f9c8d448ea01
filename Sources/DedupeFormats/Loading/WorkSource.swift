/// Cuts the inputs into pieces of work, in input order.
///
/// JSON Lines are read here, by one task, and parsed by those that get the pieces, because
/// parsing takes several times as long; plain-text files are small, so that their tasks open and
/// read them, too.
struct WorkSource {
  private var files: ArraySlice<InputFile>
  /// The reader of the first file, once it is open.
  private var reader: ChunkReader?
  private var idle: [ByteBuffer] = []

  /// How many plain-text files a task gets at once.
  private static let filesPerTask = 64

  init(_ files: [InputFile]) { self.files = files[...] }

  /// Takes the buffer of finished work back for the next piece.
  mutating func recycle(_ buffer: ByteBuffer?) {
    // The room of a line of 100 MB is better given back.
    guard let buffer, buffer.count <= 4 * ChunkReader.chunkLength else { return }
    buffer.removeAll()
    idle.append(buffer)
  }

  /// The next piece, or nil when all is read.
  mutating func next() -> Work? {
    while let file = files.first {
      do throws(LoadError) {
        if let work = try nextPiece(of: file) { return work }
        advance(by: 1)
      } catch {
        advance(by: 1)
        return .problem(file, error.problem)
      }
    }
    return nil
  }

  private mutating func nextPiece(of file: InputFile) throws(LoadError) -> Work? {
    if file.kind == .text { return textFiles() }
    let isNew = reader == nil
    let reader: ChunkReader
    if let open = self.reader { reader = open } else { reader = try ChunkReader(file) }
    self.reader = reader
    let buffer = idle.popLast() ?? ByteBuffer()
    do throws(SystemError) {
      if reader.kind == .text { return try text(file, reader, buffer) }
      let start = reader.offset
      if try reader.nextLines(into: buffer) { return .lines(file, buffer, at: start) }
    } catch {
      throw LoadError(problem: Problem(error, reading: file.shown))
    }
    recycle(buffer)
    if isNew { throw LoadError(problem: .emptyFile(file)) }
    return nil
  }

  private mutating func text(
    _ file: InputFile, _ reader: ChunkReader, _ buffer: ByteBuffer
  ) throws(SystemError) -> Work {
    let start = reader.offset
    try reader.rest(into: buffer)
    advance(by: 1)
    return .text(file, buffer, at: start)
  }

  private mutating func textFiles() -> Work {
    let batch = files.prefix(Self.filesPerTask).prefix { $0.kind == .text }
    advance(by: batch.count)
    return .textFiles(Array(batch), idle.popLast() ?? ByteBuffer())
  }

  private mutating func advance(by count: Int) {
    files.removeFirst(count)
    reader = nil
  }
}

extension Problem {
  fileprivate static func emptyFile(_ file: InputFile) -> Problem {
    Problem(
      .warning, file: file.shown, cause: "the file is empty",
      remedy: "write a JSON record on each line")
  }
}
