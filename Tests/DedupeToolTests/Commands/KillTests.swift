import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Kills the filter under load: a short run of `scripts/kill-test`, which says what is looked at.
@Suite struct KillTests {
  /// The script, found from this file.
  private static let script =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/") + "/scripts/kill-test"

  private static let hasPython = access("/usr/bin/python3", X_OK) == 0

  @Test(.enabled(if: hasPython, "the script needs python3"))
  func losesNothing() throws {
    let child = try Child(
      ["/usr/bin/python3", Self.script, "21"], in: "/", environment: ["DEDUPE_BINARY=\(Tool.path)"])
    let code = child.wait()
    #expect(code == 0, "\(child.errors)")
    #expect(child.output.split(separator: "\n").count == 3, "three scenarios")
    child.removeFiles()
  }
}
