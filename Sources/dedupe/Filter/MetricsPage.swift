/// Writes the text format of Prometheus.
struct MetricsPage {
  /// What was written.
  private(set) var text = ""

  /// Writes a count that only grows.
  mutating func counter(_ name: String, _ help: String, _ value: Int) {
    head(name, help, "counter")
    text += "\(name) \(value)\n"
  }

  /// Writes a sum that only grows.
  mutating func counter(_ name: String, _ help: String, _ value: Double) {
    head(name, help, "counter")
    text += "\(name) \(value)\n"
  }

  /// Writes counts told apart by a label; names of labels are ours and need no escapes.
  mutating func counter(
    _ name: String, _ help: String, label: String, _ values: [(String, Int)]
  ) {
    head(name, help, "counter")
    for (value, count) in values { text += "\(name){\(label)=\"\(value)\"} \(count)\n" }
  }

  /// Writes a value that goes up and down.
  mutating func gauge(_ name: String, _ help: String, _ value: Int) {
    head(name, help, "gauge")
    text += "\(name) \(value)\n"
  }

  /// Writes a histogram.
  mutating func histogram(_ name: String, _ help: String, _ histogram: LatencyHistogram) {
    head(name, help, "histogram")
    var count = 0
    for (bound, more) in zip(LatencyHistogram.bounds, histogram.counts) {
      count += more
      text += "\(name)_bucket{le=\"\(bound)\"} \(count)\n"
    }
    text += "\(name)_bucket{le=\"+Inf\"} \(histogram.count)\n"
    text += "\(name)_sum \(histogram.sum)\n\(name)_count \(histogram.count)\n"
  }

  private mutating func head(_ name: String, _ help: String, _ type: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }
}
