import ArgumentParser
import DedupeFormats
import DedupeIndex
import NearDuplicates

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `dedupe filter`: tells or drops what was seen before.
struct FilterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "filter",
    abstract: "Tell or drop what was seen before: a filter in front of an ingest pipeline.",
    usage: "… | dedupe filter --index INDEX [options] | …",
    discussion: """
      Reads a JSON record a line from standard input and writes it as it stands, with a member \
      "dedupe" added that says what it is a duplicate of. The index remembers what has passed, \
      across runs; it is made where there is none. SIGTERM and Ctrl-C finish what is in hand; \
      SIGUSR1 tells the statistics.
      """)

  @Option(help: ArgumentHelp("The folder that remembers what has passed.", valueName: "INDEX"))
  var index: String

  @Option(
    help: ArgumentHelp(
      "Which records are passed on: annotate (all), drop (all but duplicates), only (duplicates)."))
  var mode: FilterMode = .annotate

  @Option(
    help: ArgumentHelp("Add what is held back to a file, with its verdicts.", valueName: "FILE"))
  var tee: String?

  @Option(
    help: ArgumentHelp(
      "Read a file that others write to, as tail -F does, from its beginning.",
      valueName: "FILE"))
  var follow: String?

  @Flag(help: "Stop at the first line that is no record.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "Compare with records of so many days before and after, by date; older ones are forgotten.",
      valueName: "DAYS"))
  var window: Int?

  @Option(
    help: ArgumentHelp(
      "Which copy is to be kept: first, earliest, longest or source:a,b. A better one that comes"
        + " later is passed on and says which it supersedes.", valueName: "RULE"))
  var keep: KeepRule = .first

  @Flag(help: "Hold back records that came before with the same id and text, in every mode.")
  var dropRedelivered = false

  @Option(
    help: ArgumentHelp(
      "What a written line promises: record (its record would survive a power cut) or batch:N,"
        + " batch:Ns (it is among the last N, or came within N seconds).",
      valueName: "record|batch"))
  var durability: Durability = .usual

  @Flag(help: "Add what a duplicate shares with its original: measures and passages.")
  var evidence = false

  @Flag(help: "Tell at the end what was done, on standard error.")
  var stats = false

  @Option(
    help: ArgumentHelp(
      "Keep the figures of the run in a file, in the text format of Prometheus.",
      valueName: "FILE"))
  var metrics: String?

  @OptionGroup(title: "Detection") var detection: FilterOptions
  @OptionGroup(title: "Field names of records") var fields: FieldOptions

  @Flag(name: .shortAndLong, help: "No warnings, no summary; errors are still told.")
  var quiet = false

  mutating func validate() throws {
    if let window, window < 1 {
      throw ValidationError("--window takes a number of days of at least 1, not \(window)")
    }
    if tee != nil, mode == .annotate, !dropRedelivered {
      throw ValidationError(
        "--tee keeps what is held back, and --mode annotate passes everything on; "
          + "give --mode drop or only")
    }
    if let tee, tee == metrics {
      throw ValidationError("--tee and --metrics name the same file, \(tee)")
    }
    if follow == nil, Terminal.standardInputIsTerminal {
      throw ValidationError("pipe records into it, or name a file with --follow FILE")
    }
  }

  func run() async throws {
    HeapLimit.set()
    var settings = try detection.settings()
    settings.windowDays = window
    settings.keep = keep
    settings.givesEvidence = evidence
    let tee = try tee.map { name throws(OutputError) in try AppendingFile(name) }
    let opened = try OpenIndex.forWriting(
      at: index, settings: settings, memory: detection.memory, isQuiet: quiet)
    let filter = try OpenIndex.telling { () throws(IndexError) in
      try Filter(index: opened, settings: settings)
    }
    guard let wakeup = Wakeup() else { throw Failure("there is no pipe left for signals") }
    StopSignals.redirect(to: wakeup)
    let parser = LineParser(
      names: fields.names, adding: VerdictMember.name, from: follow.map { Path($0) })
    var run = FilterRun(
      index: opened, filter: filter,
      routing: Routing(mode: mode, dropsRedelivered: dropRedelivered), durability: durability,
      isStrict: strict, metrics: metrics.map { MetricsFile($0) },
      output: FilterOutput(tee: tee), complaints: ComplaintGate(isQuiet: quiet),
      input: parser.name, names: fields.names)
    if let follow, !quiet, access(follow, F_OK) != 0 {
      StandardError.say("\(follow.printable): there is no such file yet; it is waited for")
    }
    let reader = ReadingThread(silence: durability.silence)
    reader.start({ [follow] in LineStream(follow, wakeup) }, parser: parser)
    try await end(&run, with: reader.inbox)
  }

  /// Runs to the end, and leaves the index whole whatever the end is.
  private func end(_ run: inout FilterRun, with inbox: Inbox) async throws {
    let signal: Int32?
    do {
      signal = try await run.run(inbox)
    } catch let error as IndexError {
      throw Failure(error.description)
    } catch {
      // What was judged stays judged, also where nobody reads on.
      try? await run.finish()
      if case OutputError.closedPipe = error { tell(run) }
      throw error
    }
    do {
      try await run.finish()
    } catch let error as IndexError {
      throw Failure(error.description)
    }
    tell(run)
    if let signal { throw ExitCode(ExitStatus.signalBase + signal) }
    try ExitStatus.afterReport(badInputs: run.tally.bad > 0, duplicates: false).end()
  }

  private func tell(_ run: FilterRun) {
    if stats {
      for line in run.figures.lines { StandardError.say(line) }
    } else if !quiet {
      StandardError.say(run.tally.summary)
    }
  }
}

extension LineStream {
  /// The stream of a file that is followed, or else standard input.
  fileprivate convenience init(_ followed: String?, _ wakeup: Wakeup) {
    if let followed {
      self.init(following: Path(followed), wakeup: wakeup)
    } else {
      self.init(wakeup: wakeup)
    }
  }
}

extension Durability {
  /// After how many milliseconds without input what waits is synced.
  fileprivate var silence: Int32 {
    self == .record ? 1_000 : Int32(max(1, longestWait * 1_000))
  }
}

extension FilterMode: ExpressibleByArgument {}
