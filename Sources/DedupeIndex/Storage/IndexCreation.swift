/// Makes the files of an empty index, so that a crash leaves the whole of it or none.
struct IndexCreation {
  let path: String
  let fileSystem: any FileSystem

  func create(_ parameters: IndexParameters) throws(IndexError) {
    if try fileSystem.exists(path) {
      try refuseContents()
    } else {
      try fileSystem.makeFolder(path)
      try fileSystem.syncFolder(Self.parent(of: path))
    }
    let journal = try fileSystem.open(DedupeIndex.path(path, IndexFile.journal(1)), .creating)
    try journal.write(
      JournalHeader(number: 1, firstOrdinal: 0, previousLength: 0).bytes, at: 0)
    try journal.sync()
    try ManifestFile(folder: path, fileSystem: fileSystem).replace(
      by: Manifest(parameters: parameters))
  }

  /// Throws unless the folder is empty, or as a creation that was cut short leaves it.
  ///
  /// Anything more may be the rest of an index whose manifest went, which must not be overwritten.
  private func refuseContents() throws(IndexError) {
    let journal = IndexFile.journal(1)
    for name in try fileSystem.names(in: path) {
      let file = DedupeIndex.path(path, name)
      if name == IndexFile.newManifest || name == IndexFile.lock { continue }
      let isHarmless =
        if name == journal {
          try fileSystem.open(file, .reading).size() <= JournalHeader.length
        } else { false }
      guard isHarmless else { throw .exists(path: path) }
    }
  }

  private static func parent(of path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard parts.popLast() != nil else { return path }
    let root = path.hasPrefix("/") ? "/" : ""
    return parts.isEmpty ? (root.isEmpty ? "." : root) : root + parts.joined(separator: "/")
  }
}

/// The file of the manifest.
struct ManifestFile {
  let folder: String
  let fileSystem: any FileSystem

  private var path: String { DedupeIndex.path(folder, IndexFile.manifest) }

  func read() throws(IndexError) -> Manifest {
    do throws(IndexError) {
      return try Manifest(try fileSystem.open(path, .reading).contents(), file: path)
    } catch {
      guard error.isMissingFile else { throw error }
      throw .missing(path: folder)
    }
  }

  /// Puts a manifest in place of the last: after a crash there is the one or the other.
  func replace(by manifest: Manifest) throws(IndexError) {
    let new = DedupeIndex.path(folder, IndexFile.newManifest)
    let file = try fileSystem.open(new, .creating)
    try file.write(manifest.bytes, at: 0)
    try file.sync()
    try fileSystem.rename(new, to: path)
    try fileSystem.syncFolder(folder)
  }
}
