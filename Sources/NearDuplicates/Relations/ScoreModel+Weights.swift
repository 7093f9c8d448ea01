// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -6.5389,
      terms: [
        Term(
          name: "text shared",
          mean: 0.0660, deviation: 0.1630, weight: 2.3210),
        Term(
          name: "reporting shared",
          mean: 0.0488, deviation: 0.1379, weight: 2.5373),
        Term(
          name: "quotations with credit",
          mean: 0.0045, deviation: 0.0364, weight: 0.3860),
        Term(
          name: "quotations cut alike",
          mean: 0.5317, deviation: 0.0909, weight: 0.5756),
        Term(
          name: "quotations of its own",
          mean: 0.6639, deviation: 0.7206, weight: -1.2319),
        Term(
          name: "first sentence shared",
          mean: 0.0248, deviation: 0.1136, weight: 0.5442),
        Term(
          name: "lead answered",
          mean: 0.2667, deviation: 0.1975, weight: 0.3412),
        Term(
          name: "names of their own",
          mean: 1.8813, deviation: 0.8945, weight: -0.8290),
        Term(
          name: "days apart beyond two",
          mean: 0.3394, deviation: 1.2292, weight: -1.1490),
      ]),
    version: Expert(
      bias: -2.0977,
      terms: [
        Term(
          name: "reporting shared",
          mean: 0.2621, deviation: 0.2632, weight: 2.2360),
        Term(
          name: "text shared by both",
          mean: 0.3008, deviation: 0.3171, weight: 0.6472),
        Term(
          name: "quotations shared",
          mean: 0.8122, deviation: 0.9488, weight: 1.7722),
        Term(
          name: "quotations of its own",
          mean: 1.0559, deviation: 0.8558, weight: -0.8334),
        Term(
          name: "days apart in one house",
          mean: 1.2769, deviation: 1.6301, weight: -1.9489),
      ]),
    rewrite: Expert(
      bias: -6.9603,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1711, deviation: 0.1775, weight: 0.9810),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2072, deviation: 0.1722, weight: 2.3664),
        Term(
          name: "names of their own",
          mean: 1.8813, deviation: 0.8945, weight: -0.4414),
        Term(
          name: "names of their own, share",
          mean: 0.6195, deviation: 0.1998, weight: -0.7926),
        Term(
          name: "quotations in what is shared",
          mean: 0.1489, deviation: 0.3112, weight: -0.0362),
        Term(
          name: "quotations worded otherwise",
          mean: 0.0376, deviation: 0.1780, weight: -1.0556),
      ]))
}
