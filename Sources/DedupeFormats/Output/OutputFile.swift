#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why an output could not be written.
package enum OutputError: Error, Sendable, Equatable {
  /// The reader of a pipe went away; for a filter that is success.
  case closedPipe
  /// Anything else.
  case problem(Problem)
}

/// A file that results are written to.
///
///     let output = try OutputFile(path: "clusters.jsonl", force: false)
///     try output.write(writer.bytes)
///     try output.commit()
///
/// A regular or new file is written beside its place and renamed by ``commit(synced:)``, so that
/// it is there as a whole or not at all; without a commit it is removed. Devices and pipes are
/// written directly. SIGPIPE has to be ignored by the program.
package final class OutputFile {
  private let descriptor: Int32
  private let shown: String
  /// Where a file in the making will go.
  private let destination: Destination?
  private var isFinished = false

  /// A file in the making.
  private struct Destination {
    var path: Path
    var temporary: Path
    var mayReplace: Bool
    var slot: Int?
  }

  /// Standard output.
  package static var standardOutput: OutputFile {
    OutputFile(descriptor: 1, shown: "standard output", destination: nil)
  }

  private init(descriptor: Int32, shown: String, destination: Destination?) {
    self.descriptor = descriptor
    self.shown = shown
    self.destination = destination
  }

  /// Opens an output, `-` being standard output.
  ///
  /// An existing regular file is refused without `force`.
  package convenience init(path name: String, force: Bool) throws(OutputError) {
    if name == "-" {
      self.init(descriptor: 1, shown: "standard output", destination: nil)
      return
    }
    let path = Path(name)
    // `/dev/stdout` may lead to a regular file, which is nothing to rename over.
    if name.hasPrefix("/dev/") || Self.isDirect(path) {
      self.init(descriptor: try Self.open(path, O_WRONLY), shown: name, destination: nil)
      return
    }
    let target = Self.resolved(path)
    let mode = try Self.mode(replacing: target, shown: name, force: force)
    let temporary = Self.temporaryPath(for: target)
    let descriptor = try Self.open(temporary, O_WRONLY | O_CREAT | O_EXCL, shown: name)
    if let mode { fchmod(descriptor, mode) }
    self.init(
      descriptor: descriptor, shown: name,
      destination: Destination(
        path: target, temporary: temporary, mayReplace: force,
        slot: PendingFiles.add(temporary)))
  }

  deinit { discard() }

  /// Removes every file that is not committed; safe in a signal handler.
  ///
  /// Call it once before the handler is installed, when it does nothing: that call creates what
  /// later ones read.
  package static func removePending() { PendingFiles.unlinkAll() }

  /// Writes bytes, all of them.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    let code = bytes.withUnsafeBytes { write($0) }
    if let code { throw failure(SystemError(code: code)) }
  }

  /// Finishes the file: it gets its name, and with `synced` it is on the disk when this returns.
  package func commit(synced: Bool = false) throws(OutputError) {
    guard !isFinished, let destination else { return }
    if synced, fsync(descriptor) != 0 { throw failure(.last) }
    isFinished = true
    // A full disk may be told of only here.
    if close(descriptor) != 0 { try abandon(destination, .last) }
    if let error = Self.rename(destination) { try abandon(destination, error) }
    PendingFiles.remove(destination.slot)
  }

  /// Removes the file if it was not committed.
  package func discard() {
    guard !isFinished else { return }
    isFinished = true
    if descriptor != 1 { close(descriptor) }
    guard let destination else { return }
    destination.temporary.withCString { _ = unlink($0) }
    PendingFiles.remove(destination.slot)
  }

  // MARK: Writing

  /// Writes all bytes or returns the number of the error.
  private func write(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = retryingInterrupts { systemWrite(descriptor, part.baseAddress, part.count) }
      if count < 0 {
        guard errno == EAGAIN, waitUntilWritable() else { return errno }
      } else {
        rest = rest.dropFirst(count)
      }
    }
    return nil
  }

  /// Whoever made standard output non-blocking, a terminal multiplexer say, did not ask us.
  private func waitUntilWritable() -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    return retryingInterrupts { poll(&request, 1, -1) } >= 0
  }

  private func failure(_ error: SystemError) -> OutputError {
    error.code == EPIPE ? .closedPipe : Self.failure(error, shown)
  }

  private static func failure(_ error: SystemError, _ shown: String) -> OutputError {
    .problem(
      Problem(
        file: shown, cause: "the output cannot be written: \(error.text)",
        remedy: error.remedyForWriting))
  }

  private func abandon(
    _ destination: Destination, _ error: SystemError
  ) throws(OutputError) {
    destination.temporary.withCString { _ = unlink($0) }
    PendingFiles.remove(destination.slot)
    throw error.code == EEXIST ? Self.exists(shown) : failure(error)
  }

  // MARK: Opening and renaming

  private static func isDirect(_ path: Path) -> Bool {
    guard let status = try? FileStatus(of: path) else { return false }
    return status.kind == .stream || status.kind == .other
  }

  private static func open(
    _ path: Path, _ flags: Int32, shown: String? = nil
  ) throws(OutputError) -> Int32 {
    let descriptor = path.withCString { name in
      retryingInterrupts { systemOpen(name, flags | O_CLOEXEC, 0o666) }
    }
    guard descriptor >= 0 else { throw failure(.last, shown ?? path.description) }
    return descriptor
  }

  /// The file that a link leads to: renaming must not replace the link.
  private static func resolved(_ path: Path) -> Path {
    guard let real = path.withCString({ realpath($0, nil) }) else { return path }
    defer { free(real) }
    return Path(bytes: Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
  }

  /// The permissions of the file to be replaced, or nil where there is none.
  private static func mode(
    replacing path: Path, shown: String, force: Bool
  ) throws(OutputError) -> mode_t? {
    guard let status = try? FileStatus(of: path) else { return nil }
    guard status.kind == .regular else {
      throw .problem(
        Problem(file: shown, cause: "the output is a directory", remedy: "name a file in it"))
    }
    guard force else { throw exists(shown) }
    return status.mode
  }

  private static func exists(_ shown: String) -> OutputError {
    .problem(
      Problem(
        file: shown, cause: "the file exists", remedy: "choose another name or give --force"))
  }

  private static func temporaryPath(for path: Path) -> Path {
    // A file name has at most 255 bytes; what is cut off need not be told.
    let name = path.lastComponent.bytes.prefix(200)
    let suffix = Array(".\(getpid()).tmp".utf8)
    return path.directory.appending([UInt8(ascii: ".")] + name + suffix)
  }

  private static func rename(_ destination: Destination) -> SystemError? {
    destination.temporary.withCString { temporary in
      destination.path.withCString { path in
        // A link fails where the name has come into use since it was asked for; a rename would
        // overwrite. Some file systems know no links.
        if !destination.mayReplace {
          if link(temporary, path) == 0 {
            unlink(temporary)
            return nil
          }
          if errno == EEXIST { return .last }
        }
        return systemRename(temporary, path) == 0 ? nil : .last
      }
    }
  }
}

extension SystemError {
  /// What a user can do about it when writing.
  fileprivate var remedyForWriting: String {
    switch code {
    case ENOSPC, EDQUOT: "free some space or write elsewhere with -o"
    case EACCES, EPERM, EROFS: "write elsewhere with -o, or make the directory writable for you"
    case ENOENT, ENOTDIR: "make the directory first"
    case EISDIR: "name a file in it"
    case EIO: "check the disk"
    case EFBIG: "raise the limit of file sizes, with ulimit -f"
    default: "write elsewhere with -o"
    }
  }
}

// The class has methods of the same names, which would hide the system's.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}

private func systemRename(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  rename(old, new)
}
