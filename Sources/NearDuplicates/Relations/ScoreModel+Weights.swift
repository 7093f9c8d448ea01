// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -5.0818,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1049, deviation: 0.1691, weight: 1.4580),
        Term(
          name: "reporting shared",
          mean: 0.0666, deviation: 0.1390, weight: 3.0102),
        Term(
          name: "quotations with credit",
          mean: 0.0092, deviation: 0.0469, weight: 0.3118),
        Term(
          name: "quotations cut alike",
          mean: 0.5575, deviation: 0.1132, weight: 0.5573),
        Term(
          name: "quotations of its own",
          mean: 0.8304, deviation: 0.7365, weight: -0.5338),
        Term(
          name: "first sentence shared",
          mean: 0.0293, deviation: 0.1089, weight: 0.1779),
        Term(
          name: "length of shared runs",
          mean: 5.4418, deviation: 11.4626, weight: -0.3408),
        Term(
          name: "lead answered",
          mean: 0.3081, deviation: 0.2141, weight: 0.2331),
        Term(
          name: "names of their own",
          mean: 1.8227, deviation: 0.9135, weight: -0.3994),
        Term(
          name: "days apart beyond two",
          mean: 0.5911, deviation: 1.5654, weight: -1.2774),
        Term(
          name: "rare words told anew",
          mean: 0.0894, deviation: 0.0871, weight: 0.7449),
      ]),
    version: Expert(
      bias: -5.1757,
      terms: [
        Term(
          name: "reporting shared, by its root",
          mean: 0.3631, deviation: 0.2471, weight: 2.7282),
        Term(
          name: "quotations shared",
          mean: 0.7245, deviation: 0.8415, weight: 2.2490),
        Term(
          name: "quotations of its own",
          mean: 1.1643, deviation: 0.8327, weight: -0.5658),
        Term(
          name: "longest stretch of its own",
          mean: 1.5095, deviation: 0.6879, weight: -1.3478),
        Term(
          name: "days apart in one house",
          mean: 1.1730, deviation: 1.5272, weight: -2.1624),
      ]),
    rewrite: Expert(
      bias: -7.8747,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1867, deviation: 0.1758, weight: 1.2011),
        Term(
          name: "facts told anew",
          mean: 0.1670, deviation: 0.1384, weight: 2.0526),
        Term(
          name: "rare words told anew",
          mean: 0.0894, deviation: 0.0871, weight: 0.7111),
        Term(
          name: "names of their own",
          mean: 1.8227, deviation: 0.9135, weight: -0.5805),
        Term(
          name: "names of their own, share",
          mean: 0.5619, deviation: 0.2105, weight: -0.6792),
        Term(
          name: "quotations shared by two houses",
          mean: 0.5458, deviation: 0.7318, weight: -1.1739),
        Term(
          name: "quotations worded otherwise",
          mean: 0.0735, deviation: 0.2429, weight: -1.0178),
      ]))
}
