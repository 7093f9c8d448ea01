/// How an index is used by one run; nothing of it is stored.
package struct IndexOptions: Sendable {
  /// Who writes and merges segments.
  package enum Maintenance: Sendable {
    /// A thread of its own. An append waits only when the memory is full once more before the
    /// last content of it is on the disk.
    case background
    /// The caller of `append`, at once: the same files for the same calls, for tests.
    case inline
    /// The caller of `append`, but only when the memory is full once more: as a background thread
    /// does that hardly gets to run, for tests.
    case postponed
  }

  /// How many documents are held in memory before they become a segment, at most 65,536.
  ///
  /// The default is 8,192. While they are written, as many again may come.
  package var documentsInMemory = 8192
  /// How many bytes the documents may take in memory before they become a segment.
  ///
  /// The default is 64 MB.
  package var bytesInMemory = 64 << 20
  /// How many segments of similar size are merged into one, at least 2.
  ///
  /// The default is 4: fewer rewrite every document more often, more make a lookup slower.
  package var fanOut = 4
  /// Who writes and merges segments.
  ///
  /// The default is `background`.
  package var maintenance = Maintenance.background
  /// The files.
  package var fileSystem: any FileSystem = PosixFileSystem()

  /// Creates the default options.
  package init() {}
}
