import RealModule

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
    Measure(name: "text shared") { $0.textShared },
    Measure(name: "reporting shared") { $0.reportingShare },
    Measure(name: "reporting shared, by its root") { $0.reportingShare.squareRoot() },
    Measure(name: "length of shared runs") { min($0.sharedRunLength, longestRun) },
    Measure(name: "longest stretch of its own") { Double.log(onePlus: $0.ownStretch / stretch) },
    Measure(name: "quotations with credit") { $0.creditedQuotations },
    Measure(name: "reporting quoted") { $0.reportingQuoted },
    Measure(name: "statements quoted") { $0.statementQuoted },
    Measure(name: "statements printed by both") { $0.statementPrinted },
    Measure(name: "quotations cut alike") { $0.quotationsCutAlike },
    Measure(name: "quotations worded otherwise") { Double.log(onePlus: $0.quotationVariants) },
    Measure(name: "quotations shared") { Double.log(onePlus: $0.quotedWords / sharedQuotation) },
    Measure(name: "quotations shared by two houses") {
      Double.log(onePlus: $0.quotedWords / sharedQuotation)
    },
    Measure(name: "quotations of its own") { Double.log(onePlus: $0.ownQuotedWords / quotation) },
    Measure(name: "first sentence shared") { $0.firstSentenceShared },
    Measure(name: "lead answered") { $0.leadAnswered },
    Measure(name: "order kept beyond chance") { $0.orderKept },
    Measure(name: "facts told anew") { $0.factsToldAnew },
    Measure(name: "rare words told anew") { min($0.rareWordsToldAnew, mostRareWords) },
    Measure(name: "names of their own") { Double.log(onePlus: $0.ownNames / nameWeight) },
    Measure(name: "names of their own, share") { $0.ownNamesShare },
    Measure(name: "days apart beyond two") { Double.log(onePlus: max(0, $0.daysApart - 2)) },
    Measure(name: "days apart in one house") {
      Double.log(onePlus: $0.dateIsUnknown == 1 ? unknownGap : $0.daysApart)
    },
    Measure(name: "one house") { $0.sameHouse },
  ]

  /// The length from which a run says no more: what is pasted as one block, a statement or a law
  /// without quotation marks, is longer than this, and so is a reprint.
  private static let longestRun = 60.0

  /// The share of rare words from which more say no more: one labelled pair in a thousand has
  /// it.
  private static let mostRareWords = 0.4

  /// The words of a stretch of its own that weighs something: two sentences.
  private static let stretch = 50.0

  /// What a name weighs that hardly any document has.
  private static let nameWeight = 5.0

  /// The words of a quotation that weighs something where it is shared, and where it is not.
  private static let sharedQuotation = 20.0
  private static let quotation = 30.0

  /// The days that stand for an unknown gap within one house, which re-uses its background.
  private static let unknownGap = 2.0
}
