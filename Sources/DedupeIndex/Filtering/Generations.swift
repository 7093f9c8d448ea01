import NearDuplicates

/// The profile of an index: one that was given, or one generation after the other learned from
/// what the index holds.
struct Generations {
  /// The profile in force.
  private(set) var profile: Profile
  /// The generation in force; nil where the profile was given.
  private(set) var generation: Int?
  private let threads: Int
  private let schedule: GenerationSchedule
  private var learning: Learning?

  /// What an index calls a profile that was given.
  private static let given = 0

  /// Takes up the profile of an index, or gives it one.
  ///
  /// A profile that was given once stays in force until another is given.
  init(index: DocumentIndex, settings: FilterSettings) throws(IndexError) {
    threads = settings.detection.threads
    schedule = settings.schedule
    let stored = index.profile()
    if let profile = settings.profile {
      self.profile = profile
      if stored?.generation != Self.given || stored?.profile != profile, index.writer != nil {
        try index.store(profile: profile, generation: Self.given)
      }
    } else if !settings.detection.preset.findsPassages {
      // Copies of the whole text are told without knowing the collection.
      profile = stored?.profile ?? .empty
    } else {
      profile = stored?.profile ?? .empty
      generation = stored.map(\.generation) ?? 0
      if stored != nil, generation == Self.given { generation = nil }
    }
  }

  /// Whether texts of the index are being read, so that none may expire.
  var isLearning: Bool { learning != nil }

  /// Does what is due before the record that gets an ordinal is judged, and tells whether the
  /// profile has changed.
  mutating func advance(to ordinal: Ordinal, index: DocumentIndex) async throws(IndexError) -> Bool
  {
    guard let generation else { return false }
    let next = generation + 1
    guard ordinal >= schedule.start(of: next) else { return false }
    var learning = self.learning ?? Learning(generation: next, schedule: schedule, index: index)
    try await learning.advance(
      to: min(ordinal, schedule.end(of: next)), index: index, threads: threads)
    self.learning = learning
    guard ordinal >= schedule.end(of: next) else { return false }
    profile = await learning.profile()
    self.generation = next
    self.learning = nil
    try index.store(profile: profile, generation: next)
    _ = try await advance(to: ordinal, index: index)
    return true
  }

  /// The most records that may be judged before ``advance(to:index:)`` is called again.
  func recordsUntilChange(from ordinal: Ordinal) -> Int {
    guard let generation else { return .max }
    let start = schedule.start(of: generation + 1)
    if ordinal < start { return Int(clamping: start - ordinal) }
    return min(
      Self.mostBetweenReadings, Int(clamping: schedule.end(of: generation + 1) - ordinal))
  }

  /// How many records are judged between two readings while a generation is learned.
  private static let mostBetweenReadings = 64
}
