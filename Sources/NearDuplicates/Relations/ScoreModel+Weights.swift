// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -5.3801,
      terms: [
        Term(
          name: "text shared",
          mean: 0.0809, deviation: 0.1903, weight: 1.6335),
        Term(
          name: "reporting shared",
          mean: 0.0547, deviation: 0.1510, weight: 2.6364),
        Term(
          name: "lead answered",
          mean: 0.2676, deviation: 0.2003, weight: 0.8021),
        Term(
          name: "names of their own",
          mean: 1.8746, deviation: 0.8914, weight: -0.8543),
        Term(
          name: "days apart",
          mean: 0.4140, deviation: 1.2468, weight: -0.3503),
      ]),
    version: Expert(
      bias: -1.0638,
      terms: [
        Term(
          name: "text shared",
          mean: 0.3792, deviation: 0.3707, weight: 2.8068),
        Term(
          name: "text shared by both",
          mean: 0.3469, deviation: 0.3638, weight: 1.6083),
        Term(
          name: "days apart in one house",
          mean: 1.1965, deviation: 1.6657, weight: -3.1176),
      ]),
    rewrite: Expert(
      bias: -6.6711,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1761, deviation: 0.1851, weight: 1.1527),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2104, deviation: 0.1789, weight: 2.3484),
        Term(
          name: "names of their own",
          mean: 1.8746, deviation: 0.8914, weight: -0.4931),
        Term(
          name: "names of their own, share",
          mean: 0.6166, deviation: 0.2038, weight: -0.7974),
        Term(
          name: "quotations in what is shared",
          mean: 0.1399, deviation: 0.3011, weight: -0.1163),
      ]))
}
