extension DocumentIndex {
  /// The number of documents that can be found.
  package var count: Int { contents.withLock { $0.liveCount } }

  /// What the index holds and takes.
  package func info() -> IndexInfo {
    var info = IndexInfo()
    contents.withLock { contents in
      info.appended = contents.nextOrdinal
      info.newestSeconds = contents.newestSeconds
      info.generation = contents.profile?.generation
      info.documents = contents.liveCount
      info.segments = contents.segments.count
      for layer in contents.segments {
        info.deadDocuments += layer.dead.count
        info.segmentBytes += layer.segment.length
      }
      for layer in contents.memory {
        info.deadDocuments += layer.dead.count
        info.documentsInMemory += layer.table.count
        info.memoryBytes += layer.table.memory
      }
    }
    info.parameters = parameters
    info.journalBytes = journalBytes
    if let status = housekeeping?.status {
      (info.flushes, info.merges) = (status.flushes, status.merges)
    }
    return info
  }

  private var journalBytes: Int {
    let fileSystem = options.fileSystem
    let names = (try? fileSystem.names(in: path)) ?? []
    return names.filter { $0.hasPrefix("journal-") }.reduce(0) { sum, name in
      sum + ((try? fileSystem.open(DedupeIndex.path(path, name), .reading).size()) ?? 0)
    }
  }

  /// Writes what is in memory as a segment, and makes one segment of all without what is removed.
  package func compact() throws(IndexError) {
    guard let housekeeping else { throw .readOnly(path: path) }
    try writing { state throws(IndexError) in
      try freeze(&state)
      try housekeeping.finishFlush()
    }
    housekeeping.mergeAll()
    while try housekeeping.step() {}
    try sync()
  }
}
