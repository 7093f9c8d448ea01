import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writes what left the memory as segments, merges segments, and removes files that no longer
/// count: all work on the disk that an append does not wait for.
///
/// It goes in steps, which a thread of its own makes, or a caller that needs the result.
final class Housekeeping: Sendable {
  private struct Work: Sendable {
    /// Merges that are not done: the last one is worked at, for those before it are larger.
    var merges: [SegmentMerge] = []
    var nextSegment: UInt64
  }

  /// What others may ask meanwhile.
  struct Status: Sendable {
    fileprivate var flush: SegmentFlush?
    /// Whether everything is to become one segment.
    fileprivate var mergesAll = false
    /// Why the last step failed; nil after one that did not.
    var error: IndexError?
    var flushes = 0
    var merges = 0
  }

  private let writer: IndexWriter
  private let contents: SharedContents
  private let policy: MergePolicy
  private let work: Mutex<Work>
  private let sharedStatus = Mutex(Status())

  init(writer: IndexWriter, contents: SharedContents, options: IndexOptions) {
    self.writer = writer
    self.contents = contents
    // Half: documents of a thousand words fill the memory before they are so many.
    policy = MergePolicy(
      fanOut: max(2, options.fanOut), unit: max(1, options.documentsInMemory / 2))
    work = Mutex(Work(nextSegment: writer.manifest.withLock { $0.nextSegment }))
  }

  var status: Status { sharedStatus.withLock { $0 } }

  /// Takes over documents that left the memory.
  ///
  /// - Precondition: those before them have become a segment.
  func begin(_ flush: SegmentFlush) { sharedStatus.withLock { $0.flush = flush } }

  /// Asks for one segment in the end.
  func mergeAll() { sharedStatus.withLock { $0.mergesAll = true } }

  /// Returns when no documents wait to become a segment, working on it if need be.
  func finishFlush() throws(IndexError) {
    while status.flush != nil {
      let isFree = try work.withLockIfAvailable { work throws(IndexError) in
        _ = try step(&work)
        return true
      }
      // Whoever works looks for a flush after each of its steps, which take milliseconds.
      if isFree == nil { usleep(500) }
    }
  }

  /// Does a little, or waits a little for whoever does: some milliseconds either way.
  func help() {
    let isFree: Void? = work.withLockIfAvailable { work in _ = try? step(&work) }
    if isFree == nil { usleep(2_000) }
  }

  /// Does a little of what there is to do; false where there is nothing.
  func step() throws(IndexError) -> Bool {
    try work.withLock { work throws(IndexError) in try step(&work) }
  }

  /// The same for those who cannot be told of an error: it stands in ``status``.
  func stepQuietly() -> Bool { (try? step()) ?? false }

  /// Gives up a merge that is not done.
  func stop() {
    work.withLock { work in
      for merge in work.merges { discard(merge) }
      work.merges = []
    }
  }

  private func step(_ work: inout Work) throws(IndexError) -> Bool {
    do throws(IndexError) {
      let didSomething = try makeStep(&work)
      if didSomething { sharedStatus.withLock { $0.error = nil } }
      return didSomething
    } catch {
      sharedStatus.withLock { $0.error = error }
      throw error
    }
  }

  private func makeStep(_ work: inout Work) throws(IndexError) -> Bool {
    if let flush = status.flush {
      try finish(flush, &work)
      return true
    }
    if work.merges.isEmpty, try dropDeadSegments() { return true }
    if let merge = try nextMerge(&work) { work.merges.append(merge) }
    guard let merge = work.merges.last else {
      sharedStatus.withLock { $0.mergesAll = false }
      return false
    }
    do throws(IndexError) {
      if try merge.step() { return true }
      try publish(merge)
    } catch {
      discard(merge)
      work.merges.removeLast()
      throw error
    }
    work.merges.removeLast()
    return true
  }

  // MARK: From memory to a segment

  private func finish(_ flush: SegmentFlush, _ work: inout Work) throws(IndexError) {
    let segment = try write(flush, &work)
    // What the manifest will name as the rest of the index has to be there.
    try writer.fileSystem.open(
      writer.path(of: IndexFile.journal(flush.nextJournal)), .updating
    ).sync()
    try writer.fileSystem.syncFolder(writer.path)
    let firstJournal = writer.manifest.withLock { $0.firstJournal }
    try publish(segment, of: flush, nextSegment: work.nextSegment)
    replaceFrozen(by: segment, of: flush)
    sharedStatus.withLock { status in
      status.flush = nil
      status.flushes += 1
    }
    for number in firstJournal..<max(firstJournal, flush.nextJournal) {
      remove(IndexFile.journal(number))
    }
    HeapLimit.giveBack()
  }

  private func publish(
    _ segment: Segment?, of flush: SegmentFlush, nextSegment: UInt64
  ) throws(IndexError) {
    let dead = contents.withLock { contents in
      Dictionary(
        uniqueKeysWithValues: contents.segments.map { ($0.segment.number, $0.deadBefore) })
    }
    try writer.publish { manifest in
      for index in manifest.segments.indices {
        manifest.segments[index].dead = dead[manifest.segments[index].number] ?? DeadSet()
      }
      if let segment { manifest.segments.append(Manifest.SegmentLine(of: segment)) }
      manifest.nextSegment = nextSegment
      manifest.nextOrdinal = flush.nextOrdinal
      manifest.newestSeconds = flush.newestSeconds
      manifest.firstJournal = flush.nextJournal
    }
  }

  /// Lets queries see the segment instead of the documents that it was made of.
  private func replaceFrozen(by segment: Segment?, of flush: SegmentFlush) {
    contents.withLock { contents in
      if let segment {
        let died = flush.died(in: contents.frozen?.dead ?? DeadSet())
        contents.segments.append(SegmentLayer(segment: segment, dead: died))
      }
      contents.frozen = nil
    }
  }

  private func write(
    _ flush: SegmentFlush, _ work: inout Work
  ) throws(IndexError) -> Segment? {
    guard flush.dead.count < flush.table.count else { return nil }
    let number = work.nextSegment
    let file = try open(&work)
    do throws(IndexError) {
      let line = try flush.write(number, to: file)
      return try Segment(line, in: writer.path, writer.fileSystem)
    } catch {
      remove(IndexFile.segment(number))
      throw error
    }
  }

  private func open(_ work: inout Work) throws(IndexError) -> any StorageFile {
    let name = IndexFile.segment(work.nextSegment)
    work.nextSegment += 1
    return try writer.fileSystem.open(writer.path(of: name), .creating)
  }

  // MARK: Merging

  /// A merge to begin now: of all segments, or of those that came since the merge in hand was begun.
  ///
  /// A large merge takes minutes, in which small segments would pile up.
  private func nextMerge(_ work: inout Work) throws(IndexError) -> SegmentMerge? {
    let lines = writer.manifest.withLock { $0.segments }
    let segments = contents.withLock { $0.segments.map(\.segment) }
    let last = work.merges.last?.inputs.last?.number
    let begin = (segments.firstIndex { $0.number == last } ?? -1) + 1
    let sizes = zip(segments, lines).dropFirst(begin).map { segment, line in
      MergePolicy.Size(
        documents: segment.count, dead: line.dead.count,
        postings: segment.postings.map(\.count).max() ?? 0)
    }
    guard let chosen = choose(sizes, isFirst: work.merges.isEmpty) else { return nil }
    let range = begin + chosen.lowerBound..<begin + chosen.upperBound
    let span =
      segments[range.upperBound - 1].ordinals.upperBound
      - segments[range.lowerBound].ordinals.lowerBound
    guard span <= SegmentFormat.maximalSpan else { return nil }
    let number = work.nextSegment
    return SegmentMerge(
      Array(segments[range]), dead: lines[range].map(\.dead), number: number,
      file: try open(&work))
  }

  private func choose(_ sizes: [MergePolicy.Size], isFirst: Bool) -> Range<Int>? {
    guard isFirst, status.mergesAll, policy.fits(sizes[...]),
      sizes.count > 1 || sizes.contains(where: { $0.dead > 0 })
    else { return policy.next(sizes) }
    return sizes.indices
  }

  private func publish(_ merge: SegmentMerge) throws(IndexError) {
    guard let line = merge.line else { return }
    try writer.fileSystem.syncFolder(writer.path)
    let segment = try Segment(line, in: writer.path, writer.fileSystem)
    let numbers = merge.inputs.map(\.number)
    try writer.publish { manifest in
      guard let first = manifest.segments.firstIndex(where: { $0.number == numbers.first }) else {
        return
      }
      let range = first..<first + numbers.count
      var line = line
      line.dead = merge.places(ofDead: manifest.segments[range].map(\.dead))
      manifest.segments.replaceSubrange(range, with: [line])
      manifest.nextSegment = max(manifest.nextSegment, line.number + 1)
    }
    contents.withLock { contents in
      let layers = contents.segments
      guard let first = layers.firstIndex(where: { $0.segment.number == numbers.first }) else {
        return
      }
      let range = first..<first + numbers.count
      contents.segments.replaceSubrange(
        range,
        with: [
          SegmentLayer(
            segment: segment, dead: merge.places(ofDead: layers[range].map(\.dead)),
            deadBefore: merge.places(ofDead: layers[range].map(\.deadBefore)))
        ])
    }
    sharedStatus.withLock { $0.merges += 1 }
    for number in numbers { remove(IndexFile.segment(number)) }
  }

  private func discard(_ merge: SegmentMerge) { remove(IndexFile.segment(merge.number)) }

  /// Removes segments all of whose documents are dead in the manifest.
  private func dropDeadSegments() throws(IndexError) -> Bool {
    let counts = contents.withLock { contents in
      Dictionary(
        uniqueKeysWithValues: contents.segments.map { ($0.segment.number, $0.segment.count) })
    }
    let dead = writer.manifest.withLock { manifest in
      manifest.segments.filter { $0.dead.count == counts[$0.number] }.map(\.number)
    }
    guard !dead.isEmpty else { return false }
    try writer.publish { manifest in
      manifest.segments.removeAll { dead.contains($0.number) }
    }
    contents.withLock { contents in
      contents.segments.removeAll { dead.contains($0.segment.number) }
    }
    for number in dead { remove(IndexFile.segment(number)) }
    return true
  }

  /// Removes a file that no longer counts; where that fails, the next opening does it.
  private func remove(_ name: String) {
    do throws(IndexError) { try writer.fileSystem.remove(writer.path(of: name)) } catch {}
  }
}
