#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What kind of thing a path leads to, links followed.
struct FileStatus {
  enum Kind { case regular, directory, stream, other }

  /// What names a file on this machine, whatever path leads to it.
  struct Identity: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  var kind: Kind
  var size: Int
  var identity: Identity
  /// The permission bits.
  var mode: mode_t

  /// Asks the system about a path.
  init(of path: Path) throws(SystemError) {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw .last }
    self.init(status)
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      case S_IFIFO, S_IFCHR, S_IFSOCK: .stream
      default: .other
      }
    size = Int(status.st_size)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(truncatingIfNeeded: status.st_ino))
    mode = status.st_mode & 0o7777
  }
}

/// The entries of a directory, in byte order, without hidden ones.
func directoryEntries(of path: Path) throws(SystemError) -> [[UInt8]] {
  guard let directory = path.withCString({ opendir($0) }) else { throw .last }
  defer { closedir(directory) }
  var names: [[UInt8]] = []
  // The entry is as long as its name needs; copying the whole of `d_name` would read beyond it.
  let nameOffset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
  errno = 0
  while let entry = readdir(directory) {
    let name = (UnsafeRawPointer(entry) + nameOffset).assumingMemoryBound(to: CChar.self)
    let bytes = [UInt8](UnsafeRawBufferPointer(start: name, count: strlen(name)))
    if bytes.first != UInt8(ascii: ".") { names.append(bytes) }
    errno = 0
  }
  guard errno == 0 else { throw .last }
  return names.sorted { $0.lexicographicallyPrecedes($1) }
}
