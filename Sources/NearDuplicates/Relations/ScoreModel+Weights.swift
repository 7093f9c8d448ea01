// Made by scripts/fit-score from labelled pairs; do not edit by hand.

extension ScoreModel {
  /// The model of the `wire` preset.
  package static let wire = ScoreModel(
    bias: -3.7599,
    terms: [
      Term(
        name: "text shared, larger share", mean: 0.0331, deviation: 0.1180, weight: 0.3129),
      Term(
        name: "share of common words that is boilerplate", mean: 0.0134, deviation: 0.0986, weight: -0.7658),
      Term(
        name: "long runs of narration", mean: 0.0925, deviation: 0.4327, weight: 0.4989),
      Term(
        name: "opening shared, larger share", mean: 0.0293, deviation: 0.1048, weight: 0.2463),
      Term(
        name: "share of figures in common", mean: 0.2624, deviation: 0.2933, weight: 0.5279),
      Term(
        name: "share of rare words in common", mean: 0.0847, deviation: 0.1833, weight: 0.0629),
      Term(
        name: "ordS", mean: 0.6376, deviation: 0.2216, weight: 0.2284),
      Term(
        name: "stemShare", mean: 0.2860, deviation: 0.1751, weight: 0.7325),
      Term(
        name: "stemJ", mean: 0.1141, deviation: 0.1008, weight: 0.4421),
      Term(
        name: "days apart", mean: 0.6541, deviation: 1.6948, weight: -0.0463),
      Term(
        name: "same house, days apart", mean: 0.0102, deviation: 0.2102, weight: -1.0622),
    ])
}
