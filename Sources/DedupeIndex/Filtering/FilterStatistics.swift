/// How much work a filter has done, and what came of it.
package struct FilterStatistics: Sendable, Equatable {
  /// Records that were judged.
  package var records = 0
  /// Records like nothing that was seen.
  package var new = 0
  /// Records that carry a report that was seen, re-deliveries included.
  package var duplicates = 0
  /// Records that came again with the same id and text.
  package var redelivered = 0
  /// Records that took the place of the copy to keep.
  package var superseding = 0
  /// Records with nothing to judge by.
  package var unchecked = 0
  /// New records that match a loose member of a cluster alone.
  package var likeLooseMember = 0
  /// New records that match one copy of a report in other words, and no other copy.
  package var unwitnessed = 0
  /// Documents that the cheap tests let through.
  package var candidates = 0
  /// Pairs whose texts were compared.
  package var compared = 0
  /// Texts that were read back from the index.
  package var textsRead = 0
  /// Bytes that readings take in memory, roughly.
  package var readingsMemory = 0
  /// The generation of the profile in force; nil where it was given.
  package var generation: Int?

  /// Creates the statistics of a filter that has done nothing.
  package init() {}
}
