import DedupeFormats
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Signals that end a filter in good order: what is in hand is finished and synced first.
///
/// The second signal ends it at once, for someone whose consumer no longer reads.
enum StopSignals {
  private static let sender = Atomic<Int32>(-1)
  private static let count = Atomic<Int>(0)

  /// Whether a signal asks for the end; SIGUSR1 asks for the statistics.
  static func ends(_ number: Int32) -> Bool { number != SIGUSR1 }

  /// Sends signals to a pipe from now on, in place of ending the process.
  ///
  /// What the handler touches exists before it is installed, and it calls only what POSIX lists
  /// as async-signal-safe.
  static func redirect(to wakeup: Wakeup) {
    sender.store(wakeup.sender, ordering: .releasing)
    _ = count.load(ordering: .acquiring)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        if StopSignals.count.add(1, ordering: .relaxed).oldValue > 0 {
          OutputFile.removePending()
          _exit(ExitStatus.signalBase + number)
        }
        StopSignals.send(number)
      }
    }
    signal(SIGUSR1) { StopSignals.send($0) }
  }

  private static func send(_ number: Int32) {
    // The interrupted code may be about to look at it.
    let saved = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(sender.load(ordering: .acquiring), &byte, 1)
    errno = saved
  }
}
