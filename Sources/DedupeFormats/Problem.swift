/// Something wrong with an input or an output, told in one sentence: where, what and what to do.
///
///     articles.jsonl:17: the record is no valid JSON: expected ',' at byte 43; mend or remove
///     the line
package struct Problem: Sendable, Equatable {
  /// How bad a problem is.
  package enum Severity: Sendable {
    /// The input was used, but not quite as it stands.
    case warning
    /// The input, or the record, could not be used.
    case error
  }

  /// How bad it is.
  package var severity: Severity
  /// The file as the user named it, if one is concerned.
  package var file: String?
  /// The line of the file, counted from 1.
  package var line: Int?
  /// The byte of the line, or of the file where no line is given, counted from 1.
  package var byte: Int?
  /// What is wrong.
  package var cause: String
  /// What to do about it.
  package var remedy: String?

  /// Creates a problem.
  package init(
    _ severity: Severity = .error, file: String? = nil, line: Int? = nil, byte: Int? = nil,
    cause: String, remedy: String? = nil
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.byte = byte
    self.cause = cause
    self.remedy = remedy
  }
}

extension Problem {
  /// What problems have in common that are mended in the same way.
  package struct Kind: Hashable, Sendable {
    let severity: Severity
    /// The remedy without what was done meanwhile, which may name the record.
    package let remedy: String
  }

  /// Its kind.
  package var kind: Kind {
    let clauses = (remedy ?? "").split(separator: "; ")
    return Kind(severity: severity, remedy: clauses.last.map(String.init) ?? "")
  }
}

extension Problem: CustomStringConvertible {
  /// The problem as one sentence.
  package var description: String {
    var sentence = ""
    if let file { sentence += file + ":" }
    if let line { sentence += "\(line):" }
    if !sentence.isEmpty { sentence += " " }
    sentence += cause
    if let remedy { sentence += "; " + remedy }
    return Self.withoutControls(sentence)
  }

  /// Names come from strangers; a terminal must not obey what is written in them.
  private static func withoutControls(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { isControl($0) }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { clean.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(clean)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}

/// The problems of a run in input order: all are counted, the first of each severity are kept.
///
/// A wrong `--text-field` makes every record of ten million a problem; keeping them all would
/// take gigabytes to say one thing.
package struct ProblemLog: Sendable, Equatable {
  /// How many problems of each severity are kept.
  package static let limit = 1_000

  /// The problems that were kept.
  package private(set) var problems: [Problem] = []
  /// The errors that occurred.
  package private(set) var errorCount = 0
  /// The warnings that occurred.
  package private(set) var warningCount = 0

  /// Creates an empty log.
  package init() {}

  /// Counts a problem and keeps it if there is room.
  package mutating func append(_ problem: Problem) {
    let count = count(of: problem.severity)
    if count < Self.limit { problems.append(problem) }
    add(1, to: problem.severity)
  }

  /// Says the problems that were kept in other words.
  package mutating func reword(_ body: (inout Problem) -> Void) {
    for index in problems.indices {
      let severity = problems[index].severity
      body(&problems[index])
      // What was counted stays counted as it was.
      problems[index].severity = severity
    }
  }

  /// Appends the problems of another log, whose lines count from after `line`.
  package mutating func append(_ other: ProblemLog, afterLine line: Int = 0) {
    for var problem in other.problems {
      problem.line = problem.line.map { $0 + line }
      append(problem)
    }
    for severity in [Problem.Severity.error, .warning] {
      let unseen = other.count(of: severity) - other.problems.count { $0.severity == severity }
      add(unseen, to: severity)
    }
  }

  private func count(of severity: Problem.Severity) -> Int {
    severity == .error ? errorCount : warningCount
  }

  private mutating func add(_ count: Int, to severity: Problem.Severity) {
    switch severity {
    case .error: errorCount += count
    case .warning: warningCount += count
    }
  }
}
