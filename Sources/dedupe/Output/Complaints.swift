import DedupeFormats

/// Tells what was wrong with the inputs, on standard error.
///
/// Bad records are told ten of a kind: those tell what is wrong, the rest only how often, and no
/// kind hides another. Files that were not read are all named, as articles are missing.
struct Complaints {
  /// The most bad records of a kind that are named.
  static let mostInFull = 10

  let log: ProblemLog
  /// Whether warnings are kept back; errors never are.
  let quiet: Bool

  /// The sentences to tell, in input order.
  var sentences: [String] {
    let problems = log.problems.filter { !quiet || $0.severity == .error }
    let counts = problems.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
    // Of very many problems only the first are kept; where all are alike, so were the others.
    var unkept = log.errorCount + (quiet ? 0 : log.warningCount) - problems.count
    var told: [Problem.Kind: Int] = [:]
    var sentences: [String] = []
    for problem in problems {
      let place = told[problem.kind, default: 0] + 1
      told[problem.kind] = place
      if place <= Self.mostInFull || problem.isMissingFile { sentences.append("\(problem)") }
      guard place == Self.mostInFull, !problem.isMissingFile else { continue }
      var rest = counts[problem.kind, default: 0] - place
      if counts.count == 1 {
        rest += unkept
        unkept = 0
      }
      if rest > 0 { sentences.append("and \(rest.counted("more problem")) of this kind") }
    }
    return unkept > 0 ? sentences + ["and \(unkept.counted("more problem"))"] : sentences
  }

  /// Writes them.
  func tell() {
    for sentence in sentences { StandardError.say(sentence) }
  }
}

extension Problem {
  /// Whether it is about a whole file, whose articles are missing.
  fileprivate var isMissingFile: Bool { severity == .error && line == nil }
}
