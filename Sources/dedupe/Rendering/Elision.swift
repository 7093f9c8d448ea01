extension Collection<MarkedWord> {
  /// The words without the middle of long stretches that are all shared or all own: what matters
  /// are their edges.
  ///
  /// A cut says how many words it left out.
  func elided(keeping edge: Int) -> [MarkedWord] {
    stretches().flatMap { stretch in
      // A cut of under eight words saves no line.
      let cut = stretch.count - 2 * edge
      guard cut >= 8, let first = stretch.first else { return stretch }
      var gap = first
      gap.text = "(… \(cut) words …)"
      gap.isGlued = false
      return stretch.prefix(edge) + [gap] + stretch.suffix(edge)
    }
  }

  /// The words in runs of one look; a lone common word does not break a run of own ones.
  private func stretches() -> [[MarkedWord]] {
    var stretches: [[MarkedWord]] = []
    var look: MarkedWord.Mark?
    for word in self {
      let next = word.mark == .common ? .own : word.mark
      if next == look {
        stretches[stretches.count - 1].append(word)
      } else {
        stretches.append([word])
      }
      look = next
    }
    return stretches
  }
}
