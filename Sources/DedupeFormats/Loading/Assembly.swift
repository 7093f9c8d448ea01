import NearDuplicates

/// Puts the batches of all tasks together in input order: lines are counted on, ids made unique.
struct Assembly<Target: RecordTarget> {
  private(set) var collection = Target()
  /// The first error, if a strict run has met one.
  private(set) var failure: LoadError?

  private let isStrict: Bool
  private let limit: Int
  private var ids = DocumentIDs()
  private var nextSuffix: [String: Int] = [:]
  private var currentFile: InputFile?
  private var linesBefore = 0
  private var unseenFields: UnseenFields

  init(log: ProblemLog, names: FieldNames, isStrict: Bool, limit: Int?) {
    unseenFields = UnseenFields(names)
    self.isStrict = isStrict
    self.limit = limit ?? .max
    collection.log = log
    noteFailure()
  }

  /// How many more documents are wanted.
  var room: Int { limit - collection.count }

  /// Whether nothing more is wanted.
  var isDone: Bool { failure != nil || room <= 0 }

  mutating func append(_ batch: Batch) {
    guard !isDone else { return }
    if batch.file != currentFile {
      currentFile = batch.file
      linesBefore = 0
    }
    collection.log.append(batch.log, afterLine: linesBefore)
    for record in batch.records { append(record, of: batch) }
    collection.end(batch)
    linesBefore += batch.lineCount
    collection.byteCount += batch.byteCount
    noteFailure()
  }

  /// Tells what can be told only when all was read.
  mutating func end() {
    for problem in unseenFields.takeProblems() { collection.log.append(problem) }
  }

  private mutating func append(_ record: LoadedRecord, of batch: Batch) {
    var record = record
    let line = record.line.map { linesBefore + $0 }
    if line != nil { unseenFields.look(at: record.document) }
    if record.document.id.isEmpty {
      record.document.id = line.map { "\(batch.file.name):\($0)" } ?? batch.file.name
    }
    if !ids.insert(record.document.id, of: collection) {
      rename(&record, of: batch.file, line: line)
    }
    collection.append(record, of: batch)
  }

  /// Gives a doubled id the first suffix that is free.
  private mutating func rename(_ record: inout LoadedRecord, of file: InputFile, line: Int?) {
    let id = record.document.id
    var suffix = nextSuffix[id] ?? 2
    while !ids.insert("\(id)#\(suffix)", of: collection) { suffix += 1 }
    nextSuffix[id] = suffix + 1
    record.document.id = "\(id)#\(suffix)"
    record.hasNumericID = false
    collection.log.append(
      Problem(
        .warning, file: file.shown, line: line, cause: "the id '\(id)' was used before",
        remedy: "the document is kept as '\(record.document.id)'; give each an id of its own"))
  }

  private mutating func noteFailure() {
    guard isStrict, failure == nil, collection.log.errorCount > 0,
      let problem = collection.log.problems.first(where: { $0.severity == .error })
    else { return }
    failure = LoadError(problem: problem)
  }
}
