import DedupeEvaluation
import DedupeFormats
import NearDuplicates

/// The labelled pairs of a file, and what is wrong with it.
struct GoldFile: Sendable {
  /// The pairs that name two articles of the collection and have a label.
  private(set) var pairs: [GoldPair] = []
  /// What is wrong, record by record.
  private(set) var log: ProblemLog
  /// How many records were left out.
  private(set) var leftOut = 0

  private let file: String
  private let documents: [Document]
  private let indices: [String: Int]
  /// For each pair of articles its first line and label.
  private var first: [DocumentPair: (line: Int, label: String)] = [:]

  /// Finds the articles that the records of a file name.
  init(_ records: LoadedCollection, file: String, in documents: [Document]) {
    self.file = file
    self.documents = documents
    indices = Dictionary(
      documents.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    log = records.log
    log.reword { problem in
      if problem.line != nil, problem.cause.contains("'\(Self.fieldNames.text)'") {
        problem.remedy = "the pair is left out; give it a label"
      }
    }
    for record in records.documents { add(record) }
  }

  /// Whether all records could be used.
  var isWhole: Bool { leftOut == 0 && log.errorCount == 0 }

  /// The labels in order.
  var labels: [String] { Set(pairs.map(\.label)).sorted() }

  private mutating func add(_ record: Document) {
    guard let line = Self.line(of: record) else {
      leftOut += 1
      return report(
        .error, nil, "it was read as one text", "write the pairs as JSON Lines, in a .jsonl file")
    }
    guard !record.text.isEmpty, let a = index(record.title, "a", line),
      let b = index(record.source, "b", line)
    else {
      leftOut += 1
      return
    }
    guard a != b else {
      leftOut += 1
      report(
        .error, line, "both names are those of one article",
        "the pair is left out; remove the line")
      return
    }
    let pair = DocumentPair(a, b)
    if let before = first[pair] {
      let label = before.label == record.text ? "this label" : "the label '\(before.label)'"
      report(
        .warning, line, "the pair has \(label) on line \(before.line) already",
        "each line counts; keep one of them")
    } else {
      first[pair] = (line, record.text)
    }
    pairs.append(GoldPair(a: a, b: b, label: record.text))
  }

  /// The article that a record names.
  private mutating func index(_ name: String?, _ field: String, _ line: Int?) -> Int? {
    guard let name else {
      report(
        .error, line, "the pair has no name in the field '\(field)'",
        "the pair is left out; give it the ids of two articles as a and b")
      return nil
    }
    if let index = indices[name] { return index }
    report(
      .error, line, "no article is called '\(name)'",
      "the pair is left out; see whether all articles were read")
    return nil
  }

  private mutating func report(
    _ severity: Problem.Severity, _ line: Int?, _ cause: String, _ remedy: String
  ) {
    log.append(Problem(severity, file: file, line: line, cause: cause, remedy: remedy))
  }

  // MARK: - Reading

  /// How the records of pairs are read.
  ///
  /// The label is their text, and the two names stand where headline and outlet do, so that one
  /// reader serves for articles and for pairs. No record has an id, so that each is called by its
  /// line.
  static var fieldNames: FieldNames {
    var names = FieldNames()
    names.id = ""
    names.title = "a"
    names.source = "b"
    names.text = "label"
    names.date = ""
    names.url = ""
    return names
  }

  /// The line of a record, from its name; nil for what was no record but a whole file.
  private static func line(of record: Document) -> Int? {
    let parts = record.id.split(separator: ":")
    return parts.count > 1 ? parts.last.flatMap { Int($0) } : nil
  }
}
