/// An inverted index of passage fingerprints: which documents share which stretches of words.
///
/// Only fingerprints of two and more documents are kept. A run of at least 12 words that stands in
/// at most C documents is never missed: winnowing gives its documents a common 8-word fingerprint
/// at the same place of the run, and where that fingerprint is more frequent than C, the 12-word
/// windows around it are indexed in its stead.
///
/// The fingerprints are indexed partition by partition, each in the caches and on any thread: that
/// takes a third of the time of one sort of all.
package struct PassageIndex: Sendable {
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
    let parts = Self.ranges.map { Part(of: digests, partitions: $0, cap: cap) }
    self.init(joining: parts, cap: cap)
  }

  /// Indexes the fingerprints of a collection with a number of tasks, and lets go of them: nothing
  /// needs them any more, and what is joined takes their memory.
  static func parts(taking digests: inout Digests, cap: Int, tasks: Int) async -> [Part] {
    let parts = await parts(of: digests, cap: cap, tasks: tasks)
    digests.dropFingerprints()
    return parts
  }

  private static func parts(of digests: Digests, cap: Int, tasks: Int) async -> [Part] {
    await mapInOrder(ranges, tasks: tasks) { Part(of: digests, partitions: $0, cap: cap) }
  }

  /// The partitions that a task takes at a time.
  private static let ranges = stride(from: 0, to: DigestPage.partitions, by: 8).map { $0..<$0 + 8 }

  /// What comes of some partitions: groups by hash, and the windows around frequent fingerprints.
  struct Part: Sendable {
    fileprivate var groups = PassageIndex()
    fileprivate var windows: [Occurrence] = []

    fileprivate init(of digests: Digests, partitions: Range<Int>, cap: Int) {
      var room = PartitionRoom()
      for partition in partitions {
        room.repeated(in: partition, of: digests)
        room.occurrences.forEachRun { run in
          let size = groups.appendGroup(run)
          guard size > cap else { return }
          for occurrence in run { digests.appendWindows(around: occurrence, to: &windows) }
        }
      }
    }
  }

  private init() {}

  /// Joins what came of all partitions.
  init(joining parts: [Part], cap: Int) {
    documents.reserveCapacity(parts.reduce(0) { $0 + $1.groups.documents.count })
    hashes.reserveCapacity(parts.reduce(0) { $0 + $1.groups.count })
    groupStarts.reserveCapacity(hashes.capacity + 1)
    var windows: [Occurrence] = []
    for part in parts {
      let base = UInt32(documents.count)
      documents.append(contentsOf: part.groups.documents)
      hashes.append(contentsOf: part.groups.hashes)
      groupStarts.append(contentsOf: part.groups.groupStarts.dropFirst().map { $0 + base })
      windows.append(contentsOf: part.windows)
    }
    fingerprintGroups = count
    indexWindows(&windows, cap: cap)
  }

  /// Adds groups for the 12-word windows around frequent fingerprints that are not frequent
  /// themselves.
  private mutating func indexWindows(_ windows: inout [Occurrence], cap: Int) {
    windows.sortByHash()
    windows.forEachRun { run in
      if appendGroup(run) > cap { removeLastGroup() }
    }
  }

  /// Adds the documents of a run as a group and returns how many there are; a run of a single
  /// document makes no group.
  @inline(__always)
  private mutating func appendGroup(_ run: UnsafeBufferPointer<Occurrence>) -> Int {
    let start = documents.count
    var isSorted = true
    for occurrence in run {
      if documents.count > start, let last = documents.last {
        if occurrence.document == last { continue }
        if occurrence.document < last { isSorted = false }
      }
      documents.append(occurrence.document)
    }
    // Documents were read in any order; windows that several frequent fingerprints reach come more
    // than once besides.
    if !isSorted { documents.sortAndUnique(from: start) }
    let size = documents.count - start
    guard size > 1 else {
      documents.removeLast(size)
      return 0
    }
    hashes.append(run[0].hash)
    groupStarts.append(UInt32(documents.count))
    return size
  }

  private mutating func removeLastGroup() {
    hashes.removeLast()
    groupStarts.removeLast()
    documents.removeLast(documents.count - Int(groupStarts[groupStarts.count - 1]))
  }
}

/// Memory in which one partition after the other is brought in order.
private struct PartitionRoom {
  /// The fingerprints of the partition that may stand more than once, by hash, each with its index
  /// on the page of its document for a position.
  private(set) var occurrences: [Occurrence] = []

  mutating func repeated(in partition: Int, of digests: Digests) {
    let expected = digests.pages.reduce(0) { $0 + $1.fingerprintCount(in: partition) }
    var filter = RepeatFilter(expected: expected)
    filter.insert { insert in
      for page in digests.pages {
        page.withFingerprints(in: partition) { fingerprints, _ in
          for fingerprint in fingerprints { insert(fingerprint.bits) }
        }
      }
    }
    // One more than there can be: each step writes, and only some move on.
    occurrences.resize(to: expected + 1, with: Occurrence(hash: 0, document: 0, position: 0))
    let count = occurrences.withUnsafeMutableBufferPointer {
      Self.gather(in: partition, of: digests, filter, into: $0)
    }
    occurrences.removeLast(occurrences.count - count)
    occurrences.sortByHash(skippedBits: DigestPage.partitionBits)
  }

  /// Writes the fingerprints that pass a filter, and returns how many there are.
  ///
  /// One in three does, in no order, and a branch for each goes wrong too often.
  private static func gather(
    in partition: Int, of digests: Digests, _ filter: RepeatFilter,
    into occurrences: UnsafeMutableBufferPointer<Occurrence>
  ) -> Int {
    var base: UInt32 = 0
    var count = 0
    for page in digests.pages {
      page.withFingerprints(in: partition) { fingerprints, first in
        for (index, fingerprint) in fingerprints.enumerated() {
          occurrences[count] = Occurrence(
            hash: fingerprint.hash(in: partition), document: fingerprint.row &+ base,
            position: first &+ UInt32(truncatingIfNeeded: index))
          count &+= filter.mayRepeat(fingerprint.bits).count
        }
      }
      base += UInt32(page.count)
    }
    for index in 0..<count {
      occurrences[index].document = digests.documents[Int(occurrences[index].document)]
    }
    return count
  }
}

extension Array where Element == UInt32 {
  /// Sorts the elements from an index on and drops those that come again.
  ///
  /// Through a pointer, because to sort a slice of an array takes memory for a copy of it.
  fileprivate mutating func sortAndUnique(from start: Int) {
    let distinct = withUnsafeMutableBufferPointer { elements in
      var group = UnsafeMutableBufferPointer(rebasing: elements[start...])
      group.sort()
      var distinct = 0
      for element in group where distinct == 0 || group[distinct - 1] != element {
        group[distinct] = element
        distinct += 1
      }
      return distinct
    }
    removeLast(count - start - distinct)
  }
}
