import DedupeFormats

/// Tells what is wrong with the records of a stream, but never more than a reader can take in.
///
/// A wrong `--text-field` makes a problem of every record, for months. So ten are told at once and
/// ten more a minute; of the others it is told how many there were.
struct ComplaintGate {
  /// Whether warnings are kept back; errors never are.
  let isQuiet: Bool
  private let tell: (String) -> Void
  private var allowance = most
  private var refilledAt: UInt64 = 0
  private var untold = 0

  private static let most = Complaints.mostInFull
  private static let minute: UInt64 = 60_000_000_000

  init(isQuiet: Bool, tell: @escaping (String) -> Void = StandardError.say) {
    self.isQuiet = isQuiet
    self.tell = tell
  }

  /// Tells of a problem at a moment, in nanoseconds.
  mutating func add(_ problem: Problem, at now: UInt64) {
    if isQuiet, problem.severity == .warning { return }
    if now >= refilledAt + Self.minute {
      tellRest()
      (allowance, refilledAt) = (Self.most, now)
    }
    guard allowance > 0 else {
      untold += 1
      return
    }
    allowance -= 1
    tell(problem.description)
  }

  /// Tells how many problems were not told.
  mutating func tellRest() {
    if untold > 0 { tell("and \(untold.counted("more problem")) of this kind") }
    untold = 0
  }
}
