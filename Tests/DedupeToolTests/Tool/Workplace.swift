#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A fresh directory in which a test runs the tool; gone when the test is.
final class Workplace {
  let path: String

  init() throws {
    var template = Array("/tmp/dedupe-test-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw WorkplaceError(call: "mkdtemp") }
    path = String(cString: made)
  }

  deinit {
    _ = try? Child(["/bin/rm", "-rf", path], in: "/").wait()
  }

  // MARK: - Files

  /// Writes a file, and the directory it stands in.
  func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    if let slash = name.lastIndex(of: "/") { makeDirectory(String(name[..<slash])) }
    guard let file = fopen("\(path)/\(name)", "w") else { throw WorkplaceError(call: "fopen") }
    defer { fclose(file) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
      throw WorkplaceError(call: "fwrite")
    }
  }

  func write(_ name: String, _ text: String) throws {
    try write(name, text.utf8)
  }

  func makeDirectory(_ name: String) {
    _ = mkdir("\(path)/\(name)", 0o755)
  }

  func link(_ name: String, to target: String) {
    _ = symlink(target, "\(path)/\(name)")
  }

  /// The text of a file, or nil where there is none.
  func read(_ name: String) -> String? {
    Child.contents(of: "\(path)/\(name)").map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the directory, sorted.
  var names: [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  // MARK: - Runs

  /// Runs the tool to its end.
  func run(
    _ arguments: String..., input: String? = nil, environment: [String] = []
  ) throws -> ToolRun {
    try run(arguments, input: input.map { Array($0.utf8) }, environment: environment)
  }

  func run(_ arguments: [String], input: [UInt8]?, environment: [String] = []) throws -> ToolRun {
    let child = try start(arguments, input: input, environment: environment)
    let code = child.wait()
    defer { child.removeFiles() }
    return ToolRun(code: code, output: child.output, errors: child.errors)
  }

  /// Starts the tool and does not wait for it.
  func start(
    _ arguments: [String], input: [UInt8]? = nil, environment: [String] = [],
    standardInput: Int32? = nil, standardOutput: Int32? = nil
  ) throws -> Child {
    try Child(
      [Tool.path] + arguments, in: path, input: input, environment: environment,
      standardInput: standardInput, standardOutput: standardOutput)
  }

  /// Runs a script in the shell, in which `dedupe` is the tool under test.
  func shell(_ script: String, input: String? = nil) throws -> ToolRun {
    let child = try Child(
      ["/bin/sh", "-c", "dedupe() { \"$DEDUPE\" \"$@\"; }\n" + script], in: path,
      input: input.map { Array($0.utf8) }, environment: ["DEDUPE=\(Tool.path)"])
    let code = child.wait()
    defer { child.removeFiles() }
    return ToolRun(code: code, output: child.output, errors: child.errors)
  }
}

struct WorkplaceError: Error {
  var call: String
  var code = errno
}
