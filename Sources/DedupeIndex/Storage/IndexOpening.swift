import NearDuplicates

/// Reads an index from its files, and mends what a crash left.
struct IndexOpening {
  let path: String
  let options: IndexOptions
  let manifest: Manifest
  let contents: IndexContents
  private let lock: (AnyObject & Sendable)?
  private let end: JournalReplay.End

  /// Opens the files; for writing it takes the lock first.
  ///
  /// Segments that are open already need not be opened again.
  init(
    path: String, options: IndexOptions, isWriting: Bool, reusing segments: [Segment] = []
  ) throws(IndexError) {
    self.path = path
    self.options = options
    let files = ManifestFile(folder: path, fileSystem: options.fileSystem)
    // Without a manifest there is nothing to lock.
    _ = try files.read()
    lock = isWriting ? try Self.lock(path, options.fileSystem) : nil
    (manifest, contents, end) = try Self.read(files, isWriting, segments)
  }

  private static func lock(
    _ folder: String, _ fileSystem: any FileSystem
  ) throws(IndexError) -> AnyObject & Sendable {
    try fileSystem.lock(DedupeIndex.path(folder, IndexFile.lock), owner: folder)
  }

  private typealias Found = (Manifest, IndexContents, JournalReplay.End)

  /// Reads all files; a reader looks again where they do not fit.
  ///
  /// It may find the files of one manifest gone because a writer has put another in its place, or
  /// a journal longer than a moment ago. What is really wrong stays wrong.
  private static func read(
    _ files: ManifestFile, _ isWriting: Bool, _ open: [Segment]
  ) throws(IndexError) -> Found {
    for _ in 0..<(isWriting ? 0 : 20) {
      if let found = try? readOnce(files, open) { return found }
    }
    return try readOnce(files, open)
  }

  private static func readOnce(
    _ files: ManifestFile, _ open: [Segment]
  ) throws(IndexError) -> Found {
    let manifest = try files.read()
    var contents = IndexContents(
      segments: try segments(of: manifest, files, open),
      active: MemoryLayer(
        table: Memtable(
          firstOrdinal: manifest.nextOrdinal, sketchLength: manifest.parameters.sketchLength)),
      newestSeconds: manifest.newestSeconds, profile: try profile(of: manifest, files))
    let replay = JournalReplay(
      folder: files.folder, fileSystem: files.fileSystem, manifest: manifest)
    let end = try replay.run(into: &contents)
    return (manifest, contents, end)
  }

  private static func segments(
    of manifest: Manifest, _ files: ManifestFile, _ open: [Segment]
  ) throws(IndexError) -> [SegmentLayer] {
    var layers: [SegmentLayer] = []
    for line in manifest.segments {
      let known = open.first { $0.number == line.number && $0.checksum == line.checksum }
      let segment =
        if let known { known } else { try Segment(line, in: files.folder, files.fileSystem) }
      let follows = layers.last.map { $0.segment.ordinals.upperBound < segment.ordinals.lowerBound }
      guard follows ?? true, segment.ordinals.upperBound < manifest.nextOrdinal,
        segment.foot.sketchLength == manifest.parameters.sketchLength
      else {
        throw .damaged(file: segment.file, offset: 0, cause: "it does not fit to its neighbours")
      }
      layers.append(SegmentLayer(segment: segment, dead: line.dead, deadBefore: line.dead))
    }
    return layers
  }

  static func profile(
    of manifest: Manifest, _ files: ManifestFile
  ) throws(IndexError) -> StoredProfile? {
    guard let line = manifest.profile else { return nil }
    let file = DedupeIndex.path(files.folder, IndexFile.profile(line.generation))
    let bytes = try files.fileSystem.open(file, .reading).contents()
    guard bytes.count == line.length, bytes.checksum == line.checksum else {
      throw .damaged(file: file, offset: 0, cause: "the checksum of the profile does not fit")
    }
    do throws(ProfileError) {
      return StoredProfile(generation: line.generation, profile: try Profile(serialized: bytes))
    } catch {
      throw .damaged(file: file, offset: 0, cause: error.description)
    }
  }

  // MARK: Writing

  /// The writing part, nil where the index is opened for reading.
  func makeWriter() throws(IndexError) -> IndexWriter? {
    guard let lock else { return nil }
    try removeStrays()
    var journals: [Journal] = []
    for (number, length, _) in end.journals {
      let file = try options.fileSystem.open(
        DedupeIndex.path(path, IndexFile.journal(number)), .updating)
      // Only after a crash: what lies behind the last whole entry must not come back once new
      // entries have been written before it.
      if try file.size() > length {
        try file.truncate(to: length)
        try file.sync()
      }
      journals.append(Journal(number: number, file: file, end: length))
    }
    return IndexWriter(
      path: path, fileSystem: options.fileSystem, lock: lock, manifest: manifest,
      journals: journals)
  }

  /// Removes files that a crash left and that do not count.
  private func removeStrays() throws(IndexError) {
    var counting = Set(end.journals.map { IndexFile.journal($0.number) })
    counting.formUnion(manifest.segments.map { IndexFile.segment($0.number) })
    if let profile = manifest.profile { counting.insert(IndexFile.profile(profile.generation)) }
    let strays = try options.fileSystem.names(in: path).filter {
      IndexFile.isOwn($0) && !counting.contains($0)
    }
    for name in strays { try options.fileSystem.remove(DedupeIndex.path(path, name)) }
    // A journal that was set aside must not come back behind the entries that follow now.
    if !strays.isEmpty { try options.fileSystem.syncFolder(path) }
  }
}
