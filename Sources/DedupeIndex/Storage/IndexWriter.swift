import Synchronization

/// What only the one writer of an index has: the lock, the journals, the manifest.
final class IndexWriter: Sendable {
  struct State: Sendable {
    /// The journals that are not synced to their end, oldest first; the last one is written to.
    var journals: [Journal]
    /// Whether a journal was made whose name may not survive a power cut.
    var hasNewNames = false
    /// Whether a sync failed.
    var hasFailed = false
    /// The lock, nil once the index is closed.
    fileprivate(set) var lock: (AnyObject & Sendable)?
  }

  let path: String
  let fileSystem: any FileSystem
  let state: Mutex<State>
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

extension IndexWriter.State {
  var isClosed: Bool { lock == nil }

  /// Lets another process write.
  mutating func unlock() { lock = nil }

  /// Makes everything appended survive a power cut.
  mutating func sync(_ writer: IndexWriter) throws(IndexError) {
    guard !hasFailed else { throw .failed(path: writer.path) }
    do throws(IndexError) {
      for index in journals.indices { try journals[index].sync() }
      if hasNewNames { try writer.fileSystem.syncFolder(writer.path) }
      hasNewNames = false
    } catch {
      // The system may forget what it could not write, and call the next sync a success.
      if case .system("syncing", _, _) = error { hasFailed = true }
      throw error
    }
    journals.removeFirst(journals.count - 1)
    try journals[0].mark()
  }
}
