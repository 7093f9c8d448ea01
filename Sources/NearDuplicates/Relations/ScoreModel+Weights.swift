// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -6.1102,
      terms: [
        Term(
          name: "text shared",
          mean: 0.1059, deviation: 0.1615, weight: 1.6582),
        Term(
          name: "reporting shared",
          mean: 0.0673, deviation: 0.1329, weight: 3.2572),
        Term(
          name: "quotations with credit",
          mean: 0.0094, deviation: 0.0466, weight: 0.4627),
        Term(
          name: "reporting quoted",
          mean: 0.0067, deviation: 0.0278, weight: 0.3204),
        Term(
          name: "statements quoted",
          mean: 0.0035, deviation: 0.0289, weight: -0.4473),
        Term(
          name: "statements printed by both",
          mean: 0.0007, deviation: 0.0128, weight: -0.3376),
        Term(
          name: "quotations cut alike",
          mean: 0.5585, deviation: 0.1129, weight: 0.6464),
        Term(
          name: "quotations of its own",
          mean: 0.8548, deviation: 0.7397, weight: -0.6782),
        Term(
          name: "first sentence shared",
          mean: 0.0295, deviation: 0.1065, weight: 0.1967),
        Term(
          name: "length of shared runs",
          mean: 5.8885, deviation: 11.7638, weight: -0.4981),
        Term(
          name: "lead answered",
          mean: 0.3158, deviation: 0.2127, weight: 0.2731),
        Term(
          name: "names of their own",
          mean: 1.8191, deviation: 0.9122, weight: -0.3922),
        Term(
          name: "days apart beyond two",
          mean: 0.5462, deviation: 1.5066, weight: -1.5079),
        Term(
          name: "rare words told anew",
          mean: 0.0876, deviation: 0.0861, weight: 0.8849),
      ]),
    version: Expert(
      bias: -5.7606,
      terms: [
        Term(
          name: "reporting shared, by its root",
          mean: 0.3529, deviation: 0.2377, weight: 2.9046),
        Term(
          name: "quotations shared",
          mean: 0.7321, deviation: 0.8273, weight: 2.4859),
        Term(
          name: "quotations of its own",
          mean: 1.1801, deviation: 0.8218, weight: -0.6155),
        Term(
          name: "statements printed by both",
          mean: 0.0028, deviation: 0.0262, weight: -0.6780),
        Term(
          name: "longest stretch of its own",
          mean: 1.5357, deviation: 0.6694, weight: -1.3930),
        Term(
          name: "days apart in one house",
          mean: 1.1523, deviation: 1.5139, weight: -2.0779),
      ]),
    rewrite: Expert(
      bias: -7.8150,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1862, deviation: 0.1709, weight: 1.1214),
        Term(
          name: "facts told anew",
          mean: 0.1688, deviation: 0.1365, weight: 1.9640),
        Term(
          name: "rare words told anew",
          mean: 0.0876, deviation: 0.0861, weight: 0.7149),
        Term(
          name: "names of their own",
          mean: 1.8191, deviation: 0.9122, weight: -0.6090),
        Term(
          name: "names of their own, share",
          mean: 0.5585, deviation: 0.2072, weight: -0.6540),
        Term(
          name: "quotations shared by two houses",
          mean: 0.5747, deviation: 0.7402, weight: -1.0431),
        Term(
          name: "quotations worded otherwise",
          mean: 0.0770, deviation: 0.2472, weight: -1.0492),
      ]))
}
