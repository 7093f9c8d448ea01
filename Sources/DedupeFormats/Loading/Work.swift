/// A piece of work for one task.
enum Work: Sendable {
  /// Whole lines of one file.
  case lines(InputFile, ByteBuffer)
  /// One document.
  case text(InputFile, ByteBuffer)
  /// Plain-text files that the task opens itself.
  case textFiles([InputFile], ByteBuffer)
  /// Nothing but a problem.
  case problem(InputFile, Problem)

  /// The buffer, free when the work is done.
  var buffer: ByteBuffer? {
    switch self {
    case .lines(_, let buffer), .text(_, let buffer), .textFiles(_, let buffer): buffer
    case .problem: nil
    }
  }

  /// Makes documents of it, at most `limit`.
  func batches(names: FieldNames, dates: DateParser, limit: Int) -> [Batch] {
    switch self {
    case .lines(let file, let buffer):
      var parser = RecordParser(names: names, dates: dates)
      var batch = Batch(file: file)
      parser.parse(lines: buffer.bytes, limit: limit, into: &batch)
      batch.byteCount = buffer.count
      return [batch]
    case .text(let file, let buffer): return [Self.batch(of: file, buffer, dates)]
    case .textFiles(let files, let buffer):
      return Self.batches(of: files, buffer, dates, limit: limit)
    case .problem(let file, let problem): return [Batch(file: file, problem)]
    }
  }

  private static func batch(of file: InputFile, _ buffer: ByteBuffer, _ dates: DateParser) -> Batch
  {
    var parser = TextFile(dates: dates)
    var batch = Batch(file: file)
    parser.parse(buffer.bytes, into: &batch)
    batch.byteCount = buffer.count
    return batch
  }

  private static func batches(
    of files: [InputFile], _ buffer: ByteBuffer, _ dates: DateParser, limit: Int
  ) -> [Batch] {
    var batches: [Batch] = []
    var count = 0
    for file in files where count < limit {
      buffer.removeAll()
      do throws(LoadError) {
        try file.readAll(into: buffer)
        batches.append(batch(of: file, buffer, dates))
        count += 1
      } catch {
        batches.append(Batch(file: file, error.problem))
      }
    }
    return batches
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
  /// Reads the whole file into an empty buffer.
  fileprivate func readAll(into buffer: ByteBuffer) throws(LoadError) {
    let reader = try ChunkReader(self)
    do throws(SystemError) {
      try reader.rest(into: buffer)
    } catch {
      throw LoadError(problem: Problem(error, reading: shown))
    }
  }
}
