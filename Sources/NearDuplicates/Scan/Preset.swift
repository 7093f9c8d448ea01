/// A named choice of how much is looked for.
public enum Preset: String, Sendable, CaseIterable {
  /// Everything that carries the same wire report: copies, cuts, versions and rewrites.
  case wire
  /// Near-identical texts only.
  case near
  /// For language-model corpora: MinHash candidates verified by their Jaccard similarity.
  case corpus
}

extension Preset {
  /// What the scores of the preset are made by.
  package var scoring: Verifier.Scoring {
    switch self {
    case .wire, .near: .evidence
    case .corpus: .jaccard
    }
  }

  /// How sketches are divided into bands.
  package func bands(slots: Int) -> Bands {
    switch self {
    case .wire: Bands(slots: slots, similarity: 0.3, recall: 0.99)
    case .near: Bands(slots: slots, similarity: 0.5, recall: 0.995)
    case .corpus: Bands(slots: slots, similarity: 0.8, recall: 0.995)
    }
  }

  /// The least estimated Jaccard similarity of a candidate: three standard errors of a sketch of
  /// 128 slots below what the preset looks for.
  package var leastSimilarity: Double {
    switch self {
    case .wire: 0.18
    case .near: 0.37
    case .corpus: 0.69
    }
  }

  /// Whether passages are looked for, and so what copies have in common whose texts differ.
  package var findsPassages: Bool { self == .wire }
}
