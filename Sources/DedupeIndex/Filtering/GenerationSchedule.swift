/// When an index learns a profile from what it holds.
///
///     generation   learned at document   in force from
///     1                   1,000                  1,250
///     2                   4,000                  5,000
///     3                  16,000                 18,048
///     4                  48,000                 56,000
///     5, 6, …        every 32,000 more           8,000 later
///
/// Between the two the texts are read, a few with each record, and the profile is learned beside the
/// stream, so that no record waits long: at 1,000 records a second the later generations have two
/// seconds to be learned in. All is counted in documents ever added: no clock, no batch and no
/// restart moves it.
struct GenerationSchedule: Sendable {
  /// The number of documents of which the first generation is learned; all others follow from it.
  var first: Ordinal = 1_000

  /// The longest that the first three generations take.
  private static let earlyDelay: Ordinal = 2_048

  /// The number of documents at which a generation, from 1, is learned.
  func start(of generation: Int) -> Ordinal {
    switch generation {
    case 1: first
    case 2: first * 4
    default: first * 16 + Ordinal(generation - 3) * first * 32
    }
  }

  /// The number of documents from which a generation is in force.
  func end(of generation: Int) -> Ordinal {
    let start = start(of: generation)
    return start + min(generation < 4 ? Self.earlyDelay : first * 8, start / 4)
  }
}
