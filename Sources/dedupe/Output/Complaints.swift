import DedupeFormats

/// Tells what was wrong with the inputs, on standard error.
struct Complaints {
  /// A page of a terminal: the first problems tell what is wrong, the rest only how often.
  static let mostInFull = 10

  let log: ProblemLog
  /// Whether warnings are kept back; errors never are.
  let quiet: Bool

  /// The sentences to tell.
  var sentences: [String] {
    let told = log.problems.filter { !quiet || $0.severity == .error }
    let total = log.errorCount + (quiet ? 0 : log.warningCount)
    let first = told.prefix(Self.mostInFull).map(\.description)
    let rest = total - first.count
    return rest > 0 ? first + ["and \(rest.counted("more problem")) of this kind"] : first
  }

  /// Writes them.
  func tell() {
    for sentence in sentences { StandardError.say(sentence) }
  }
}
