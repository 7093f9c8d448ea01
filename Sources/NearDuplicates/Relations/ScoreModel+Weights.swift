// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    copy: Expert(
      bias: -5.3797,
      terms: [
        Term(
          name: "text shared",
          mean: 0.0810, deviation: 0.1904, weight: 1.6339),
        Term(
          name: "reporting shared",
          mean: 0.0548, deviation: 0.1510, weight: 2.6371),
        Term(
          name: "lead answered",
          mean: 0.2679, deviation: 0.2003, weight: 0.8016),
        Term(
          name: "names of their own",
          mean: 1.8788, deviation: 0.8958, weight: -0.8580),
        Term(
          name: "days apart",
          mean: 0.4145, deviation: 1.2474, weight: -0.3510),
      ]),
    version: Expert(
      bias: -2.0587,
      terms: [
        Term(
          name: "text shared",
          mean: 0.3805, deviation: 0.3452, weight: 2.1629),
        Term(
          name: "text shared by both",
          mean: 0.3445, deviation: 0.3387, weight: 0.9573),
        Term(
          name: "days apart in one house",
          mean: 1.1228, deviation: 1.5511, weight: -2.9752),
      ]),
    rewrite: Expert(
      bias: -6.6701,
      terms: [
        Term(
          name: "order kept beyond chance",
          mean: 0.1761, deviation: 0.1852, weight: 1.1532),
        Term(
          name: "facts shared, of the fewer",
          mean: 0.2106, deviation: 0.1788, weight: 2.3474),
        Term(
          name: "names of their own",
          mean: 1.8788, deviation: 0.8958, weight: -0.4954),
        Term(
          name: "names of their own, share",
          mean: 0.6168, deviation: 0.2042, weight: -0.7988),
        Term(
          name: "quotations in what is shared",
          mean: 0.1401, deviation: 0.3014, weight: -0.1164),
      ]))
}
