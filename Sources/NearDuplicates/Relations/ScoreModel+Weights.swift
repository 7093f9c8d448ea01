// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    bias: -1.0,
    terms: [
      Term(name: "own narration shared, larger share", mean: 0.2, deviation: 0.25, weight: 1.5),
      Term(name: "own narration shared, smaller share", mean: 0.1, deviation: 0.2, weight: 1.0),
      Term(name: "sentences answered, larger share", mean: 0.2, deviation: 0.25, weight: 1.0),
    ])
}
