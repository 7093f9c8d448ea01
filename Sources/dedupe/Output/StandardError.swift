#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where everything goes that is not data.
enum StandardError {
  /// Writes a message as it is.
  static func write(_ text: String) {
    // Where even standard error is closed, there is nobody left to tell.
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes {
        #if canImport(Glibc)
          Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count)
        #elseif canImport(Musl)
          Musl.write(STDERR_FILENO, $0.baseAddress, $0.count)
        #else
          Darwin.write(STDERR_FILENO, $0.baseAddress, $0.count)
        #endif
      }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Writes one sentence under the tool's name.
  static func say(_ sentence: String) {
    write("dedupe: \(sentence)\n")
  }
}
