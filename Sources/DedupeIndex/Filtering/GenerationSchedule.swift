/// When an index learns a profile from what it holds.
///
///     generation   learned at document   in force from
///     1                   1,000                  1,250
///     2                   4,000                  5,000
///     3                  16,000                 18,048
///     4                  48,000                 50,048
///     5, 6, …        every 32,000 more
///
/// Between the two the texts are read, a few with each record, so that no record waits long. All
/// is counted in documents ever added: no clock, no batch and no restart moves it.
struct GenerationSchedule {
  private static let first: [Ordinal] = [1_000, 4_000, 16_000]
  private static let interval: Ordinal = 32_000
  private static let longestDelay: Ordinal = 2_048

  /// The number of documents at which a generation, from 1, is learned.
  static func start(of generation: Int) -> Ordinal {
    generation <= first.count
      ? first[generation - 1]
      : first[first.count - 1] + Ordinal(generation - first.count) * interval
  }

  /// The number of documents from which a generation is in force.
  static func end(of generation: Int) -> Ordinal {
    let start = start(of: generation)
    return start + min(longestDelay, start / 4)
  }

  /// The generation in force for the record that gets an ordinal.
  static func generation(at ordinal: Ordinal) -> Int {
    var generation = 0
    while end(of: generation + 1) <= ordinal { generation += 1 }
    return generation
  }
}
