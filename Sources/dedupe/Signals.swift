import DedupeFormats

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
/// async-signal-safe (`unlink`, `_exit`) and only reads memory that was set up before.
enum Signals {
  /// Starts to listen.
  ///
  /// A closed pipe is told by `write`, not by a signal.
  static func install() {
    OutputFile.removePending()
    signal(SIGPIPE, SIG_IGN)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        OutputFile.removePending()
        _exit(ExitStatus.signalBase + number)
      }
    }
  }
}
