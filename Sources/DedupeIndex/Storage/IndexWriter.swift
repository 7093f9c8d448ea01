import Synchronization

/// What only the one writer of an index has: the lock, the journals, the manifest.
final class IndexWriter: Sendable {
  struct State: Sendable {
    /// The journals that are not synced to their end, oldest first; the last one is written to.
    var journals: [Journal]
    /// The last journal whose name survives a power cut.
    fileprivate var lastDurableName: UInt64 = 0
    /// Whether a sync failed.
    var hasFailed = false
    /// The lock, nil once the index is closed.
    fileprivate(set) var lock: (AnyObject & Sendable)?
  }

  let path: String
  let fileSystem: any FileSystem
  let state: Mutex<State>
  /// Held during a sync, which leaves `state` to those who append meanwhile.
  private let syncing = Mutex(())
  /// The manifest as it is on the disk; whoever replaces it holds this lock meanwhile.
  let manifest: Mutex<Manifest>

  init(
    path: String, fileSystem: any FileSystem, lock: AnyObject & Sendable, manifest: Manifest,
    journals: [Journal]
  ) {
    self.path = path
    self.fileSystem = fileSystem
    state = Mutex(State(journals: journals, lock: lock))
    self.manifest = Mutex(manifest)
  }

  /// Calls `body` with the journals, one caller at a time.
  func writing<Value>(
    _ body: (inout State) throws(IndexError) -> Value
  ) throws(IndexError) -> Value {
    try state.withLock { state throws(IndexError) in
      guard !state.isClosed else { throw .readOnly(path: path) }
      guard !state.hasFailed else { throw .failed(path: path) }
      return try body(&state)
    }
  }

  /// Makes everything appended so far survive a power cut; others may append meanwhile.
  func sync() throws(IndexError) {
    try syncing.withLock { _ throws(IndexError) in
      let plan = try writing { state throws(IndexError) in try state.planSync() }
      do throws(IndexError) {
        // The older journal first: the younger one says of it that it is synced.
        for part in plan.parts { try part.file.sync() }
        if plan.hasNewNames { try fileSystem.syncFolder(path) }
      } catch {
        // The system may forget what it could not write, and call the next sync a success.
        state.withLock { $0.hasFailed = true }
        throw error
      }
      state.withLock { $0.finish(plan) }
    }
  }

  /// Replaces the manifest by one that `change` makes of it.
  func publish(_ change: (inout Manifest) -> Void) throws(IndexError) {
    let file = ManifestFile(folder: path, fileSystem: fileSystem)
    try manifest.withLock { manifest throws(IndexError) in
      var new = manifest
      change(&new)
      try file.replace(by: new)
      manifest = new
    }
  }

  func path(of name: String) -> String { DedupeIndex.path(path, name) }
}

/// The journals that a sync covers, oldest first, and how much of each.
private struct SyncPlan: Sendable {
  struct Part: Sendable {
    var journal: UInt64
    var file: any StorageFile
    var length: Int
  }

  var parts: [Part] = []
  /// The last journal at the time, and whether its name has to be synced.
  var lastName: UInt64 = 0
  var hasNewNames = false
}

extension IndexWriter.State {
  var isClosed: Bool { lock == nil }

  /// Lets another process write.
  mutating func unlock() { lock = nil }

  /// Hands everything to the system and tells what is to be synced.
  fileprivate mutating func planSync() throws(IndexError) -> SyncPlan {
    var plan = SyncPlan()
    for index in journals.indices where !journals[index].isSynced {
      try journals[index].write()
      plan.parts.append(
        SyncPlan.Part(
          journal: journals[index].number, file: journals[index].file,
          length: journals[index].end))
    }
    plan.lastName = journals[journals.count - 1].number
    plan.hasNewNames = plan.lastName > lastDurableName
    return plan
  }

  /// Notes what is synced now.
  fileprivate mutating func finish(_ plan: SyncPlan) {
    for part in plan.parts {
      guard let index = journals.firstIndex(where: { $0.number == part.journal }) else { continue }
      journals[index].didSync(to: part.length)
    }
    lastDurableName = max(lastDurableName, plan.lastName)
    let last = journals.count - 1
    if journals[last].number == plan.parts.last?.journal { journals[last].mark() }
    for index in journals.indices.dropLast().reversed() where journals[index].isSynced {
      journals.remove(at: index)
    }
  }
}
