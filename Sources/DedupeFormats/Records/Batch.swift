import NearDuplicates

/// A document and where it came from.
struct LoadedRecord: Sendable {
  /// The document; its id is empty where the record has none.
  var document: Document
  /// Whether the id was written as a number.
  var hasNumericID = false
  /// The line it stands on, counted from 1 from the start of the batch; nil for a whole file.
  var line: Int?
  /// Its bytes in the piece of the file.
  var bytes = 0..<0
}

/// What one task made of a piece of one file; lines count from the start of the piece.
struct Batch: Sendable {
  var file: InputFile
  /// Where in the file the piece begins.
  var offset = 0
  var records: [LoadedRecord] = []
  /// What is kept of the texts of the records since the last batch that has any, where that was
  /// asked for.
  var sketched = SketchedTexts()
  var log = ProblemLog()
  var lineCount = 0
  var byteCount = 0

  init(file: InputFile, offset: Int = 0) {
    self.file = file
    self.offset = offset
  }

  /// Reports a problem of the file or of one of its lines.
  mutating func report(
    _ severity: Problem.Severity = .error, line: Int? = nil, cause: String, remedy: String
  ) {
    log.append(
      Problem(severity, file: file.shown, line: line, cause: cause, remedy: remedy))
  }
}
