import DedupeIndex
import Dispatch
import Synchronization

/// One sync of an index, on a thread of its own: it waits for the disk, which the threads of tasks
/// must not.
final class BackgroundSync: Sendable {
  private struct State {
    var result: Result<Double, IndexError>?
    var waiting: CheckedContinuation<Void, Never>?
  }

  private static let queue = DispatchQueue(label: "syncing")
  private let state = Mutex(State())

  /// Begins a sync.
  init(of index: DocumentIndex) {
    Self.queue.async { [self] in
      let begin = Clock.now
      let result: Result<Double, IndexError>
      do throws(IndexError) {
        try index.sync()
        result = .success(Double(Clock.now - begin) / 1e9)
      } catch {
        result = .failure(error)
      }
      let waiting = state.withLock { state in
        state.result = result
        return state.waiting.take()
      }
      waiting?.resume()
    }
  }

  /// Whether it has come to an end.
  var isDone: Bool { state.withLock { $0.result != nil } }

  /// Waits for its end, and returns how many seconds it took.
  func finish() async throws(IndexError) -> Double {
    await withCheckedContinuation { continuation in
      let isDone = state.withLock { state in
        if state.result == nil { state.waiting = continuation }
        return state.result != nil
      }
      if isDone { continuation.resume() }
    }
    return try state.withLock { $0.result }?.get() ?? 0
  }
}
