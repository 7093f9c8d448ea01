import ArgumentParser
import NearDuplicates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A profile that was learned beforehand.
struct ProfileOption: ParsableArguments {
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "What `dedupe profile` learned of a collection, instead of learning from the input.",
      valueName: "FILE"))
  var path: String?

  /// The profile of the file, or nil where none is named.
  func load() throws -> Profile? {
    try path.map(Self.profile(at:))
  }

  /// Reads a profile.
  static func profile(at path: String) throws -> Profile {
    let bytes = try bytes(of: path)
    do throws(ProfileError) {
      return try Profile(serialized: bytes)
    } catch {
      throw Failure("\(path.printable): \(error)")
    }
  }

  /// Whether a file begins as a profile does; only regular files are looked into, for a pipe can
  /// be read only once.
  static func isProfile(at path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let file = fopen(path, "r")
    else { return false }
    defer { fclose(file) }
    var head = [UInt8](repeating: 0, count: Profile.magic.count)
    return fread(&head, 1, head.count, file) == head.count && head == Profile.magic
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw unreadable(path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    if ferror(file) != 0 { throw unreadable(path) }
    return bytes
  }

  private static func unreadable(_ path: String) -> Failure {
    let cause = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    return Failure(
      "\(path.printable): \(cause); give a profile made with `dedupe profile PATH… -o FILE`")
  }
}
