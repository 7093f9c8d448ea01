/// A piece of work for one task.
enum Work: Sendable {
  /// Whole lines of one file, and where in it they begin.
  case lines(InputFile, ByteBuffer, at: Int)
  /// One document, and where in the file it begins.
  case text(InputFile, ByteBuffer, at: Int)
  /// Plain-text files that the task opens itself.
  case textFiles([InputFile], ByteBuffer)
  /// Nothing but a problem.
  case problem(InputFile, Problem)

  /// The buffer, free when the work is done.
  var buffer: ByteBuffer? {
    switch self {
    case .lines(_, let buffer, _), .text(_, let buffer, _), .textFiles(_, let buffer): buffer
    case .problem: nil
    }
  }

  /// Makes documents of it, at most `limit`.
  func batches(_ reading: Reading, at desk: SketchingDesk? = nil, limit: Int) -> [Batch] {
    var batches = read(reading, at: desk, limit: limit)
    if let desk { batches[batches.count - 1].sketched = desk.clear() }
    return batches
  }

  private func read(_ reading: Reading, at desk: SketchingDesk?, limit: Int) -> [Batch] {
    switch self {
    case .lines(let file, let buffer, let offset):
      var parser = RecordParser(
        names: reading.names, dates: reading.dates, intake: TextIntake(of: file, at: desk))
      var batch = Batch(file: file, offset: offset)
      parser.parse(lines: buffer.bytes, limit: limit, into: &batch)
      batch.byteCount = buffer.count
      return [batch]
    case .text(let file, let buffer, let offset):
      var parser = TextFile(dates: reading.dates, intake: TextIntake(of: file, at: desk))
      return [Self.batch(of: file, buffer, at: offset, &parser)]
    case .textFiles(let files, let buffer):
      return Self.batches(of: files, buffer, reading, at: desk, limit: limit)
    case .problem(let file, let problem): return [Batch(file: file, problem)]
    }
  }

  /// How work becomes documents.
  struct Reading: Sendable {
    var names = FieldNames()
    var dates = DateParser()
  }

  private static func batch(
    of file: InputFile, _ buffer: ByteBuffer, at offset: Int, _ parser: inout TextFile
  ) -> Batch {
    var batch = Batch(file: file, offset: offset)
    parser.parse(buffer.bytes, into: &batch)
    batch.byteCount = buffer.count
    return batch
  }

  private static func batches(
    of files: [InputFile], _ buffer: ByteBuffer, _ reading: Reading, at desk: SketchingDesk?,
    limit: Int
  ) -> [Batch] {
    var batches: [Batch] = []
    var count = 0
    // Parsers have buffers to make: one for files that can be read again, one for pipes.
    var parsers: [Bool: TextFile] = [:]
    for file in files where count < limit {
      buffer.removeAll()
      do throws(LoadError) {
        let offset = try file.readAll(into: buffer)
        batches.append(
          batch(
            of: file, buffer, at: offset,
            &parsers[
              file.canBeReadAgain,
              default: TextFile(dates: reading.dates, intake: TextIntake(of: file, at: desk))]))
        count += 1
      } catch {
        batches.append(Batch(file: file, error.problem))
      }
    }
    return batches
  }
}

extension TextIntake {
  /// Keeps the texts that cannot be read again, and all where none are sketched.
  fileprivate init(of file: InputFile, at desk: SketchingDesk?) {
    self.init(keepsTexts: desk == nil || !file.canBeReadAgain, desk: desk)
  }
}

extension Batch {
  /// A batch of nothing but a problem.
  fileprivate init(file: InputFile, _ problem: Problem) {
    self.init(file: file)
    log.append(problem)
  }
}

extension InputFile {
  /// Reads the whole file into an empty buffer, and returns where in the file its text begins.
  fileprivate func readAll(into buffer: ByteBuffer) throws(LoadError) -> Int {
    let reader = try ChunkReader(self)
    let offset = reader.offset
    do throws(SystemError) {
      try reader.rest(into: buffer)
    } catch {
      throw LoadError(problem: Problem(error, reading: shown))
    }
    return offset
  }
}
