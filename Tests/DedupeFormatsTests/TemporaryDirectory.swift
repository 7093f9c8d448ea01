#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

@testable import DedupeFormats

/// A fresh directory for one test, removed with all that is in it.
final class TemporaryDirectory {
  let path: String

  init() {
    var template = Array("/tmp/dedupe-test-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { characters in
      guard let start = characters.baseAddress, let made = mkdtemp(start) else { return "" }
      return String(cString: made)
    }
    precondition(!path.isEmpty, "no temporary directory")
  }

  deinit { Self.remove(path) }

  /// The path of an entry.
  func callAsFunction(_ name: String) -> String { path + "/" + name }

  /// Writes a file, with the directories on the way, and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let parts = name.split(separator: "/").dropLast()
    for count in parts.indices.map({ $0 + 1 }) {
      mkdir(self(parts[..<count].joined(separator: "/")), 0o755)
    }
    let file = open(self(name), O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    precondition(file >= 0, "cannot create \(name)")
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { DedupeFormatsTests.write(file, $0) }
      precondition(count > 0, "cannot write \(name)")
      rest = rest.dropFirst(count)
    }
    close(file)
    return self(name)
  }

  @discardableResult
  func write(_ name: String, _ text: String) -> String { write(name, Array(text.utf8)) }

  /// Creates an empty file and tells whether the file system takes its name.
  static func create(_ path: Path) -> Bool {
    let file = path.withCString { open($0, O_WRONLY | O_CREAT, 0o644) }
    return file >= 0 && close(file) == 0
  }

  func link(_ name: String, to target: String) { symlink(target, self(name)) }

  /// The bytes of a file, or nil where there is none.
  func read(_ name: String) -> [UInt8]? {
    guard let descriptor = try? Descriptor(opening: Path(self(name))) else { return nil }
    let buffer = ByteBuffer()
    guard (try? buffer.fill(from: descriptor)) != nil else { return nil }
    return Array(buffer.bytes)
  }

  /// The names of everything in it, hidden files included, in byte order.
  var entries: [String] { Self.entries(of: path) }

  private static func entries(of path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name.0) { String(cString: $0) }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      for name in entries(of: path) { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

private func write(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  #if canImport(Glibc)
    Glibc.write(file, bytes.baseAddress, bytes.count)
  #elseif canImport(Musl)
    Musl.write(file, bytes.baseAddress, bytes.count)
  #else
    Darwin.write(file, bytes.baseAddress, bytes.count)
  #endif
}
