import NearDuplicates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension DocumentIndex {
  /// Reads every byte of the index and tells all that is wrong.
  package func check() -> [IndexProblem] {
    Self.problems(at: path, fileSystem: options.fileSystem)
  }

  /// Reads every byte of an index, also of one that cannot be opened, and tells all that is wrong.
  ///
  package static func problems(
    at path: String, fileSystem: any FileSystem = PosixFileSystem()
  ) -> [IndexProblem] {
    let files = ManifestFile(folder: path, fileSystem: fileSystem)
    do throws(IndexError) {
      var manifest = try files.read()
      while true {
        let problems = IndexCheck(files: files, manifest: manifest).problems()
        let now = problems.isEmpty ? manifest : try files.read()
        // A writer that has put other files in the place of those looked at did no harm.
        guard now != manifest else { return problems }
        manifest = now
      }
    } catch {
      return [IndexProblem(error, file: path)]
    }
  }
}

/// Looks through the files that a manifest names.
private struct IndexCheck {
  /// So many blocks of one file are told of; where more are wrong, the disk is.
  private static let limit = 20

  let files: ManifestFile
  let manifest: Manifest

  func problems() -> [IndexProblem] {
    var problems: [IndexProblem] = []
    for line in manifest.segments {
      problems += attempt(IndexFile.segment(line.number)) { () throws(IndexError) in
        problemsOf(try Segment(line, in: files.folder, files.fileSystem))
      }
    }
    problems += attempt(IndexFile.manifest) { () throws(IndexError) in
      _ = try IndexOpening.profile(of: manifest, files)
      return []
    }
    problems += attempt(IndexFile.journal(manifest.firstJournal)) { () throws(IndexError) in
      try problemsOfJournals()
    }
    return problems
  }

  private func attempt(
    _ name: String, _ body: () throws(IndexError) -> [IndexProblem]
  ) -> [IndexProblem] {
    do throws(IndexError) {
      return try body()
    } catch {
      return [IndexProblem(error, file: path(files.folder, name))]
    }
  }

  private func problemsOf(_ segment: Segment) -> [IndexProblem] {
    var problems: [IndexProblem] = []
    var next = 0
    while problems.count < Self.limit {
      let blocks = next..<segment.foot.blocks.count
      guard let damaged = segment.firstDamagedBlock(in: blocks) else { break }
      problems.append(
        IndexProblem(
          file: segment.file, offset: damaged.bytes.lowerBound,
          cause: "the checksum of \(damaged.bytes.count) bytes does not fit"))
      next = damaged.block + 1
    }
    return problems
  }

  private func problemsOfJournals() throws(IndexError) -> [IndexProblem] {
    var torn = try tornJournals()
    // What a writer is about to write is whole a moment later; what a crash left stays.
    for pause in Self.pauses where !torn.isEmpty {
      usleep(pause)
      let now = try tornJournals()
      torn = torn.filter { one in now.contains { $0 == one } }
    }
    return torn.map { number, length, size in
      IndexProblem(
        file: path(files.folder, IndexFile.journal(number)), offset: length,
        cause: "the last \(size - length) bytes are no whole entry: a crash cut the writing short, "
          + "and they were not yet synced",
        remedy: "nothing that was promised is missing; the next run that writes removes them")
    }
  }

  /// Microseconds between looks at a journal whose end is torn.
  private static let pauses: [UInt32] = [1_000, 10_000, 50_000]

  /// The journals of which not all counts, how much does, and how much there is.
  private func tornJournals() throws(IndexError) -> [(number: UInt64, length: Int, size: Int)] {
    // Only the journals: removals of documents in segments find none and change nothing.
    var contents = IndexContents(
      active: MemoryLayer(
        table: Memtable(
          firstOrdinal: manifest.nextOrdinal, sketchLength: manifest.parameters.sketchLength)))
    return try JournalReplay(
      folder: files.folder, fileSystem: files.fileSystem, manifest: manifest
    ).run(into: &contents).journals.filter { $0.size > $0.length }
  }
}

extension IndexProblem {
  /// What is wrong, as an error tells it.
  init(_ error: IndexError, file: String) {
    if case .damaged(let file, let offset, let cause) = error {
      self.init(file: file, offset: offset, cause: cause)
    } else {
      self.init(file: file, offset: nil, cause: error.description, remedy: "")
    }
  }
}
