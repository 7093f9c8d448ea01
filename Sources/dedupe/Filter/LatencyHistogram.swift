/// How long records took from being read to being written, in the form that Prometheus reads.
struct LatencyHistogram: Sendable, Equatable {
  /// The bounds of the buckets, in seconds.
  static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  /// How many records took up to each bound, and more than the bound before; the last took longer.
  private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  /// All of them together, in seconds.
  private(set) var sum = 0.0

  /// How many records there were.
  var count: Int { counts.reduce(0, +) }

  /// Counts records that took so many seconds each.
  mutating func add(_ seconds: Double, times: Int = 1) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
    counts[bucket] += times
    sum += seconds * Double(times)
  }

  /// The bound under which a share of the records stayed, nil where it is beyond all bounds or
  /// there were none.
  func bound(of share: Double) -> Double? {
    let wanted = (Double(count) * share).rounded(.up)
    var sum = 0
    for (bucket, bound) in Self.bounds.enumerated() {
      sum += counts[bucket]
      if sum > 0, Double(sum) >= wanted { return bound }
    }
    return nil
  }
}
