import Synchronization

@testable import DedupeIndex

/// A disk in memory that knows what was synced, can lose what was not, fail at any call, and fill.
///
/// It is stricter than file systems are: a sync of a file says nothing of its name, and of what was
/// not synced any blocks and any names survive a power cut, in any order.
final class SimulatedDisk: FileSystem {
  /// What goes wrong, and when.
  enum Fault: Sendable, Equatable {
    /// A call fails with a code, once.
    case failure(code: Int32)
    /// The power goes: this call and all after it fail, the write that it is may be done in part.
    case powerCut
  }

  struct State {
    var names: [String: Inode] = [:]
    var durableNames: [String: Inode] = [:]
    /// Changes of names that are not synced, in their order.
    var pendingNames: [NameChange] = []
    var folders: Set<String> = [""]
    var locks: Set<String> = []
    /// Calls that change something, so far.
    var calls = 0
    var fault: (call: Int, fault: Fault)?
    var isOff = false
    /// Bytes the disk holds at most.
    var capacity = Int.max
    var syncs = 0
  }

  enum NameChange {
    case link(String, Inode)
    case unlink(String, Inode)
    case rename(String, String, Inode)
  }

  /// A file, whatever its name.
  final class Inode: @unchecked Sendable {
    // Sendable: changed under the lock of the disk.
    var bytes: [UInt8] = []
    var durable: [UInt8] = []
    var pending: [Change] = []

    enum Change {
      case write(Int, [UInt8])
      case truncate(Int)
    }
  }

  let state = Mutex(State())

  // MARK: FileSystem

  func makeFolder(_ path: String) throws(IndexError) {
    try change("making", path) { state in _ = state.folders.insert(path) }
  }

  func exists(_ path: String) throws(IndexError) -> Bool {
    state.withLock { $0.folders.contains(path) || $0.names[path] != nil }
  }

  func names(in folder: String) throws(IndexError) -> [String] {
    state.withLock { state in
      state.names.keys.filter { $0.hasPrefix(folder + "/") }
        .map { String($0.dropFirst(folder.count + 1)) }
    }
  }

  func open(_ path: String, _ mode: FileMode) throws(IndexError) -> any StorageFile {
    if mode == .creating {
      try change("opening", path) { state in
        if let inode = state.names[path] {
          inode.bytes = []
          inode.pending.append(.truncate(0))
        } else {
          let inode = Inode()
          state.names[path] = inode
          state.pendingNames.append(.link(path, inode))
        }
      }
    }
    guard let inode = state.withLock({ $0.names[path] }) else { throw missing(path) }
    return SimulatedFile(disk: self, inode: inode, path: path)
  }

  func map(_ path: String) throws(IndexError) -> MappedFile {
    guard let bytes = state.withLock({ $0.names[path]?.bytes }) else { throw missing(path) }
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    return MappedFile(UnsafeRawBufferPointer(copy)) { $0.deallocate() }
  }

  func rename(_ path: String, to other: String) throws(IndexError) {
    try change("renaming", path) { state in
      guard let inode = state.names.removeValue(forKey: path) else { return }
      state.names[other] = inode
      state.pendingNames.append(.rename(path, other, inode))
    }
  }

  func remove(_ path: String) throws(IndexError) {
    try change("removing", path) { state in
      guard let inode = state.names.removeValue(forKey: path) else { return }
      state.pendingNames.append(.unlink(path, inode))
    }
  }

  func syncFolder(_ path: String) throws(IndexError) {
    try change("syncing", path) { state in
      state.durableNames = state.names
      state.pendingNames = []
      state.syncs += 1
    }
  }

  func lock(_ path: String, owner: String) throws(IndexError) -> AnyObject & Sendable {
    guard state.withLock({ $0.locks.insert(path).inserted }) else {
      throw .locked(path: owner, process: 42)
    }
    return SimulatedLock(disk: self, path: path)
  }

  // MARK: Faults

  private func missing(_ path: String) -> IndexError {
    .system(operation: "opening", file: path, code: 2)
  }

  /// Counts a call and lets it fail if its turn has come.
  func change(
    _ operation: String, _ path: String, partly: ((inout State) -> Void)? = nil,
    _ body: (inout State) -> Void
  ) throws(IndexError) {
    let code = state.withLock { state -> Int32? in
      guard !state.isOff else { return 5 }
      state.calls += 1
      guard let fault = state.fault, fault.call == state.calls else {
        body(&state)
        return nil
      }
      partly?(&state)
      switch fault.fault {
      case .failure(let code): return code
      case .powerCut:
        state.isOff = true
        return 5
      }
    }
    if let code { throw .system(operation: operation, file: path, code: code) }
  }

  /// Bytes of all files.
  var size: Int { state.withLock { $0.names.values.reduce(0) { $0 + $1.bytes.count } } }

  /// How many calls have changed something.
  var calls: Int { state.withLock { $0.calls } }

  func set(_ fault: Fault, atCall call: Int) {
    state.withLock { $0.fault = (call: call, fault: fault) }
  }

  func setCapacity(_ bytes: Int) { state.withLock { $0.capacity = bytes } }

  /// The bytes of a file.
  func bytes(of path: String) -> [UInt8] { state.withLock { $0.names[path]?.bytes ?? [] } }

  /// Puts other bytes in the place of a file's.
  func setBytes(_ bytes: [UInt8], of path: String) {
    state.withLock { $0.names[path]?.bytes = bytes }
  }
}

private final class SimulatedLock: Sendable {
  let disk: SimulatedDisk
  let path: String

  init(disk: SimulatedDisk, path: String) {
    self.disk = disk
    self.path = path
  }

  deinit { disk.state.withLock { _ = $0.locks.remove(path) } }
}

private final class SimulatedFile: StorageFile {
  let disk: SimulatedDisk
  let inode: SimulatedDisk.Inode
  let path: String

  init(disk: SimulatedDisk, inode: SimulatedDisk.Inode, path: String) {
    self.disk = disk
    self.inode = inode
    self.path = path
  }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(IndexError) {
    let new = Array(bytes)
    let inode = self.inode
    let isFull = disk.state.withLock { state in
      let size = state.names.values.reduce(0) { $0 + $1.bytes.count }
      return size + max(0, offset + new.count - inode.bytes.count) > state.capacity
    }
    guard !isFull else { throw .system(operation: "writing", file: path, code: 28) }
    try disk.change("writing", path) { _ in
      // A write that fails may have been done in part.
      inode.write(Array(new.prefix(new.count / 2)), at: offset)
    } _: { _ in
      inode.write(new, at: offset)
    }
  }

  func read(
    into target: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(IndexError) -> Int {
    let bytes = disk.state.withLock { _ in inode.bytes }
    let part = bytes.dropFirst(offset).prefix(target.count)
    target.copyBytes(from: part)
    return part.count
  }

  func size() throws(IndexError) -> Int { disk.state.withLock { _ in inode.bytes.count } }

  func truncate(to size: Int) throws(IndexError) {
    let inode = self.inode
    try disk.change("cutting", path) { _ in
      inode.apply(.truncate(size), to: &inode.bytes)
      inode.pending.append(.truncate(size))
    }
  }

  func sync() throws(IndexError) {
    let inode = self.inode
    try disk.change("syncing", path) { state in
      inode.durable = inode.bytes
      inode.pending = []
      state.syncs += 1
    }
  }
}

extension SimulatedDisk.Inode {
  func write(_ new: [UInt8], at offset: Int) {
    apply(.write(offset, new), to: &bytes)
    pending.append(.write(offset, new))
  }

  func apply(_ change: Change, to bytes: inout [UInt8]) {
    switch change {
    case .write(let offset, let new):
      let end = offset + new.count
      if bytes.count < end { bytes += Array(repeating: 0, count: end - bytes.count) }
      bytes.replaceSubrange(offset..<end, with: new)
    case .truncate(let size):
      if bytes.count > size { bytes.removeLast(bytes.count - size) }
      if bytes.count < size { bytes += Array(repeating: 0, count: size - bytes.count) }
    }
  }
}
