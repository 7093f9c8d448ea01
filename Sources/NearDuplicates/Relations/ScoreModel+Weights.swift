// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -3.3796,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1334, deviation: 0.2403, weight: 1.0002),
        Term(
          name: "reporting shared, of the text",
          mean: 0.0742, deviation: 0.1800, weight: 2.6153),
        Term(
          name: "reporting shared, of the own",
          mean: 0.0902, deviation: 0.2122, weight: 0.7421),
        Term(
          name: "long runs of reporting",
          mean: 0.3428, deviation: 0.7833, weight: 0.7332),
        Term(
          name: "text shared with a house that is named",
          mean: 0.0159, deviation: 0.0936, weight: 0.4184),
        Term(
          name: "days apart",
          mean: 0.8449, deviation: 1.6889, weight: -0.6686),
        Term(
          name: "days apart in one house",
          mean: 0.1548, deviation: 0.7809, weight: -1.6803),
      ]),
    rewrite: Expert(
      bias: -4.9587,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.2640, deviation: 0.2929, weight: 0.7681),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2208, deviation: 0.1922, weight: 1.7775),
        Term(
          name: "facts shared, of all",
          mean: 0.1385, deviation: 0.1506, weight: 1.0844),
        Term(
          name: "days apart in one house",
          mean: 0.1548, deviation: 0.7809, weight: -0.7440),
      ]))
}
