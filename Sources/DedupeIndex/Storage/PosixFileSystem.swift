#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The file system of the machine.
package struct PosixFileSystem: FileSystem {
  /// Creates the file system.
  package init() {}

  package func makeFolder(_ path: String) throws(IndexError) {
    guard mkdir(path, 0o777) == 0 else { throw .last("making the folder", path) }
  }

  package func exists(_ path: String) throws(IndexError) -> Bool {
    var status = stat()
    if stat(path, &status) == 0 { return true }
    guard errno == ENOENT || errno == ENOTDIR else { throw .last("looking up", path) }
    return false
  }

  package func names(in folder: String) throws(IndexError) -> [String] {
    guard let directory = opendir(folder) else { throw .last("listing", folder) }
    defer { closedir(directory) }
    // The entry is as long as its name needs; copying the whole of `d_name` would read beyond it.
    let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    var names: [String] = []
    errno = 0
    while let entry = readdir(directory) {
      let name = (UnsafeRawPointer(entry) + nameOffset).assumingMemoryBound(to: CChar.self)
      names.append(String(cString: name))
      errno = 0
    }
    guard errno == 0 else { throw .last("listing", folder) }
    return names.filter { $0 != "." && $0 != ".." }
  }

  package func open(_ path: String, _ mode: FileMode) throws(IndexError) -> any StorageFile {
    try PosixFile(path, mode)
  }

  package func map(_ path: String) throws(IndexError) -> MappedFile {
    let file = try PosixFile(path, .reading)
    let size = try file.size()
    guard size > 0 else { return MappedFile(UnsafeRawBufferPointer(start: nil, count: 0)) { _ in } }
    guard let start = mmap(nil, size, PROT_READ, MAP_SHARED, file.descriptor, 0),
      start != MAP_FAILED
    else { throw .last("mapping", path) }
    return MappedFile(UnsafeRawBufferPointer(start: start, count: size)) { bytes in
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }

  package func rename(_ path: String, to other: String) throws(IndexError) {
    guard systemRename(path, other) == 0 else { throw .last("renaming", path) }
  }

  package func remove(_ path: String) throws(IndexError) {
    guard unlink(path) == 0 else { throw .last("removing", path) }
  }

  package func syncFolder(_ path: String) throws(IndexError) {
    let descriptor = systemOpen(path, O_RDONLY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .last("opening", path) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .last("syncing", path) }
  }

  package func lock(
    _ path: String, owner: String
  ) throws(IndexError) -> AnyObject & Sendable {
    let descriptor = systemOpen(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last("opening", path) }
    let file = PosixFile(descriptor, path)
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw .last("locking", path) }
      throw .locked(path: owner, process: Self.process(in: file))
    }
    // Only for the message of the next one: the lock itself dies with its process.
    try file.truncate(to: 0)
    try file.write(Array("\(getpid())\n".utf8), at: 0)
    return file
  }

  private static func process(in file: PosixFile) -> Int? {
    guard let bytes = try? file.contents() else { return nil }
    return Int(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}

private final class PosixFile: StorageFile {
  let descriptor: Int32
  private let path: String

  init(_ descriptor: Int32, _ path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  convenience init(_ path: String, _ mode: FileMode) throws(IndexError) {
    let flags =
      switch mode {
      case .reading: O_RDONLY
      case .updating: O_RDWR
      case .creating: O_RDWR | O_CREAT | O_TRUNC
      }
    let descriptor = retryingInterrupts { systemOpen(path, flags | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw .last("opening", path) }
    self.init(descriptor, path)
  }

  deinit { close(descriptor) }

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(IndexError) {
    var done = 0
    while done < bytes.count, let start = bytes.baseAddress {
      let count = retryingInterrupts {
        pwrite(descriptor, start + done, min(bytes.count - done, 1 << 30), off_t(offset + done))
      }
      guard count > 0 else { throw .last("writing", path) }
      done += count
    }
  }

  func read(
    into target: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(IndexError) -> Int {
    var done = 0
    while done < target.count, let start = target.baseAddress {
      let count = retryingInterrupts {
        pread(descriptor, start + done, min(target.count - done, 1 << 30), off_t(offset + done))
      }
      guard count >= 0 else { throw .last("reading", path) }
      if count == 0 { break }
      done += count
    }
    return done
  }

  func size() throws(IndexError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last("looking up", path) }
    return Int(status.st_size)
  }

  func truncate(to size: Int) throws(IndexError) {
    guard ftruncate(descriptor, off_t(size)) == 0 else { throw .last("cutting", path) }
  }

  func sync() throws(IndexError) {
    #if canImport(Darwin)
      // There, fsync leaves the bytes in the cache of the disk.
      if fcntl(descriptor, F_FULLFSYNC) == 0 { return }
    #endif
    guard fsync(descriptor) == 0 else { throw .last("syncing", path) }
  }
}

extension IndexError {
  fileprivate static func last(_ operation: String, _ path: String) -> IndexError {
    .system(operation: operation, file: path, code: errno)
  }
}

/// Repeats a system call that a signal interrupted.
private func retryingInterrupts<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}

// The types have methods of the same names, which would hide the system's.
private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }

private func systemOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
