/// An inverted index of passage fingerprints: which documents share which stretches of words.
///
/// Only fingerprints of two and more documents are kept. A run of at least 12 words that stands in
/// at most C documents is never missed: winnowing gives its documents a common 8-word fingerprint
/// at the same place of the run, and where that fingerprint is more frequent than C, the 12-word
/// windows around it are indexed in its stead.
package struct PassageIndex {
  /// The documents of a group in canonical order, group after group.
  package private(set) var documents: [UInt32] = []
  /// Where each group begins in ``documents``; one more than there are groups.
  package private(set) var groupStarts: [UInt32] = [0]
  /// The hash of each group's fingerprint.
  package private(set) var hashes: [UInt64] = []
  /// The number of groups of 8-word fingerprints; the groups of 12-word windows follow them.
  package private(set) var fingerprintGroups = 0

  /// The words that a common run must have to be found for certain.
  package static let guaranteedRun = 12

  /// The number of groups.
  package var count: Int { hashes.count }

  /// The documents of a group.
  package func documents(of group: Int) -> ArraySlice<UInt32> {
    documents[Int(groupStarts[group])..<Int(groupStarts[group + 1])]
  }

  /// Indexes the fingerprints of a collection.
  ///
  /// - Parameters:
  ///   - digests: the collection.
  ///   - cap: the document frequency C up to which a run makes each pair of its documents a
  ///     candidate.
  ///
  /// Complexity: O(*n*) for *n* fingerprints.
  package init(_ digests: Digests, cap: Int) {
    var occurrences = Self.repeated(digests)
    occurrences.sortByHash()
    var windows: [Occurrence] = []
    Self.forEachRun(of: occurrences) { run in
      let size = appendGroup(run)
      guard size > cap else { return }
      for occurrence in run { digests.appendWindows(around: occurrence, to: &windows) }
    }
    fingerprintGroups = count
    indexWindows(&windows, cap: cap)
  }

  /// Adds groups for the 12-word windows around frequent fingerprints that are not frequent
  /// themselves.
  private mutating func indexWindows(_ windows: inout [Occurrence], cap: Int) {
    windows.sortByHash()
    Self.forEachRun(of: windows) { run in
      if appendGroup(run) > cap { removeLastGroup() }
    }
  }

  /// Adds the documents of a run as a group and returns how many there are; a run of a single
  /// document makes no group.
  @inline(__always)
  private mutating func appendGroup(_ run: ArraySlice<Occurrence>) -> Int {
    let start = documents.count
    var isSorted = true
    for occurrence in run {
      if documents.count > start, let last = documents.last {
        if occurrence.document == last { continue }
        if occurrence.document < last { isSorted = false }
      }
      documents.append(occurrence.document)
    }
    // Windows that several frequent fingerprints reach come in any order and more than once.
    if !isSorted {
      let distinct = Set(documents[start...]).sorted()
      documents.replaceSubrange(start..., with: distinct)
    }
    let size = documents.count - start
    guard size > 1 else {
      documents.removeLast(size)
      return 0
    }
    hashes.append(run[run.startIndex].hash)
    groupStarts.append(UInt32(documents.count))
    return size
  }

  private mutating func removeLastGroup() {
    hashes.removeLast()
    groupStarts.removeLast()
    documents.removeLast(documents.count - Int(groupStarts[groupStarts.count - 1]))
  }

  private static func repeated(_ digests: Digests) -> [Occurrence] {
    var filter = RepeatFilter(expected: digests.fingerprints.count)
    filter.insert(digests.fingerprints)
    var occurrences: [Occurrence] = []
    for document in 0..<digests.count {
      for index in digests.fingerprintRange(of: document) {
        let hash = digests.fingerprints[index]
        guard filter.mayRepeat(hash) else { continue }
        occurrences.append(
          Occurrence(
            hash: hash, document: UInt32(document), position: digests.positions[index]))
      }
    }
    return occurrences
  }

  private static func forEachRun(
    of occurrences: [Occurrence], _ body: (ArraySlice<Occurrence>) -> Void
  ) {
    var start = 0
    while start < occurrences.count {
      var end = start + 1
      while end < occurrences.count, occurrences[end].hash == occurrences[start].hash { end += 1 }
      if end - start > 1 { body(occurrences[start..<end]) }
      start = end
    }
  }
}
