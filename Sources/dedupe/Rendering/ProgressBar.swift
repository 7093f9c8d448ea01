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

  /// Shows how far a run has come.
  ///
  /// Any thread may call this.
  func show(_ progress: Progress) {
    state.withLock { state in
      let now = ContinuousClock.now
      if let last = state.lastDrawn, now - last < Self.interval { return }
      state.lastDrawn = now
      state.isVisible = true
      StandardError.write("\r\u{1B}[K" + Self.text(progress))
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
  static func text(_ progress: Progress) -> String {
    let share = progress.total == 0 ? 1 : Double(progress.done) / Double(progress.total)
    let full = min(cells, max(0, Int(share * Double(cells))))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: cells - full)
    return "\(progress.stage.rawValue.fitted(to: 9))  \(bar)  "
      + "\(progress.done.grouped) of \(progress.total.grouped)"
  }
}
