// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -5.5244,
      terms: [
        Term(
          name: "text shared",
          mean: 0.0658, deviation: 0.1629, weight: 1.8256),
        Term(
          name: "reporting shared",
          mean: 0.0487, deviation: 0.1379, weight: 2.8258),
        Term(
          name: "quotations with credit",
          mean: 0.0043, deviation: 0.0360, weight: 0.3782),
        Term(
          name: "lead answered",
          mean: 0.2666, deviation: 0.1976, weight: 0.6468),
        Term(
          name: "names of their own",
          mean: 1.8817, deviation: 0.8946, weight: -0.8263),
        Term(
          name: "days apart",
          mean: 0.4083, deviation: 1.2417, weight: -0.1499),
      ]),
    version: Expert(
      bias: -1.7916,
      terms: [
        Term(
          name: "text shared",
          mean: 0.3334, deviation: 0.3235, weight: 2.5570),
        Term(
          name: "text shared by both",
          mean: 0.2998, deviation: 0.3181, weight: 1.3679),
        Term(
          name: "days apart in one house",
          mean: 1.2639, deviation: 1.6113, weight: -2.1858),
      ]),
    rewrite: Expert(
      bias: -6.8139,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1711, deviation: 0.1775, weight: 1.0777),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2071, deviation: 0.1722, weight: 2.3276),
        Term(
          name: "names of their own",
          mean: 1.8817, deviation: 0.8946, weight: -0.5313),
        Term(
          name: "names of their own, share",
          mean: 0.6196, deviation: 0.1998, weight: -0.7428),
        Term(
          name: "quotations in what is shared",
          mean: 0.1485, deviation: 0.3108, weight: -0.1314),
      ]))
}
