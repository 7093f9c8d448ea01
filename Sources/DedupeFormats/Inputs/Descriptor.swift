#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is open for reading; it is closed when the value goes.
struct Descriptor: ~Copyable {
  private let number: Int32
  private let isOwned: Bool

  /// Standard input, which stays open.
  static var standardInput: Descriptor { Descriptor(number: 0, isOwned: false) }

  /// Opens a file for reading.
  init(opening path: Path) throws(SystemError) {
    let number = path.withCString { name in
      retryingInterrupts { open(name, O_RDONLY | O_CLOEXEC) }
    }
    guard number >= 0 else { throw .last }
    self.init(number: number, isOwned: true)
  }

  private init(number: Int32, isOwned: Bool) {
    self.number = number
    self.isOwned = isOwned
  }

  deinit {
    if isOwned { close(number) }
  }

  /// Reads until the target is full or the file ends, and returns the number of bytes; begins at
  /// an offset of the file, or goes on behind what was read last.
  func read(
    into target: UnsafeMutableRawBufferPointer, at offset: Int? = nil
  ) throws(SystemError) -> Int {
    var count = 0
    while count < target.count, let start = target.baseAddress {
      let rest = min(target.count - count, 1 << 30)
      let got = retryingInterrupts {
        offset.map { pread(number, start + count, rest, off_t($0 + count)) }
          ?? systemRead(number, start + count, rest)
      }
      guard got >= 0 else { throw .last }
      if got == 0 { break }
      count += got
    }
    return count
  }
}

// The type has a method of the same name, which would hide the system's.
private func systemRead(
  _ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int
) -> Int {
  read(descriptor, target, count)
}

/// Repeats a system call that a signal interrupted.
func retryingInterrupts<Result: SignedInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
