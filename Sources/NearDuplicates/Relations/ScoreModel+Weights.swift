// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -3.3219,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1334, deviation: 0.2403, weight: 1.0182),
        Term(
          name: "reporting shared, of the text",
          mean: 0.0782, deviation: 0.1892, weight: 2.6085),
        Term(
          name: "reporting shared, of the own",
          mean: 0.0902, deviation: 0.2122, weight: 0.6932),
        Term(
          name: "long runs of reporting",
          mean: 0.3428, deviation: 0.7833, weight: 0.7989),
        Term(
          name: "text shared with a house that is named",
          mean: 0.0204, deviation: 0.1138, weight: 0.4913),
        Term(
          name: "days apart",
          mean: 0.8449, deviation: 1.6889, weight: -0.6472),
        Term(
          name: "days apart in one house",
          mean: 0.1184, deviation: 0.6839, weight: -1.5579),
      ]),
    rewrite: Expert(
      bias: -4.9357,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.2640, deviation: 0.2929, weight: 0.7606),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2208, deviation: 0.1922, weight: 1.7650),
        Term(
          name: "facts shared, of all",
          mean: 0.1385, deviation: 0.1506, weight: 1.1012),
        Term(
          name: "days apart in one house",
          mean: 0.1184, deviation: 0.6839, weight: -0.7059),
      ]))
}
