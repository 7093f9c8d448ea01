import NearDuplicates

extension DocumentIndex {
  /// Reads every byte of the index and tells all that is wrong.
  package func check() -> [IndexProblem] {
    Self.problems(at: path, fileSystem: options.fileSystem)
  }

  /// Reads every byte of an index, also of one that cannot be opened, and tells all that is wrong.
  ///
  /// Beside a writer that is adding, the end of a journal may be in the writing; it is told as what
  /// it would be after a crash.
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
    // Only the journals: removals of documents in segments find none and change nothing.
    var contents = IndexContents(
      active: MemoryLayer(
        table: Memtable(
          firstOrdinal: manifest.nextOrdinal, sketchLength: manifest.parameters.sketchLength)))
    let end = try JournalReplay(
      folder: files.folder, fileSystem: files.fileSystem, manifest: manifest
    ).run(into: &contents)
    var problems: [IndexProblem] = []
    for (number, length) in end.journals {
      let file = path(files.folder, IndexFile.journal(number))
      let rest = try files.fileSystem.open(file, .reading).size() - length
      guard rest > 0 else { continue }
      problems.append(
        IndexProblem(
          file: file, offset: length,
          cause: "the last \(rest) bytes are no whole entry: a crash cut the writing short, and "
            + "they were not yet synced",
          remedy: "nothing that was promised is missing; the next run that writes removes them"))
    }
    return problems
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
