import ArgumentParser

/// What a line that was passed on promises about its record.
enum Durability: Sendable, Equatable {
  /// The record would survive a power cut.
  case record
  /// The record is among the last so many, or came within the last so many seconds, or it would
  /// survive a power cut.
  case batch(records: Int, seconds: Double)

  static let usual = Durability.batch(records: 1_000, seconds: 1)

  /// The most records that may wait for a sync.
  var mostRecords: Int {
    switch self {
    case .record: 1
    case .batch(let records, _): records
    }
  }

  /// The longest a record may wait for a sync, in seconds.
  var longestWait: Double {
    switch self {
    case .record: 0
    case .batch(_, let seconds): seconds
    }
  }
}

extension Durability: ExpressibleByArgument {
  /// Reads `record`, `batch`, `batch:500` or `batch:2s`.
  init?(argument: String) {
    let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("record", 1): self = .record
    case ("batch", 1): self = .usual
    case ("batch", 2): self.init(bound: parts[1])
    default: return nil
    }
  }

  private init?(bound: Substring) {
    if bound.hasSuffix("s") {
      guard let seconds = Double(bound.dropLast()), seconds > 0, seconds <= 86_400 else {
        return nil
      }
      self = .batch(records: .max, seconds: seconds)
    } else {
      guard let records = Int(bound), records > 0 else { return nil }
      self = .batch(records: records, seconds: 1)
    }
  }

  var defaultValueDescription: String { "batch" }
}
