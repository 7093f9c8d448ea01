/// Where the window of a stream ends: its own time is the latest moment that was added.
///
/// Documents fall out of the window a day at a time. They may stay in the index a while longer;
/// what is decided does not see them.
struct Expiry {
  private let windowDays: Int?
  /// The latest day of which a document was added.
  private var newestDay: Int?
  /// The floor by which the index was last swept.
  private var swept: Int64?

  /// Begins with the latest moment in the index.
  init(windowDays: Int?, newest: Int64?) {
    self.windowDays = windowDays
    newestDay = newest?.dayNumber
  }

  /// The moment before which documents have fallen out of the window.
  var floor: Int64? {
    guard let windowDays, let newestDay else { return nil }
    return Int64(newestDay - windowDays) * 86_400
  }

  /// Takes note of a document that was added.
  mutating func add(_ moment: Int64) {
    newestDay = max(newestDay ?? .min, moment.dayNumber)
  }

  /// The moment before which the index is to be swept, where that was not done yet.
  mutating func due() -> Int64? {
    guard let floor, floor != swept else { return nil }
    swept = floor
    return floor
  }
}
