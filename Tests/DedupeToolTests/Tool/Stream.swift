#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A run of the tool between two pipes, to see what comes out while more goes in.
final class Stream {
  let child: Child
  private var input: Int32
  private let output: Int32
  private var unread: [UInt8] = []

  init(_ workplace: Workplace, _ arguments: String...) throws {
    let (inputs, outputs) = (try Self.pipe(), try Self.pipe())
    child = try workplace.start(
      arguments, standardInput: inputs.reading, standardOutput: outputs.writing)
    close(inputs.reading)
    close(outputs.writing)
    (input, output) = (inputs.writing, outputs.reading)
  }

  deinit {
    finishInput()
    close(output)
    child.removeFiles()
  }

  /// The child must not inherit our ends, or it would never see the end of its input.
  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard systemPipe(&ends) == 0 else { throw WorkplaceError(call: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    _ = systemWrite(input, bytes)
  }

  func finishInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// The next whole line, nil where none comes within so many seconds or the tool has ended.
  func line(within seconds: Int32 = 20) -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, seconds * 1_000) > 0 else { return nil }
      var buffer = [UInt8](repeating: 0, count: 65_536)
      let count = systemRead(output, &buffer)
      guard count > 0 else { return nil }
      unread += buffer[..<count]
    }
  }

  /// Closes the reading end, as `head` does when it has enough.
  func stopReading() { dup2(STDERR_FILENO, output) }
}

private func systemPipe(_ ends: inout [Int32]) -> Int32 { pipe(&ends) }

private func systemWrite(_ descriptor: Int32, _ bytes: [UInt8]) -> Int {
  write(descriptor, bytes, bytes.count)
}

private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}
