/// What an index holds and takes, for `index info` and metrics.
package struct IndexInfo: Sendable, Equatable {
  /// Documents that can be found.
  package var documents = 0
  /// Documents that were removed or have expired, but still take space.
  package var deadDocuments = 0
  /// Documents ever appended: one more than the last ordinal given.
  package var appended: UInt64 = 0
  /// The number of segments.
  package var segments = 0
  /// Bytes of the segments.
  package var segmentBytes = 0
  /// Bytes of the journals.
  package var journalBytes = 0
  /// Documents held in memory, not yet in a segment.
  package var documentsInMemory = 0
  /// Bytes of the memory they take, roughly.
  package var memoryBytes = 0
  /// Segments written, and merges done, since the index was opened.
  package var flushes = 0
  /// Merges done since the index was opened.
  package var merges = 0
  /// The greatest moment of a document ever appended, in seconds since 1970.
  package var newestSeconds: Int64?
  /// The generation of the profile, nil where none is stored.
  package var generation: Int?
  /// The parameters it was made with.
  package var parameters = IndexParameters()

  /// Bytes on disk.
  package var bytes: Int { segmentBytes + journalBytes }
}

/// Something wrong that `check` found.
package struct IndexProblem: Sendable, Equatable, CustomStringConvertible {
  /// The file.
  package var file: String
  /// The byte of the file, counted from 0, near which it is wrong; nil where no byte is to blame.
  package var offset: Int?
  /// What is wrong.
  package var cause: String
  /// What to do about it.
  package var remedy = "restore the index from a copy or build it again"

  /// The problem as one sentence.
  package var description: String {
    // The error that was met tells its file and its remedy itself.
    guard !remedy.isEmpty else { return cause }
    return "\(file): \(offset.map { "at byte \($0): " } ?? "")\(cause); \(remedy)"
  }
}
