import NearDuplicates

/// Reads the documents of files, directories and standard input.
///
///     let loader = CollectionLoader(threads: 8)
///     let collection = try await loader.load(["articles/", "more.jsonl"])
///
/// What cannot be read is reported in the collection's log, and everything else is read. The
/// result does not depend on the number of threads.
package struct CollectionLoader: Sendable {
  /// Under which names the fields of records are looked up.
  package var names = FieldNames()
  /// Whether it is told when a field with a name of the user's own is in no record.
  package var tellsUnseenFields = true
  /// How dates are read.
  package var dates = DateParser()
  /// At most how many documents are read; nil for all.
  package var limit: Int?
  /// Whether the first error stops the run.
  package var isStrict = false
  /// How many tasks parse at a time, at least 1; 1 by default.
  package var threads: Int

  /// Creates a loader.
  package init(threads: Int = 1) { self.threads = threads }

  /// How many bytes are done, and how many there are, where that is known.
  package typealias ProgressHandler = @Sendable (_ done: Int, _ total: Int?) -> Void

  /// Reads the paths, `-` being standard input, then the paths that the file `list` names, one
  /// a line.
  package func load(
    _ paths: [String], filesFrom list: String? = nil, progress: ProgressHandler? = nil
  ) async throws(LoadError) -> LoadedCollection {
    try await loaded(paths, filesFrom: list, sketchedFor: nil, progress: progress)
  }

  /// Reads the same and keeps what a preset asks for, not texts that can be read again.
  package func catalogue(
    _ paths: [String], filesFrom list: String? = nil, for preset: Preset,
    progress: ProgressHandler? = nil
  ) async throws(LoadError) -> Catalogue {
    try await loaded(paths, filesFrom: list, sketchedFor: preset, progress: progress)
  }

  private func loaded<Target: RecordTarget>(
    _ paths: [String], filesFrom list: String?, sketchedFor preset: Preset?,
    progress: ProgressHandler?
  ) async throws(LoadError) -> Target {
    var finder = InputFinder()
    for path in paths { finder.add(path) }
    if let list { finder.add(listedIn: list) }
    let files = finder.files
    var run = Run<Target>(
      loader: self, preset: preset, source: WorkSource(files),
      assembly: Assembly(log: finder.log, names: names, isStrict: isStrict, limit: limit),
      total: files.contains { $0.size == nil } ? nil : files.reduce(0) { $0 + ($1.size ?? 0) },
      progress: progress)
    // A limit makes each piece depend on those before it.
    if threads <= 1 || limit != nil { run.inTurn() } else { await run.atOnce() }
    if let failure = run.assembly.failure { throw failure }
    if tellsUnseenFields { run.assembly.end() }
    return run.assembly.collection
  }
}

/// One run of a loader.
private struct Run<Target: RecordTarget> {
  let loader: CollectionLoader
  /// For what texts are sketched, if they are.
  let preset: Preset?
  var source: WorkSource
  var assembly: Assembly<Target>
  let total: Int?
  let progress: CollectionLoader.ProgressHandler?

  private var reading: Work.Reading {
    Work.Reading(names: loader.names, dates: loader.dates)
  }

  mutating func inTurn() {
    let desk = preset.map { SketchingDesk(for: $0) }
    while !assembly.isDone, let work = source.next() {
      take(work.batches(reading, at: desk, limit: assembly.room))
      source.recycle(work.buffer)
    }
  }

  /// Reads ahead as far as there are tasks to parse; batches are taken in input order.
  mutating func atOnce() async {
    let reading = reading
    var desks = preset.map { preset in
      (0..<loader.threads).map { _ in SketchingDesk(for: preset) }
    }
    await withTaskGroup(of: Finished.self) { group in
      var started = 0
      var running = 0
      var queue = OrderedQueue()
      var next = source.next()
      while let work = next {
        var finished: Finished?
        if running == loader.threads, let first = await group.next() {
          running -= 1
          if let desk = first.desk { desks?.append(desk) }
          finished = first
        }
        let index = started
        let desk = desks?.popLast()
        group.addTask {
          let batches = work.batches(reading, at: desk, limit: .max)
          return Finished(index: index, batches: batches, buffer: work.buffer, desk: desk)
        }
        started += 1
        running += 1
        // Only now, while all tasks have work, what is finished is taken and the next piece read.
        if let finished { finish(finished, &queue) }
        next = assembly.isDone ? nil : source.next()
      }
      for await finished in group { finish(finished, &queue) }
    }
  }

  private mutating func finish(_ finished: Finished, _ queue: inout OrderedQueue) {
    source.recycle(finished.buffer)
    queue.waiting[finished.index] = finished.batches
    while let batches = queue.next() { take(batches) }
  }

  private mutating func take(_ batches: [Batch]) {
    for batch in batches { assembly.append(batch) }
    progress?(assembly.collection.byteCount, total)
  }
}

/// What a task hands back.
private struct Finished: Sendable {
  var index: Int
  var batches: [Batch]
  var buffer: ByteBuffer?
  var desk: SketchingDesk?
}

/// Results that came before their turn.
private struct OrderedQueue {
  var waiting: [Int: [Batch]] = [:]
  private var turn = 0

  /// The results whose turn it is, if they are there.
  mutating func next() -> [Batch]? {
    guard let batches = waiting.removeValue(forKey: turn) else { return nil }
    turn += 1
    return batches
  }
}
