// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -3.3531,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1335, deviation: 0.2401, weight: 1.0729),
        Term(
          name: "reporting shared",
          mean: 0.0745, deviation: 0.1799, weight: 3.0690),
        Term(
          name: "long runs of reporting",
          mean: 0.3451, deviation: 0.7839, weight: 0.9098),
        Term(
          name: "text shared with a house that is named",
          mean: 0.0159, deviation: 0.0935, weight: 0.3928),
        Term(
          name: "days apart",
          mean: 0.8431, deviation: 1.6875, weight: -0.6869),
        Term(
          name: "days apart in one house",
          mean: 0.1560, deviation: 0.7809, weight: -1.7039),
      ]),
    rewrite: Expert(
      bias: -4.9892,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.2637, deviation: 0.2926, weight: 0.7771),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2213, deviation: 0.1922, weight: 1.7903),
        Term(
          name: "facts shared, of all",
          mean: 0.1386, deviation: 0.1504, weight: 1.0981),
        Term(
          name: "days apart in one house",
          mean: 0.1560, deviation: 0.7809, weight: -0.7668),
      ]))
}
