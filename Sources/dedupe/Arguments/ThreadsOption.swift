import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How much of the machine is used.
struct ThreadsOption: ParsableArguments {
  @Option(help: "How many threads work; the result never depends on it. (default: all cores)")
  var threads: Int?

  mutating func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads takes a number of at least 1, not \(threads)")
    }
  }

  /// The number asked for, or that of the processors that are online.
  var count: Int { threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}
