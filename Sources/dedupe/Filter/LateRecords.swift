import DedupeFormats
import DedupeIndex
import NearDuplicates

/// Counts records that are older than the window when they come.
///
/// What they could repeat has expired, and they themselves are forgotten at once. A single undated
/// record makes all of an archive late, for it counts as of today.
struct LateRecords {
  private let windowDays: Int?
  private var newestDay: Int?
  private(set) var count = 0

  /// Begins with the latest moment in the index, in seconds since 1970.
  init(windowDays: Int?, newest: Int64?) {
    self.windowDays = windowDays
    newestDay = newest.map(Self.day)
  }

  /// Takes note of a record that came.
  mutating func look(at record: IncomingRecord) {
    guard let windowDays else { return }
    let day = Self.day(of: record.moment)
    if let newestDay, day < newestDay - windowDays { count += 1 }
    newestDay = max(newestDay ?? .min, day)
  }

  /// What to tell of them, if there were any.
  var problem: Problem? {
    guard count > 0 else { return nil }
    return Problem(
      .warning, cause: "\(count.counted("record")) came when the window had passed them",
      remedy: "they were compared with what was left and are not remembered; a record without a "
        + "date counts as of today; give records in the order of their dates, or leave --window out"
    )
  }

  private static func day(of moment: Int64) -> Int { Timestamp(seconds: moment).day }
}
