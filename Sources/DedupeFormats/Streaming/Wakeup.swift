#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A pipe to this process itself, by which a signal handler wakes a reader that waits for input.
///
/// Each byte that is sent is the number of a signal.
package struct Wakeup: Sendable {
  /// The end that a handler writes to.
  package let sender: Int32
  /// The end that a reader waits for.
  let receiver: Int32

  /// Makes a pipe that stays open as long as the process; nil where the system has none left.
  package init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      // A handler must never wait, and no child inherits it.
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (receiver, sender) = (ends[0], ends[1])
  }

  /// The number that was sent first and not taken yet.
  func take() -> Int32? {
    var byte: UInt8 = 0
    return read(receiver, &byte, 1) == 1 ? Int32(byte) : nil
  }
}
