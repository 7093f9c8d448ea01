import NearDuplicates

/// Reads the documents of files, directories and standard input piece by piece, so that a
/// collection of any size takes the memory of one piece.
///
/// Unlike ``CollectionLoader`` it remembers no ids: two documents may have the same.
package struct CollectionPieces {
  /// A document with its id as it was written.
  package struct Record: Sendable {
    /// The document; without an id of its own it is called by its file and line.
    package var document: Document
    /// The id's JSON token.
    package var id: [UInt8]
  }

  /// What was wrong, so far, in input order.
  package private(set) var log: ProblemLog
  /// How many bytes were read.
  package private(set) var byteCount = 0
  private var source: WorkSource
  private let names: FieldNames
  private let dates = DateParser()
  private var currentFile: InputFile?
  private var linesBefore = 0
  private var unseenFields: UnseenFields

  /// Finds the files of paths, `-` being standard input, and of those that the file `list` names.
  package init(_ paths: [String], filesFrom list: String? = nil, names: FieldNames) {
    var finder = InputFinder()
    for path in paths { finder.add(path) }
    if let list { finder.add(listedIn: list) }
    log = finder.log
    source = WorkSource(finder.files)
    self.names = names
    unseenFields = UnseenFields(names)
  }

  /// The documents of the next piece, be it none; nil when all is read.
  package mutating func next() -> [Record]? {
    guard let work = source.next() else {
      for problem in unseenFields.takeProblems() { log.append(problem) }
      return nil
    }
    var records: [Record] = []
    for batch in work.batches(Work.Reading(names: names, dates: dates), limit: .max) {
      if batch.file != currentFile { (currentFile, linesBefore) = (batch.file, 0) }
      log.append(batch.log, afterLine: linesBefore)
      for record in batch.records { records.append(named(record, in: batch.file)) }
      linesBefore += batch.lineCount
      byteCount += batch.byteCount
    }
    source.recycle(work.buffer)
    return records
  }

  private mutating func named(_ record: LoadedRecord, in file: InputFile) -> Record {
    var document = record.document
    if record.line != nil { unseenFields.look(at: document) }
    if document.id.isEmpty {
      document.id = record.line.map { "\(file.name):\(linesBefore + $0)" } ?? file.name
    }
    return Record(
      document: document,
      id: record.hasNumericID ? Array(document.id.utf8) : JSONWriter.token(of: document.id))
  }
}

extension JSONWriter {
  /// The JSON of a string.
  package static func token(of text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.value(text)
    return writer.bytes
  }
}
