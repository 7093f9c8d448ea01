import DedupeFormats

/// A file with the figures of a run, for a collector of metrics to read at any time.
final class MetricsFile {
  private let path: String
  private var writtenAt: UInt64 = 0

  /// How often it is renewed, in nanoseconds: collectors look every 15 to 60 seconds.
  private static let interval: UInt64 = 10_000_000_000

  init(_ path: String) { self.path = path }

  /// Writes the figures at a moment, if it is time; without a moment at once.
  func write(_ figures: @autoclosure () -> FilterFigures, at now: UInt64?) throws(OutputError) {
    if let now {
      guard now >= writtenAt + Self.interval else { return }
      writtenAt = now
    }
    let file = try OutputFile(path: path, force: true)
    try file.write(Array(figures().metrics.utf8))
    try file.commit()
  }
}
