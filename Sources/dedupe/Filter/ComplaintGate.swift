import DedupeFormats

/// Tells what is wrong with the records of a stream, but never more than a reader can take in.
///
/// A wrong `--text-field` makes a problem of every record, for months. So ten of a kind are told at
/// once and ten more a minute; of the others it is told how many there were.
struct ComplaintGate {
  /// Whether warnings are kept back; errors never are.
  let isQuiet: Bool
  private let tell: (String) -> Void
  /// The kinds that were met in this minute, in their order, and how often.
  private var met: [(kind: Problem.Kind, count: Int)] = []
  private var beganAt: UInt64 = 0

  private static let most = Complaints.mostInFull
  private static let minute: UInt64 = 60_000_000_000

  init(isQuiet: Bool, tell: @escaping (String) -> Void = StandardError.say) {
    self.isQuiet = isQuiet
    self.tell = tell
  }

  /// Tells of a problem at a moment, in nanoseconds.
  mutating func add(_ problem: Problem, at now: UInt64) {
    if isQuiet, problem.severity == .warning { return }
    if now >= beganAt + Self.minute {
      tellRest()
      beganAt = now
    }
    let place = met.firstIndex { $0.kind == problem.kind } ?? met.endIndex
    if place == met.endIndex { met.append((problem.kind, 0)) }
    met[place].count += 1
    if met[place].count <= Self.most { tell(problem.description) }
  }

  /// Tells how many problems were not told.
  mutating func tellRest() {
    for (kind, count) in met where count > Self.most {
      let name = met.count == 1 ? "" : ": \(kind.remedy)"
      tell("and \((count - Self.most).counted("more problem")) of this kind\(name)")
    }
    met = []
  }
}
