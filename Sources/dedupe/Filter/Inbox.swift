import DedupeFormats
import Dispatch
import Synchronization

/// Lines of a stream with what a filter needs to know of them.
struct IncomingLines: Sendable {
  var chunk: LineChunk
  var lines: [ParsedLine]
  /// When the chunk was read, in nanoseconds of a clock that only goes forward.
  var readAt: UInt64
}

/// What the reading thread tells.
enum IncomingEvent: Sendable {
  case lines(IncomingLines)
  case idle
  case signal(Int32)
  case end
  case failure(Problem)
}

/// Hands what one thread reads to the task that judges it, and lets the thread wait where the task
/// does not keep up.
///
/// Reading beside the work is what makes groups: while one is judged and synced, the next comes
/// in, as large as it happens to be.
final class Inbox: Sendable {
  /// How many bytes may wait: some 1,400 articles; more would only make a stop take longer.
  static let capacity = 8 << 20

  fileprivate struct State {
    var events: [IncomingEvent] = []
    var waitingBytes = 0
    var readerWaits = false
    var receiver: CheckedContinuation<[IncomingEvent], Never>?
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)

  /// Adds an event, and waits while too much is there already; for the reading thread.
  func put(_ event: IncomingEvent) {
    let mustWait = state.withLock { state in
      state.events.append(event)
      state.waitingBytes += event.byteCount
      if let receiver = state.receiver {
        state.receiver = nil
        receiver.resume(returning: state.takeAll())
      }
      state.readerWaits = state.waitingBytes >= Self.capacity
      return state.readerWaits
    }
    if mustWait { room.wait() }
  }

  /// All that has come, once there is something.
  func take() async -> [IncomingEvent] {
    await withCheckedContinuation { continuation in
      let readerWaits = state.withLock { state in
        guard !state.events.isEmpty else {
          state.receiver = continuation
          return false
        }
        let readerWaits = state.readerWaits
        state.readerWaits = false
        continuation.resume(returning: state.takeAll())
        return readerWaits
      }
      if readerWaits { room.signal() }
    }
  }
}

extension Inbox.State {
  fileprivate mutating func takeAll() -> [IncomingEvent] {
    defer {
      events = []
      waitingBytes = 0
    }
    return events
  }
}

extension IncomingEvent {
  fileprivate var byteCount: Int {
    if case .lines(let lines) = self { lines.chunk.byteCount } else { 0 }
  }
}
