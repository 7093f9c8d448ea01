import NearDuplicates
import Synchronization

/// A bar on standard error that tells which stage a run is in and how far; drawn only where a
/// person watches, at most ten times a second, and cleared at the end.
final class ProgressBar: Sendable {
  private struct State {
    var lastDrawn: ContinuousClock.Instant?
    var isVisible = false
  }

  private static let interval = Duration.milliseconds(100)
  private static let cells = 30

  private let state = Mutex(State())

  /// The bar, or nil where nobody watches.
  static func ifWatched(quiet: Bool) -> ProgressBar? {
    !quiet && Terminal.standardErrorIsTerminal ? ProgressBar() : nil
  }

  /// Shows how far a run of the library has come; any thread may call this.
  func show(_ progress: Progress) {
    show(progress.stage.rawValue, done: progress.done, total: progress.total)
  }

  /// Shows how far a stage has come, in units or, where nobody knows how many there are, in what
  /// is done; any thread may call this.
  func show(_ stage: String, done: Int, total: Int?) {
    state.withLock { state in
      let now = ContinuousClock.now
      if let last = state.lastDrawn, now - last < Self.interval { return }
      state.lastDrawn = now
      state.isVisible = true
      StandardError.write("\r\u{1B}[K" + Self.text(stage, done: done, total: total))
    }
  }

  /// Takes the bar off the screen.
  func clear() {
    state.withLock { state in
      guard state.isVisible else { return }
      state.isVisible = false
      StandardError.write("\r\u{1B}[K")
    }
  }

  /// `verifying  ██████░░░░  1,200 of 4,000`.
  static func text(_ stage: String, done: Int, total: Int?) -> String {
    let name = stage.fitted(to: 9)
    guard let total, total > 0 else { return "\(name)  \(done.grouped)" }
    let full = min(cells, max(0, done * cells / total))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    return "\(name)  \(bar)  \(done.grouped) of \(total.grouped)"
  }
}
