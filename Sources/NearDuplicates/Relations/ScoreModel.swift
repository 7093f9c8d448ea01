import RealModule

/// Turns evidence into a score: a logistic model, monotone in every measure, whose weights stand
/// in one file that a script makes from labelled pairs.
package struct ScoreModel: Sendable {
  /// One measure and what it weighs.
  struct Term: Sendable {
    /// The name of the measure, as in ``PairEvidence/measures``.
    var name: String
    /// The mean over the labelled pairs.
    var mean: Double
    /// The standard deviation over the labelled pairs.
    var deviation: Double
    /// How far one standard deviation moves the score on the logit scale.
    var weight: Double
  }

  let bias: Double
  let terms: [Term]

  /// The measures that weigh something, in the order of the terms.
  private let values: [@Sendable (PairEvidence) -> Double]

  init(bias: Double, terms: [Term]) {
    self.bias = bias
    self.terms = terms
    values = terms.map { term in
      PairEvidence.measures.first { $0.name == term.name }?.value ?? { _ in 0 }
    }
  }

  /// The confidence that both documents carry the same report, 0 to 1.
  func score(_ evidence: PairEvidence) -> Double {
    var logit = bias
    for (term, value) in zip(terms, values) { logit += effect(of: term, value(evidence)) }
    return 1 / (1 + Double.exp(-logit))
  }

  /// What moved the score, strongest first.
  func explain(_ evidence: PairEvidence) -> [Evidence] {
    zip(terms, values).map { term, value in
      Evidence(
        name: term.name, value: value(evidence), effect: effect(of: term, value(evidence)))
    }
    .sorted { abs($0.effect) > abs($1.effect) }
  }

  private func effect(of term: Term, _ value: Double) -> Double {
    term.weight * (value - term.mean) / term.deviation
  }
}

extension PairEvidence {
  /// A measure as the score takes it.
  package struct Measure: Sendable {
    /// What is measured, in words for a reader.
    package let name: String
    /// How the measure is taken.
    package let value: @Sendable (PairEvidence) -> Double
  }

  /// All measures that a score may be made of.
  package static let measures: [Measure] = [
    Measure(name: "own narration shared, larger share") { $0.narrationShareLarger },
    Measure(name: "own narration shared, smaller share") { $0.narrationShareSmaller },
    Measure(name: "shared words of narration") { Double.log(onePlus: $0.narrationWords) },
    Measure(name: "longest run of narration") { Double.log(onePlus: $0.longestNarration) },
    Measure(name: "long runs of narration") { Double.log(onePlus: $0.narrationRuns) },
    Measure(name: "runs across quotation marks") { Double.log(onePlus: $0.crossingRuns) },
    Measure(name: "share of common words that is quoted") { $0.quotedShare },
    Measure(name: "share of common words that is boilerplate") { $0.boilerplateShare },
    Measure(name: "text shared, larger share") { $0.coverageLarger },
    Measure(name: "text shared, smaller share") { $0.coverageSmaller },
    Measure(name: "opening shared, larger share") { $0.openingLarger },
    Measure(name: "opening shared, smaller share") { $0.openingSmaller },
    Measure(name: "figures in common") { Double.log(onePlus: $0.commonFigures) },
    Measure(name: "share of figures in common") { $0.figureShare },
    Measure(name: "rare words in common") { Double.log(onePlus: $0.commonRareWords) },
    Measure(name: "share of rare words in common") { $0.rareWordShare },
    Measure(name: "sentences answered, larger share") { $0.answeredLarger },
    Measure(name: "sentences answered, smaller share") { $0.answeredSmaller },
    Measure(name: "sentences loosely answered") { $0.looselyAnsweredLarger },
    Measure(name: "orderedLarger") { $0.orderedLarger },
    Measure(name: "orderedSmaller") { $0.orderedSmaller },
    Measure(name: "ordL") { $0.ordL },
    Measure(name: "ordS") { $0.ordS },
    Measure(name: "o15L") { $0.o15L },
    Measure(name: "o15S") { $0.o15S },
    Measure(name: "o30L") { $0.o30L },
    Measure(name: "o30S") { $0.o30S },
    Measure(name: "a2L") { $0.a2L },
    Measure(name: "a2S") { $0.a2S },
    Measure(name: "meanL") { $0.meanL },
    Measure(name: "meanS") { $0.meanS },
    Measure(name: "ownFig") { $0.ownFig },
    Measure(name: "ownRare") { $0.ownRare },
    Measure(name: "stemShare") { $0.stemShare },
    Measure(name: "stemJ") { $0.stemJ },
    Measure(name: "days apart") { Double.log(onePlus: $0.daysApart) },
    Measure(name: "date unknown") { $0.dateIsUnknown },
    Measure(name: "same house") { $0.sameHouse },
    Measure(name: "same house, days apart") { $0.sameHouse * Double.log(onePlus: $0.daysApart) },
    Measure(name: "words of the titles in common") { $0.titleShare },
    Measure(name: "same agency credited") { $0.sameAgency },
    Measure(name: "length of the shorter text") { Double.log(onePlus: $0.shorterWords) },
  ]
}
