#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that lines are added to, now and in later runs; what stands in it is never touched.
package final class AppendingFile {
  private let descriptor: Int32
  private let shown: String

  /// Opens a file, or makes it.
  ///
  /// Where a run was cut short in the middle of a line, that line is ended, so that the next does
  /// not go on with it.
  package init(_ name: String) throws(OutputError) {
    shown = name
    descriptor = Path(name).withCString { path in
      retryingInterrupts { systemOpen(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o666) }
    }
    guard descriptor >= 0 else { throw Self.failure(.last, name) }
    let length = lseek(descriptor, 0, SEEK_END)
    var last: UInt8 = 0
    if length > 0, pread(descriptor, &last, 1, length - 1) == 1, last != UInt8(ascii: "\n") {
      try write([UInt8(ascii: "\n")])
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds bytes, all of them.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { all in
        retryingInterrupts {
          systemWrite(descriptor, all.baseAddress.map { $0 + start }, all.count - start)
        }
      }
      guard count >= 0 else { throw Self.failure(.last, shown) }
      start += count
    }
  }

  /// Makes what was added survive a power cut; pipes and devices have nothing to keep.
  package func sync() throws(OutputError) {
    guard fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP, errno != EROFS else { return }
    throw Self.failure(.last, shown)
  }

  private static func failure(_ error: SystemError, _ shown: String) -> OutputError {
    error.code == EPIPE
      ? .closedPipe
      : .problem(
        Problem(
          file: shown, cause: "the file cannot be written: \(error.text)",
          remedy: "free some space, or name a file that you may write"))
  }
}

// The class has a method of the same name, which would hide the system's.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

private func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  open(path, flags, mode)
}
