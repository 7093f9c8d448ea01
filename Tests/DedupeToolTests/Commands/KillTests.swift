import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Short runs of the scripts that hold the filter against what happens to it in months; each says
/// what it looks at.
@Suite struct KillTests {
  /// The folder of the scripts, found from this file.
  private static let scripts =
    #filePath.split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(4).joined(separator: "/") + "/scripts/"

  private static let hasPython = access("/usr/bin/python3", X_OK) == 0

  private func run(_ script: String, _ arguments: String...) throws -> ToolRun {
    let child = try Child(
      ["/usr/bin/python3", Self.scripts + script] + arguments, in: "/",
      environment: ["DEDUPE_BINARY=\(Tool.path)"])
    defer { child.removeFiles() }
    return ToolRun(code: child.wait(), output: child.output, errors: child.errors)
  }

  @Test(.enabled(if: hasPython, "the script needs python3"))
  func losesNothing() throws {
    let run = try run("kill-test", "21")
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.lines.count == 3, "three scenarios")
  }

  @Test(.enabled(if: hasPython, "the script needs python3"))
  func answersRightWhileItIsWritten() throws {
    let run = try run("reader-test")
    #expect(run.code == 0, "\(run.errors)")
  }
}
