#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The built `dedupe` that the tests run.
enum Tool {
  /// `DEDUPE_BINARY`, else the product that lies beside the test bundle.
  static let path: String = {
    if let given = getenv("DEDUPE_BINARY") { return String(cString: given) }
    var directory = bundlePath
    while let slash = directory.lastIndex(of: "/") {
      directory = String(directory[..<slash])
      let candidate = directory + "/dedupe"
      if isExecutableFile(candidate) { return candidate }
    }
    return "dedupe"
  }()

  /// The file that this code was loaded from.
  private static var bundlePath: String {
    #if canImport(Darwin)
      var information = Dl_info()
      guard dladdr(#dsohandle, &information) != 0, let name = information.dli_fname else {
        return CommandLine.arguments[0]
      }
      return String(cString: name)
    #else
      guard let resolved = realpath("/proc/self/exe", nil) else {
        return CommandLine.arguments[0]
      }
      defer { free(resolved) }
      return String(cString: resolved)
    #endif
  }

  private static func isExecutableFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      && access(path, X_OK) == 0
  }
}

/// What a run of the tool left behind.
struct ToolRun {
  /// The exit code; 128 and the signal's number where one killed it.
  var code: Int32
  /// What it wrote to standard output.
  var output: String
  /// What it wrote to standard error.
  var errors: String

  /// The lines of standard output.
  var lines: [Substring] { output.split(separator: "\n") }
}
