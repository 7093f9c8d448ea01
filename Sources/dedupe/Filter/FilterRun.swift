import DedupeFormats
import DedupeIndex
import NearDuplicates

/// One run of `dedupe filter`: judges what has come, group by group, and passes it on.
///
/// A group is what came while the one before it was judged, never waited for. Its lines leave in
/// one piece once all of them are judged, and with `--durability record` once their sync is done.
struct FilterRun {
  let index: DocumentIndex
  let filter: Filter
  let routing: Routing
  let isStrict: Bool
  let metrics: MetricsFile?
  var output: FilterOutput
  var complaints: ComplaintGate
  var missingIDs: MissingIDs
  private var unseenFields: UnseenFields
  private var lateRecords: LateRecords
  private(set) var tally = FilterTally()
  private var member = VerdictMember()
  private var syncs: Syncs
  private let beganAt = Clock.now

  /// The most lines of a group: as many as keep all threads busy, and not so many that the first
  /// waits long for the last.
  private static let mostLines = 1_000

  init(
    index: DocumentIndex, filter: Filter, routing: Routing, durability: Durability,
    isStrict: Bool, metrics: MetricsFile?, output: FilterOutput, complaints: ComplaintGate,
    input: String, names: FieldNames
  ) {
    self.index = index
    self.filter = filter
    self.routing = routing
    syncs = Syncs(of: index, durability)
    self.isStrict = isStrict
    self.metrics = metrics
    self.output = output
    self.complaints = complaints
    missingIDs = MissingIDs(input: input)
    unseenFields = UnseenFields(names)
    lateRecords = LateRecords(
      windowDays: filter.settings.windowDays, newest: index.newestSeconds)
  }

  /// What is known of the run so far.
  var figures: FilterFigures {
    var tally = tally
    tally.syncs = syncs.count
    tally.syncSeconds = syncs.seconds
    return FilterFigures(
      tally: tally, work: filter.statistics, index: index.info(),
      seconds: Double(Clock.now - beganAt) / 1e9, processorSeconds: Clock.processorSeconds)
  }

  /// Works until the stream ends, and returns the signal that ended it, if one did.
  mutating func run(_ inbox: Inbox) async throws -> Int32? {
    while true {
      var waiting: [WaitingLine] = []
      for event in await inbox.take() {
        if case .lines(let incoming) = event {
          tally.bytes += incoming.chunk.byteCount
          waiting += incoming.lines.map {
            WaitingLine(line: $0, chunk: incoming.chunk, readAt: incoming.readAt)
          }
          continue
        }
        try await judge(&waiting)
        switch event {
        case .lines: break
        case .idle: try await syncWhatWaits()
        case .signal(let number):
          if StopSignals.ends(number) { return number }
          for line in figures.lines { StandardError.say(line) }
        case .end: return nil
        case .failure(let problem): throw Failure(problem.description)
        }
      }
      try await judge(&waiting)
    }
  }

  /// Syncs what still waits for it, and tells the figures for the last time.
  mutating func finish() async throws {
    tellOfUnseenFields(after: 1)
    if let problem = lateRecords.problem { complaints.add(problem, at: Clock.now) }
    complaints.tellRest()
    try await syncWhatWaits()
    try index.close()
    try metrics?.write(figures, at: nil)
  }

  // MARK: Groups

  private mutating func judge(_ waiting: inout [WaitingLine]) async throws {
    var rest = waiting[...]
    waiting = []
    while !rest.isEmpty {
      let group = rest.prefix(min(Self.mostLines, try await syncs.room()))
      rest = rest.dropFirst(group.count)
      try await judge(group)
    }
  }

  private mutating func judge(_ group: ArraySlice<WaitingLine>) async throws {
    let now = Clock.now
    for line in group { for warning in line.line.warnings { complaints.add(warning, at: now) } }
    let fatal = isStrict ? group.firstIndex { $0.line.problem != nil } : nil
    let failure = fatal.flatMap { group[$0].line.problem }.map { Failure($0.description) }
    let group = group[..<(fatal ?? group.endIndex)]
    let records = records(of: group)
    tellOfUnseenFields(after: Self.mostLines)
    let verdicts = try await filter.admit(records)
    var judged = zip(records, verdicts).makeIterator()
    for line in group {
      if case .record = line.line.content {
        if let (record, verdict) = judged.next() { add(line, verdict, record.document) }
      } else {
        addUnjudged(line, at: now)
      }
    }
    syncs.add(records: records.count)
    try await release(group)
    if let failure { throw failure }
  }

  /// A service may never end, so that it is told as soon as it is likely.
  private mutating func tellOfUnseenFields(after records: Int) {
    for problem in unseenFields.takeProblems(after: records) {
      complaints.add(problem, at: Clock.now)
    }
  }

  private mutating func records(of group: ArraySlice<WaitingLine>) -> [IncomingRecord] {
    let arrival = Clock.secondsSince1970
    return group.compactMap { line in
      guard case .record(var document, var id) = line.line.content else { return nil }
      unseenFields.look(at: document)
      if id == nil {
        (document.id, id) = missingIDs.name(ofLine: line.line.number, in: index)
      }
      tally.lastArrival = arrival
      let record = IncomingRecord(id: id ?? [], document: document, arrival: arrival)
      lateRecords.look(at: record)
      return record
    }
  }

  private mutating func add(_ line: WaitingLine, _ verdict: FilterVerdict, _ document: Document?) {
    let passes = routing.passes(
      verdict,
      firstWasHeldBack: verdict.isRedelivery && index.wasHeldBack(verdict.ordinal))
    tally.lines += 1
    tally.add(verdict, passes: passes)
    guard let splice = line.line.splice else { return }
    let member = member.bytes(for: verdict, on: document)
    line.withBytes { output.add($0, splice, member, passes: passes) }
  }

  private mutating func addUnjudged(_ line: WaitingLine, at now: UInt64) {
    if let problem = line.line.problem { complaints.add(problem, at: now) }
    if case .withoutText(let problem) = line.line.content {
      tally.withoutText += 1
      var verdict = FilterVerdict(status: .unchecked)
      verdict.reason = problem.cause
      return add(line, verdict, nil)
    }
    switch line.line.content {
    case .bad: (tally.lines, tally.broken) = (tally.lines + 1, tally.broken + 1)
    case .silent where line.isBlank: (tally.lines, tally.blank) = (tally.lines + 1, tally.blank + 1)
    // It goes on with a line that was too long to be taken as one, and was counted.
    default: break
    }
    line.withBytes { output.add($0, endsLine: line.endsLine) }
  }

  // MARK: Release

  private mutating func release(_ group: ArraySlice<WaitingLine>) async throws {
    try await syncs.beforeRelease()
    try output.flush(syncingTee: syncs.areByRecord)
    let now = Clock.now
    for line in group { tally.latency.add(Double(now - line.readAt) / 1e9) }
    try await syncs.afterRelease(at: now)
    try metrics?.write(figures, at: now)
  }

  private mutating func syncWhatWaits() async throws {
    try await syncs.syncAll()
    try metrics?.write(figures, at: Clock.now)
  }
}

/// A line that waits for its verdict.
private struct WaitingLine {
  let line: ParsedLine
  let chunk: LineChunk
  let readAt: UInt64

  /// Whether the line ends where its bytes end.
  var endsLine: Bool { chunk.endsLine || line.range.upperBound < chunk.byteCount }

  /// Whether there is nothing in it; a part of a line that was too long has much in it.
  var isBlank: Bool { withBytes { $0.allSatisfy { $0 == 0x20 || (9...13).contains($0) } } }

  /// The line as it was read, without its line end.
  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    chunk.withBytes { body(UnsafeRawBufferPointer(rebasing: $0[line.range])) }
  }
}

extension ParsedLine {
  /// What is wrong with a line that is no record, or one without a text.
  fileprivate var problem: Problem? {
    switch content {
    case .bad(let problem), .withoutText(let problem): problem
    case .silent, .record: nil
    }
  }
}
