// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -5.0830,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1049, deviation: 0.1691, weight: 1.4602),
        Term(
          name: "reporting shared",
          mean: 0.0666, deviation: 0.1390, weight: 3.0113),
        Term(
          name: "quotations with credit",
          mean: 0.0092, deviation: 0.0469, weight: 0.3117),
        Term(
          name: "quotations cut alike",
          mean: 0.5575, deviation: 0.1132, weight: 0.5567),
        Term(
          name: "quotations of its own",
          mean: 0.8304, deviation: 0.7365, weight: -0.5335),
        Term(
          name: "first sentence shared",
          mean: 0.0293, deviation: 0.1089, weight: 0.1781),
        Term(
          name: "length of shared runs",
          mean: 5.4418, deviation: 11.4626, weight: -0.3412),
        Term(
          name: "lead answered",
          mean: 0.3081, deviation: 0.2141, weight: 0.2326),
        Term(
          name: "names of their own",
          mean: 1.8227, deviation: 0.9135, weight: -0.3991),
        Term(
          name: "days apart beyond two",
          mean: 0.5911, deviation: 1.5654, weight: -1.2775),
        Term(
          name: "rare words told anew",
          mean: 0.0894, deviation: 0.0873, weight: 0.7483),
      ]),
    version: Expert(
      bias: -5.1760,
      terms: [
        Term(
          name: "reporting shared, by its root",
          mean: 0.3631, deviation: 0.2471, weight: 2.7283),
        Term(
          name: "quotations shared",
          mean: 0.7245, deviation: 0.8415, weight: 2.2492),
        Term(
          name: "quotations of its own",
          mean: 1.1643, deviation: 0.8327, weight: -0.5659),
        Term(
          name: "longest stretch of its own",
          mean: 1.5095, deviation: 0.6879, weight: -1.3478),
        Term(
          name: "days apart in one house",
          mean: 1.1730, deviation: 1.5272, weight: -2.1629),
      ]),
    rewrite: Expert(
      bias: -7.8656,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1867, deviation: 0.1758, weight: 1.1958),
        Term(
          name: "facts told anew",
          mean: 0.1670, deviation: 0.1384, weight: 2.0481),
        Term(
          name: "rare words told anew",
          mean: 0.0894, deviation: 0.0873, weight: 0.6986),
        Term(
          name: "names of their own",
          mean: 1.8227, deviation: 0.9135, weight: -0.5727),
        Term(
          name: "names of their own, share",
          mean: 0.5619, deviation: 0.2105, weight: -0.6964),
        Term(
          name: "quotations shared by two houses",
          mean: 0.5458, deviation: 0.7318, weight: -1.1727),
        Term(
          name: "quotations worded otherwise",
          mean: 0.0735, deviation: 0.2429, weight: -1.0161),
      ]))
}
