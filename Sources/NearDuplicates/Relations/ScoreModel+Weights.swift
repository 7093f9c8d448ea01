// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -5.7595,
      terms: [
        Term(
          name: "text shared",
          mean: 0.0898, deviation: 0.1648, weight: 1.1373),
        Term(
          name: "reporting shared",
          mean: 0.0610, deviation: 0.1378, weight: 3.4506),
        Term(
          name: "quotations with credit",
          mean: 0.0073, deviation: 0.0402, weight: 0.2798),
        Term(
          name: "quotations cut alike",
          mean: 0.5641, deviation: 0.1175, weight: 0.6591),
        Term(
          name: "quotations of its own",
          mean: 0.8093, deviation: 0.7015, weight: -0.7802),
        Term(
          name: "first sentence shared",
          mean: 0.0215, deviation: 0.0964, weight: 0.1449),
        Term(
          name: "length of shared runs",
          mean: 4.5636, deviation: 10.3958, weight: -0.5421),
        Term(
          name: "lead answered",
          mean: 0.2626, deviation: 0.2117, weight: 0.2303),
        Term(
          name: "names of their own",
          mean: 1.9597, deviation: 0.9106, weight: -0.4334),
        Term(
          name: "days apart beyond two",
          mean: 1.0412, deviation: 1.9851, weight: -1.8783),
      ]),
    version: Expert(
      bias: -4.9307,
      terms: [
        Term(
          name: "reporting shared, by its root",
          mean: 0.3659, deviation: 0.2483, weight: 2.7180),
        Term(
          name: "quotations shared",
          mean: 0.7090, deviation: 0.8476, weight: 2.2092),
        Term(
          name: "quotations of its own",
          mean: 1.1160, deviation: 0.8184, weight: -0.5548),
        Term(
          name: "longest stretch of its own",
          mean: 1.5017, deviation: 0.6868, weight: -1.3858),
        Term(
          name: "days apart in one house",
          mean: 1.2207, deviation: 1.5019, weight: -2.0550),
      ]),
    rewrite: Expert(
      bias: -4.8761,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1793, deviation: 0.1803, weight: 0.9374),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2708, deviation: 0.1933, weight: 1.8119),
        Term(
          name: "names of their own",
          mean: 1.9597, deviation: 0.9106, weight: -0.5585),
        Term(
          name: "names of their own, share",
          mean: 0.5780, deviation: 0.2201, weight: -0.7777),
        Term(
          name: "quotations worded otherwise",
          mean: 0.0607, deviation: 0.2240, weight: -1.5450),
      ]))
}
