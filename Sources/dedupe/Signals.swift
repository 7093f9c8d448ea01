#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What happens on Ctrl-C and the like: unfinished output files are removed, then the process
/// ends with 128 and the signal's number.
///
/// The handler may run between any two instructions, so it only calls what POSIX lists as
/// async-signal-safe (`unlink`, `write`, `_exit`) and only reads memory that was set up before.
enum Signals {
  /// As many unfinished files as a run can have: the report, the matches and one to spare.
  private static let capacity = 4

  /// C strings with the names of unfinished files; nil where a slot is free.
  ///
  /// Allocated once and never freed, so that the handler always finds it whole.
  private nonisolated(unsafe) static let unfinished = {
    let slots = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
    slots.initialize(repeating: nil, count: capacity)
    return slots
  }()

  /// Starts to listen.
  ///
  /// A closed pipe is told by `write`, not by a signal.
  static func install() {
    _ = unfinished
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM] { signal(number, handle) }
  }

  /// Remembers a file to remove if the run is interrupted.
  ///
  /// Call from the main task only.
  static func remove(onInterruption path: String) {
    guard let slot = (0..<capacity).first(where: { unfinished[$0] == nil }) else { return }
    unfinished[slot] = strdup(path)
  }

  /// Forgets all files: they are finished, or gone.
  static func forgetFiles() {
    // The names are leaked on purpose: the handler may be reading one right now.
    for slot in 0..<capacity { unfinished[slot] = nil }
  }

  private static let handle: @convention(c) (Int32) -> Void = { number in
    for slot in 0..<capacity {
      if let path = unfinished[slot] { unlink(path) }
    }
    _exit(ExitStatus.signalBase + number)
  }
}
