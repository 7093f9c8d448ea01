import NearDuplicates

extension DocumentIndex {
  /// Adds a document and returns its ordinal; it can be found at once, and is safe after a sync.
  ///
  /// Where an error is thrown the document was not added; the call may be repeated.
  package func append(_ entry: IndexEntry) throws(IndexError) -> Ordinal {
    guard entry.sketch.count == parameters.sketchLength else {
      throw .sketchLength(entry.sketch.count, expected: parameters.sketchLength)
    }
    return try writing { state throws(IndexError) in
      if isMemoryFull { try freeze(&state) }
      if isMergingBehind { housekeeping?.help() }
      let ordinal = nextOrdinal
      let sketchLength = parameters.sketchLength
      try state.journals[state.journals.count - 1].append(.document) { writer in
        DocumentEntry.encode(entry, ordinal: ordinal, into: &writer)
      } then: { payload throws(IndexError) in
        guard payload.count <= JournalEntry.maximalPayload else {
          throw .tooLarge(what: "a record", limit: JournalEntry.maximalPayload)
        }
        do throws(Damage) {
          let entry = try DocumentEntry(payload, sketchLength: sketchLength)
          try contents.withLock { contents throws(Damage) in try contents.append(entry) }
        } catch {
          throw .damaged(file: "memory", offset: error.offset, cause: error.cause)
        }
      }
      return ordinal
    }
  }

  /// Removes a document.
  package func remove(_ ordinal: Ordinal) throws(IndexError) {
    guard contains(ordinal) else { throw .noDocument(path: path, ordinal: ordinal) }
    try remove([ordinal])
  }

  /// Removes the documents whose moment lies before a number of seconds since 1970, and returns
  /// how many there were.
  package func expire(before seconds: Int64) throws(IndexError) -> Int {
    var expired: [Ordinal] = []
    forEachLive(from: 0, to: .max) { ordinal, moment in
      if moment < seconds { expired.append(ordinal) }
    }
    for start in stride(from: 0, to: expired.count, by: RemovalEntry.limit) {
      try remove(Array(expired[start...].prefix(RemovalEntry.limit)))
    }
    // Only a manifest lets go of what is dead.
    if expired.count >= options.documentsInMemory {
      try writing { state throws(IndexError) in try freeze(&state) }
    }
    return expired.count
  }

  private func remove(_ ordinals: [Ordinal]) throws(IndexError) {
    try writing { state throws(IndexError) in
      try state.journals[state.journals.count - 1].append(.removal) { writer in
        for ordinal in ordinals { writer.append(ordinal) }
      } then: { payload throws(IndexError) in
        contents.withLock { contents in
          for ordinal in ordinals { _ = contents.remove(ordinal) }
        }
      }
    }
  }

  /// Makes everything that was appended and removed survive a power cut.
  ///
  /// Others may append meanwhile; what they append may or may not be covered.
  package func sync() throws(IndexError) { try writerOrThrow().sync() }

  /// Stores the profile of a generation in place of the last; it survives a power cut at once.
  package func store(profile: Profile, generation: Int) throws(IndexError) {
    let writer = try writerOrThrow()
    let bytes = profile.serialized()
    let old = writer.manifest.withLock { $0.profile?.generation }
    let name = writer.path(of: IndexFile.profile(generation))
    let file = try writer.fileSystem.open(name, .creating)
    try file.write(bytes, at: 0)
    try file.sync()
    try writer.publish { manifest in
      manifest.profile = Manifest.ProfileLine(
        generation: generation, length: bytes.count, checksum: bytes.checksum)
    }
    contents.withLock { $0.profile = StoredProfile(generation: generation, profile: profile) }
    if let old, old != generation {
      try? writer.fileSystem.remove(writer.path(of: IndexFile.profile(old)))
    }
  }

  /// Makes everything survive a power cut, and notes in the manifest that it does.
  ///
  /// Afterwards it can only be read, and another process may write it.
  ///
  /// An index that is not closed loses nothing that was synced. But only of one that is closed can
  /// be told later that its journal was cut short.
  package func close() throws(IndexError) {
    guard let writer, !writer.state.withLock({ $0.isClosed }) else { return }
    try sync()
    stopHousekeeping()
    let last = try writer.writing { state throws(IndexError) in
      try state.journals[state.journals.count - 1].write()
      return state.journals[state.journals.count - 1]
    }
    try writer.publish { manifest in
      manifest.durableJournal = last.number
      manifest.durableLength = last.durable
    }
    writer.state.withLock { $0.unlock() }
  }

  // MARK: Inside

  private var isMemoryFull: Bool {
    contents.withLock { contents in
      let table = contents.active.table
      return table.isFull || table.count >= max(1, options.documentsInMemory)
        || table.memory >= options.bytesInMemory
    }
  }

  /// Whether there are so many segments that lookups suffer: appends are slowed, never stopped,
  /// until merging has caught up.
  ///
  /// With a fan-out of 4 there are 15 when a million documents come at an even pace, and a few more
  /// during a large merge.
  private var isMergingBehind: Bool {
    contents.withLock { $0.segments.count } > 8 * max(2, options.fanOut)
  }

  /// Sets the documents in memory apart, to become a segment, and begins a new journal.
  ///
  /// Where those before them are not written yet, this waits: memory does not grow instead.
  func freeze(_ state: inout IndexWriter.State) throws(IndexError) {
    guard let housekeeping else { return }
    let writer = try writerOrThrow()
    try housekeeping.finishFlush()
    let last = state.journals.count - 1
    try state.journals[last].write()
    let header = JournalHeader(
      number: state.journals[last].number + 1, firstOrdinal: nextOrdinal,
      previousLength: state.journals[last].end)
    let file = try writer.fileSystem.open(
      writer.path(of: IndexFile.journal(header.number)), .creating)
    var journal = Journal(creating: header, as: file)
    try journal.write()
    state.journals.append(journal)
    housekeeping.begin(contents.withLock { $0.freeze(before: header.number) })
    wakeHousekeeping()
  }

  func writerOrThrow() throws(IndexError) -> IndexWriter {
    guard let writer else { throw .readOnly(path: path) }
    return writer
  }

  /// Calls `body` with the journals, one caller at a time.
  func writing<Value>(
    _ body: (inout IndexWriter.State) throws(IndexError) -> Value
  ) throws(IndexError) -> Value {
    let writer = try writerOrThrow()
    if let damage = damage.withLock({ $0 }) { throw damage }
    if let error = housekeeping?.status.error, case .damaged = error { throw error }
    return try writer.writing(body)
  }
}
