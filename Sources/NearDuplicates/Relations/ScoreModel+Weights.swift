// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -3.3512,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1335, deviation: 0.2401, weight: 1.0747),
        Term(
          name: "reporting shared",
          mean: 0.0745, deviation: 0.1799, weight: 3.0707),
        Term(
          name: "long runs of reporting",
          mean: 0.3451, deviation: 0.7839, weight: 0.9085),
        Term(
          name: "text shared with a house that is named",
          mean: 0.0159, deviation: 0.0935, weight: 0.3929),
        Term(
          name: "days apart",
          mean: 0.8431, deviation: 1.6875, weight: -0.6853),
        Term(
          name: "days apart in one house",
          mean: 0.1545, deviation: 0.7801, weight: -1.7020),
      ]),
    rewrite: Expert(
      bias: -4.9894,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.2637, deviation: 0.2926, weight: 0.7778),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2213, deviation: 0.1922, weight: 1.7921),
        Term(
          name: "facts shared, of all",
          mean: 0.1386, deviation: 0.1504, weight: 1.0970),
        Term(
          name: "days apart in one house",
          mean: 0.1545, deviation: 0.7801, weight: -0.7519),
      ]))
}
