/// Where a document is; it can be read for as long as this is held.
enum DocumentPlace {
  case memory(Memtable, Int)
  case segment(Segment, Int)

  /// Calls `body` with the sketch.
  func withSketch<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    switch self {
    case .memory(let table, let position):
      withExtendedLifetime(table) { body(table.sketch(at: position)) }
    case .segment(let segment, let position):
      withExtendedLifetime(segment) { body(segment.sketch(at: position)) }
    }
  }

  /// Calls `body` with the record.
  func read<Result>(
    _ body: (DocumentRecord) throws(Damage) -> Result
  ) throws(IndexError) -> Result {
    do throws(Damage) {
      switch self {
      case .memory(let table, let position):
        defer { withExtendedLifetime(table) {} }
        return try body(try table.record(at: position))
      case .segment(let segment, let position):
        defer { withExtendedLifetime(segment) {} }
        return try body(try segment.record(at: position))
      }
    } catch {
      throw .damaged(file: file, offset: error.offset, cause: error.cause)
    }
  }

  private var file: String {
    switch self {
    case .memory: "memory"
    case .segment(let segment, _): segment.file
    }
  }
}
