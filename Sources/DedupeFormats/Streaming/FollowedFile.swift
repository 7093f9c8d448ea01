#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that others go on writing to, as `tail -F` reads it, from its beginning.
///
/// A file that was renamed is read to its end before the one that took its name is begun; one that
/// became shorter is read from its beginning again; one that is not there yet is waited for.
///
/// It looks every tenth of a second. That is a system call or two for a file that rests, and works
/// on every file system, also on those that tell nobody of changes.
struct FollowedFile: StreamSource {
  private let path: Path
  private let wakeup: Wakeup?
  private var open: OpenFile?
  private var idleMilliseconds: Int32 = 0
  /// Whether a file was read before this one.
  private var isLater = false

  private struct OpenFile {
    var descriptor: Int32
    var identity: FileStatus.Identity
    var offset = 0
  }

  static let interval: Int32 = 100

  init(_ path: Path, wakeup: Wakeup? = nil) {
    self.path = path
    self.wakeup = wakeup
  }

  var shown: String { path.description }

  mutating func read(
    into buffer: ByteBuffer, waiting milliseconds: Int32?
  ) throws(SystemError) -> SourceState {
    while true {
      if let number = wakeup?.take() { return .woken(number) }
      if open == nil, try begin(), isLater { return .nextFile }
      if try readOn(into: buffer) { return .read }
      if let file = open, try isReplaced(file) {
        // The last lines may have come between the look at the file and that at its name.
        if try readOn(into: buffer) { return .read }
        end()
        continue
      }
      if let milliseconds, idleMilliseconds >= milliseconds {
        idleMilliseconds = 0
        return .idle
      }
      rest()
    }
  }

  private mutating func readOn(into buffer: ByteBuffer) throws(SystemError) -> Bool {
    guard let file = open else { return false }
    let got = buffer.fillOnce(from: file.descriptor, upTo: DescriptorSource.pieceLength)
    guard got >= 0 else { throw .last }
    open?.offset += got
    if got > 0 { idleMilliseconds = 0 }
    return got > 0
  }

  /// Opens the file where there is one.
  private mutating func begin() throws(SystemError) -> Bool {
    do throws(SystemError) {
      let status = try FileStatus(of: path)
      let descriptor = path.withCString { name in
        retryingInterrupts { systemOpen(name, O_RDONLY | O_CLOEXEC) }
      }
      guard descriptor >= 0 else { throw .last }
      open = OpenFile(descriptor: descriptor, identity: status.identity)
      return true
    } catch {
      // Between the rename and the new file there is a moment without one.
      guard error.code == ENOENT else { throw error }
      return false
    }
  }

  private mutating func end() {
    if let open { close(open.descriptor) }
    open = nil
    isLater = true
  }

  /// Whether the name stands for another file by now, or for less of this one.
  ///
  /// While the name stands for none, the old file may still be written to.
  private func isReplaced(_ file: OpenFile) throws(SystemError) -> Bool {
    do throws(SystemError) {
      let status = try FileStatus(of: path)
      return status.identity != file.identity || status.size < file.offset
    } catch {
      guard error.code == ENOENT else { throw error }
      return false
    }
  }

  private mutating func rest() {
    if let wakeup {
      var request = pollfd(fd: wakeup.receiver, events: Int16(POLLIN), revents: 0)
      _ = poll(&request, 1, Self.interval)
    } else {
      _ = poll(nil, 0, Self.interval)
    }
    idleMilliseconds += Self.interval
  }
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
  open(path, flags)
}
