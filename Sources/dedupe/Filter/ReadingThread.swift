import DedupeFormats
import Dispatch

/// Reads a stream into an inbox, on a thread of its own, until it ends or a signal says so.
struct ReadingThread {
  /// How long a silence is told of, in milliseconds.
  let silence: Int32
  let inbox = Inbox()

  /// Starts to read.
  func start(_ open: @escaping @Sendable () -> LineStream, parser: LineParser) {
    let (inbox, silence) = (inbox, silence)
    DispatchQueue(label: "reading").async {
      let stream = open()
      var parser = parser
      // A silence is told of once: whoever waits for it has nothing left to do afterwards.
      var isSilent = true
      while true {
        let event = stream.event(waiting: isSilent ? nil : silence)
        switch event {
        case .lines(let chunk):
          isSilent = false
          let readAt = Clock.now
          inbox.put(
            .lines(IncomingLines(chunk: chunk, lines: parser.parse(chunk), readAt: readAt)))
        case .idle:
          isSilent = true
          inbox.put(.idle)
        case .signal(let number):
          inbox.put(.signal(number))
          if StopSignals.ends(number) { return }
        case .end: return inbox.put(.end)
        case .failure(let problem): return inbox.put(.failure(problem))
        }
      }
    }
  }
}
