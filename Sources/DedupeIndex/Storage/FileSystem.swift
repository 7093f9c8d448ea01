/// Every operation on files that an index makes, so that tests can fail each of them, fill the
/// disk, or forget what was not synced.
///
/// A call stands for kilobytes at least: no record is written or read by one of its own.
package protocol FileSystem: Sendable {
  /// Makes a folder, whose parent exists.
  func makeFolder(_ path: String) throws(IndexError)
  /// Whether there is a file or folder.
  func exists(_ path: String) throws(IndexError) -> Bool
  /// The names in a folder, in no order.
  func names(in folder: String) throws(IndexError) -> [String]
  /// Opens a file, which is made anew and empty with `.creating`.
  func open(_ path: String, _ mode: FileMode) throws(IndexError) -> any StorageFile
  /// The bytes of a file that nobody changes.
  func map(_ path: String) throws(IndexError) -> MappedFile
  /// Gives a file another name, in place of the file that had it.
  func rename(_ path: String, to other: String) throws(IndexError)
  /// Removes a file.
  func remove(_ path: String) throws(IndexError)
  /// Makes the names in a folder survive a power cut.
  func syncFolder(_ path: String) throws(IndexError)
  /// Takes the lock that a file stands for, until the returned object goes.
  func lock(_ path: String, owner: String) throws(IndexError) -> AnyObject & Sendable
}

/// What a file is opened for.
package enum FileMode: Sendable { case reading, updating, creating }

/// An open file; it is closed when the object goes.
package protocol StorageFile: AnyObject, Sendable {
  /// Writes all bytes at an offset.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(IndexError)
  /// Reads until the target is full or the file ends, and returns the number of bytes.
  func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws(IndexError) -> Int
  /// The length of the file.
  func size() throws(IndexError) -> Int
  /// Cuts the file.
  func truncate(to size: Int) throws(IndexError)
  /// Makes what was written survive a power cut.
  func sync() throws(IndexError)
}

extension StorageFile {
  /// The bytes from an offset to the end.
  func contents(from offset: Int = 0) throws(IndexError) -> [UInt8] {
    let count = max(0, try size() - offset)
    var bytes = [UInt8](repeating: 0, count: count)
    let got = try bytes.withUnsafeMutableBufferPointer { bytes throws(IndexError) in
      try read(into: UnsafeMutableRawBufferPointer(bytes), at: offset)
    }
    return Array(bytes.prefix(got))
  }

  /// Writes all bytes at an offset.
  func write(_ bytes: [UInt8], at offset: Int) throws(IndexError) {
    try bytes.withRawBytes { bytes throws(IndexError) in try write(bytes, at: offset) }
  }
}

/// The bytes of a file in memory, for as long as the object lives.
package final class MappedFile: @unchecked Sendable {
  // Sendable: the bytes are never written, and freed once, when nobody holds the object.

  /// The bytes.
  package let bytes: UnsafeRawBufferPointer
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Takes bytes and the way to be rid of them.
  package init(
    _ bytes: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    self.bytes = bytes
    self.release = release
  }

  deinit { release(bytes) }
}

/// The file of a name in a folder.
func path(_ folder: String, _ name: String) -> String { "\(folder)/\(name)" }
