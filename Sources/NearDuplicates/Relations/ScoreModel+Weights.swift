// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -5.0832,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1051, deviation: 0.1692, weight: 1.4504),
        Term(
          name: "reporting shared",
          mean: 0.0666, deviation: 0.1391, weight: 2.9975),
        Term(
          name: "quotations with credit",
          mean: 0.0093, deviation: 0.0470, weight: 0.3134),
        Term(
          name: "quotations cut alike",
          mean: 0.5577, deviation: 0.1132, weight: 0.5523),
        Term(
          name: "quotations of its own",
          mean: 0.8338, deviation: 0.7369, weight: -0.5283),
        Term(
          name: "first sentence shared",
          mean: 0.0294, deviation: 0.1092, weight: 0.1829),
        Term(
          name: "length of shared runs",
          mean: 5.4437, deviation: 11.4634, weight: -0.3401),
        Term(
          name: "lead answered",
          mean: 0.3075, deviation: 0.2144, weight: 0.2326),
        Term(
          name: "names of their own",
          mean: 1.8238, deviation: 0.9141, weight: -0.3931),
        Term(
          name: "days apart beyond two",
          mean: 0.5942, deviation: 1.5690, weight: -1.2877),
        Term(
          name: "rare words told anew",
          mean: 0.0887, deviation: 0.0868, weight: 0.7289),
      ]),
    version: Expert(
      bias: -5.1758,
      terms: [
        Term(
          name: "reporting shared, by its root",
          mean: 0.3631, deviation: 0.2471, weight: 2.7283),
        Term(
          name: "quotations shared",
          mean: 0.7245, deviation: 0.8415, weight: 2.2490),
        Term(
          name: "quotations of its own",
          mean: 1.1643, deviation: 0.8327, weight: -0.5658),
        Term(
          name: "longest stretch of its own",
          mean: 1.5095, deviation: 0.6879, weight: -1.3479),
        Term(
          name: "days apart in one house",
          mean: 1.1730, deviation: 1.5272, weight: -2.1625),
      ]),
    rewrite: Expert(
      bias: -8.0959,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1866, deviation: 0.1759, weight: 1.2081),
        Term(
          name: "facts told anew",
          mean: 0.1663, deviation: 0.1381, weight: 2.0538),
        Term(
          name: "rare words told anew",
          mean: 0.0887, deviation: 0.0868, weight: 0.7764),
        Term(
          name: "names of their own",
          mean: 1.8238, deviation: 0.9141, weight: -0.5913),
        Term(
          name: "names of their own, share",
          mean: 0.5630, deviation: 0.2103, weight: -0.8298),
        Term(
          name: "quotations shared by two houses",
          mean: 0.5479, deviation: 0.7322, weight: -1.3248),
        Term(
          name: "quotations worded otherwise",
          mean: 0.0739, deviation: 0.2435, weight: -1.0294),
      ]))
}
