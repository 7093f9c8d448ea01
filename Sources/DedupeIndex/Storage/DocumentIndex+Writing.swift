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
    let expired = contents.withLock { $0.ordinals(before: seconds) }
    for start in stride(from: 0, to: expired.count, by: RemovalEntry.limit) {
      try remove(Array(expired[start...].prefix(RemovalEntry.limit)))
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
  package func sync() throws(IndexError) {
    try writing { state throws(IndexError) in
      try state.sync(try writerOrThrow())
    }
  }

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
    contents.withLock { $0.profile = (generation: generation, profile: profile) }
    if let old, old != generation {
      try? writer.fileSystem.remove(writer.path(of: IndexFile.profile(old)))
    }
  }

  /// Makes everything survive a power cut, and notes in the manifest that it does.
  ///
  /// An index that is not closed loses nothing that was synced. But only of one that is closed can
  /// be told later that its journal was cut short.
  package func close() throws(IndexError) {
    guard let writer else { return }
    try sync()
    let (number, length) = writer.state.withLock { state in
      (state.journals[0].number, state.journals[0].durable)
    }
    try writer.publish { manifest in
      manifest.durableJournal = number
      manifest.durableLength = length
    }
  }

  // MARK: Inside

  func writerOrThrow() throws(IndexError) -> IndexWriter {
    guard let writer else { throw .readOnly(path: path) }
    return writer
  }

  /// Calls `body` with the journals, one caller at a time.
  private func writing<Value>(
    _ body: (inout IndexWriter.State) throws(IndexError) -> Value
  ) throws(IndexError) -> Value {
    let writer = try writerOrThrow()
    if let damage = damage.withLock({ $0 }) { throw damage }
    return try writer.state.withLock { state throws(IndexError) in
      guard !state.hasFailed else { throw .failed(path: path) }
      return try body(&state)
    }
  }
}

extension IndexContents {
  /// The live documents whose moment lies before one, rising.
  fileprivate func ordinals(before moment: Int64) -> [Ordinal] {
    var ordinals: [Ordinal] = []
    for layer in memory {
      for (position, seconds) in layer.table.seconds.enumerated()
      where seconds < moment && !layer.dead.contains(position) {
        ordinals.append(layer.table.firstOrdinal + UInt64(position))
      }
    }
    return ordinals
  }
}
