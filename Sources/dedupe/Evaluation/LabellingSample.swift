import DedupeEvaluation
import NearDuplicates

/// Pairs near the threshold, for a person to label: there a label tells most.
///
/// Those nearest come first, and no article comes twice before all others have come: one footer
/// that two hundred articles share would otherwise be all that is asked about.
struct LabellingSample: Sendable {
  /// The chosen pairs, by their distance from the threshold.
  let matches: [Match]

  /// Chooses pairs.
  ///
  /// - Parameters:
  ///   - count: how many to choose.
  ///   - threshold: the score near which a label tells most.
  ///   - matches: all verified pairs, in time order.
  ///   - known: pairs that have a label already.
  init(
    _ count: Int, near threshold: Double, of matches: [Match], without known: Set<DocumentPair>
  ) {
    let open = matches.filter { !known.contains(DocumentPair($0.a, $0.b)) }
    let distances = open.map { abs($0.score - threshold) }
    let ranked = open.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    var used: Set<Int> = []
    var (first, later): ([Int], [Int]) = ([], [])
    for index in ranked {
      if used.isDisjoint(with: [open[index].a, open[index].b]) {
        used.formUnion([open[index].a, open[index].b])
        first.append(index)
      } else {
        later.append(index)
      }
    }
    let chosen = (first + later).prefix(count)
    self.matches = chosen.sorted { (distances[$0], $0) < (distances[$1], $1) }.map { open[$0] }
  }
}
