// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -3.3630,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1335, deviation: 0.2401, weight: 1.0758),
        Term(
          name: "reporting shared",
          mean: 0.0745, deviation: 0.1799, weight: 3.0556),
        Term(
          name: "long runs of reporting",
          mean: 0.3451, deviation: 0.7839, weight: 0.9420),
        Term(
          name: "text shared with a house that is named",
          mean: 0.0159, deviation: 0.0935, weight: 0.3936),
        Term(
          name: "days apart",
          mean: 0.8431, deviation: 1.6875, weight: -0.6899),
        Term(
          name: "days apart in one house",
          mean: 0.1560, deviation: 0.7809, weight: -1.7052),
      ]),
    rewrite: Expert(
      bias: -5.0291,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.2637, deviation: 0.2926, weight: 0.7414),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2164, deviation: 0.1902, weight: 1.8502),
        Term(
          name: "facts shared, of all",
          mean: 0.1356, deviation: 0.1482, weight: 1.0326),
        Term(
          name: "days apart in one house",
          mean: 0.1560, deviation: 0.7809, weight: -0.7168),
      ]))
}
