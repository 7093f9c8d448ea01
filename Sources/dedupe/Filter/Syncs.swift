import DedupeIndex

/// Keeps what ``Durability`` promises: which records wait for a sync, and when there must be one.
///
/// In batches it begins a sync when half of what may wait does so, and lets it run beside the work:
/// a stream of 1,000 records a second would stand still for 10 to 40 ms each second otherwise.
struct Syncs {
  private let index: DocumentIndex
  private let durability: Durability
  private var running: (sync: BackgroundSync, records: Int)?
  /// Records that were added since the last sync began, and when that was.
  private var fresh = 0
  private var begunAt = Clock.now
  /// How many there were, and how long they took.
  private(set) var count = 0
  private(set) var seconds = 0.0

  init(of index: DocumentIndex, _ durability: Durability) {
    self.index = index
    self.durability = durability
  }

  /// Whether each line waits for the sync of its record.
  var areByRecord: Bool { durability == .record }

  /// Records that a power cut would take.
  private var unsynced: Int { fresh + (running?.records ?? 0) }

  /// How many records may be added next, at least one; waits for a sync where none may.
  mutating func room() async throws -> Int {
    guard !areByRecord else { return .max }
    if unsynced >= durability.mostRecords { try await syncAll() }
    return durability.mostRecords - unsynced
  }

  mutating func add(records: Int) { fresh += records }

  /// Does what the promise asks for before a line is written.
  mutating func beforeRelease() async throws {
    if areByRecord { try await syncAll() }
  }

  /// Does what the promise asks for after lines were written.
  mutating func afterRelease(at now: UInt64) async throws {
    if let running {
      guard running.sync.isDone else { return }
      try await finishRunning()
    }
    let waited = Double(now - begunAt) / 1e9
    guard fresh > 0, fresh * 2 >= durability.mostRecords || waited * 2 >= durability.longestWait
    else { return }
    running = (BackgroundSync(of: index), fresh)
    fresh = 0
    begunAt = now
  }

  /// Makes all that was added safe.
  mutating func syncAll() async throws {
    try await finishRunning()
    guard fresh > 0 else { return }
    running = (BackgroundSync(of: index), fresh)
    fresh = 0
    begunAt = Clock.now
    try await finishRunning()
  }

  private mutating func finishRunning() async throws {
    guard let running else { return }
    self.running = nil
    seconds += try await running.sync.finish()
    count += 1
  }
}
