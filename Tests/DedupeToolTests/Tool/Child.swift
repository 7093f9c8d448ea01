#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A process under test; its output goes to files, so that no pipe can fill up and block it.
final class Child {
  let identifier: pid_t
  private let files: String

  /// Starts a command; its standard input and output are descriptors if they are given.
  init(
    _ command: [String], in directory: String, input: [UInt8]? = nil, environment: [String] = [],
    standardInput: Int32? = nil, standardOutput: Int32? = nil
  ) throws {
    var template = Array("/tmp/dedupe-run-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw WorkplaceError(call: "mkdtemp") }
    files = String(cString: made)

    var actions = FileActions()
    let inputPath = input == nil ? "/dev/null" : files + "/in"
    if let input { try Self.write(input, to: inputPath) }
    if let standardInput {
      actions.duplicate(standardInput, as: STDIN_FILENO)
    } else {
      actions.open(inputPath, O_RDONLY, as: STDIN_FILENO)
    }
    if let standardOutput {
      actions.duplicate(standardOutput, as: STDOUT_FILENO)
    } else {
      actions.open(files + "/out", O_WRONLY | O_CREAT, as: STDOUT_FILENO)
    }
    actions.open(files + "/err", O_WRONLY | O_CREAT, as: STDERR_FILENO)
    // Glibc's module does not show the call that changes the directory of a spawned process.
    let command = ["/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", directory] + command
    let path = "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
    identifier = try actions.spawn(command, environment: [path] + environment)
  }

  /// Waits for the end, and returns the exit code or 128 and the signal's number.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  func send(_ signal: Int32) { kill(identifier, signal) }

  var output: String { text("out") }
  var errors: String { text("err") }

  func removeFiles() {
    for name in ["in", "out", "err"] { unlink("\(files)/\(name)") }
    rmdir(files)
  }

  private func text(_ name: String) -> String {
    String(decoding: Self.contents(of: "\(files)/\(name)") ?? [], as: UTF8.self)
  }

  static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw WorkplaceError(call: "fopen") }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
  }
}

#if canImport(Darwin)
  private typealias SpawnAttributes = posix_spawnattr_t?
#else
  private typealias SpawnAttributes = posix_spawnattr_t
#endif

/// What is done with a child's files before it starts.
private struct FileActions: ~Copyable {
  #if canImport(Darwin)
    private var actions: posix_spawn_file_actions_t?
  #else
    private var actions = posix_spawn_file_actions_t()
  #endif

  init() { posix_spawn_file_actions_init(&actions) }

  deinit {
    var actions = actions
    posix_spawn_file_actions_destroy(&actions)
  }

  mutating func open(_ path: String, _ flags: Int32, as descriptor: Int32) {
    posix_spawn_file_actions_addopen(&actions, descriptor, path, flags, 0o644)
  }

  mutating func duplicate(_ source: Int32, as descriptor: Int32) {
    posix_spawn_file_actions_adddup2(&actions, source, descriptor)
  }

  func spawn(_ command: [String], environment: [String]) throws -> pid_t {
    var identifier: pid_t = 0
    var actions = actions
    let arguments = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { (arguments + variables).forEach { free($0) } }
    let code = Self.withUsualSignals {
      posix_spawn(&identifier, command[0], &actions, &$0, arguments, variables)
    }
    guard code == 0 else { throw WorkplaceError(call: "posix_spawn", code: code) }
    return identifier
  }

  /// Tests run on threads that block most signals, and a child inherits that: a server would never
  /// hear of SIGTERM.
  private static func withUsualSignals(
    _ body: (inout SpawnAttributes) -> Int32
  ) -> Int32 {
    #if canImport(Darwin)
      var attributes: SpawnAttributes = nil
    #else
      var attributes = SpawnAttributes()
    #endif
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    return body(&attributes)
  }
}
