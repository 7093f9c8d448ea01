import RealModule

/// What two documents show when their texts are laid side by side: the measures that the score is
/// made of.
///
/// "Larger" and "smaller" name the document of which more, or less, is shared.
package struct PairEvidence: Sendable, Equatable {
  /// The share of the document's words that is shared, whatever they are.
  var coverageLarger = 0.0
  var coverageSmaller = 0.0
  /// The share of the document's words that is shared narration.
  var reportingShare = 0.0
  /// The share of the document's own narration, neither quoted nor boilerplate, that is shared.
  var narrationShare = 0.0
  /// Shared runs with 8 and more words of narration.
  var narrationRuns = 0.0
  /// The share of the document's first 90 words that is shared narration.
  var openingLarger = 0.0
  var openingSmaller = 0.0
  /// How far the answers to the sentences keep their order beyond chance, in the document where
  /// they do less.
  var orderKept = 0.0
  /// What both state of names and figures, as a share of what the one with fewer states.
  var factsOfFewer = 0.0
  /// The same as a share of what either states.
  var factsOfAll = 0.0
  /// Figures that both have, and their share of the smaller set.
  var commonFigures = 0.0
  var figureShare = 0.0
  /// Whole days between the dates; 0 where one is unknown.
  var daysApart = 0.0
  var dateIsUnknown = 0.0
  /// Whether both are of one house.
  var sameHouse = 0.0
  /// Whether one names the house of the other.
  var namesHouse = 0.0
}

extension PairEvidence {
  /// Measures two documents.
  init(
    _ a: ReadDocument, _ b: ReadDocument, alignment: Alignment, sentences: SentenceMatching
  ) {
    measureCoverage(a.reading, b.reading, alignment)
    measureRuns(alignment)
    measureFacts(a, b)
    let ordersOfA = sentences.orderOfAnswersToA
    let ordersOfB = sentences.orderOfAnswersToB
    orderKept = min(ordersOfA, ordersOfB)
    measurePublication(a, b)
  }

  private mutating func measureCoverage(_ a: Reading, _ b: Reading, _ alignment: Alignment) {
    let sideA = SideCoverage(a, alignment.kindsOfA)
    let sideB = SideCoverage(b, alignment.kindsOfB)
    coverageLarger = max(sideA.coverage, sideB.coverage)
    coverageSmaller = min(sideA.coverage, sideB.coverage)
    reportingShare = max(sideA.reporting, sideB.reporting)
    narrationShare = max(sideA.narrationShare, sideB.narrationShare)
    openingLarger = max(sideA.opening, sideB.opening)
    openingSmaller = min(sideA.opening, sideB.opening)
  }

  /// The words of narration that make a run long; shorter ones happen in independent reports.
  private static let longRun = 8

  private mutating func measureRuns(_ alignment: Alignment) {
    for tile in alignment.tiles {
      let narration = tile.rangeInA.count { alignment.kindsOfA[$0] == .narrative }
      if narration >= Self.longRun { narrationRuns += 1 }
    }
  }

  /// What is added to the facts that are stated, so that few of them prove little: the weight of
  /// about ten names.
  private static let doubt = 60.0

  private mutating func measureFacts(_ a: ReadDocument, _ b: ReadDocument) {
    let common = Double(a.facts.common(with: b.facts).weight)
    let fewer = Double(min(a.facts.total, b.facts.total))
    let all = Double(a.facts.total) + Double(b.facts.total) - common
    factsOfFewer = common / (fewer + Self.doubt)
    factsOfAll = common / (all + Self.doubt)
    let figures = a.figures.common(with: b.figures).count
    let smaller = min(a.figures.count, b.figures.count)
    commonFigures = Double(figures)
    figureShare = smaller == 0 ? 0 : Double(figures) / Double(smaller)
  }

  private mutating func measurePublication(_ a: ReadDocument, _ b: ReadDocument) {
    if let first = a.date, let second = b.date {
      daysApart = Double(abs(first.day - second.day))
    } else {
      dateIsUnknown = 1
    }
    sameHouse = a.house != nil && a.house == b.house ? 1 : 0
    namesHouse = sameHouse == 0 && (a.names(houseOf: b) || b.names(houseOf: a)) ? 1 : 0
  }
}

/// How much of one document is shared.
private struct SideCoverage {
  var coverage = 0.0
  var reporting = 0.0
  var narrationShare = 0.0
  var opening = 0.0

  /// The words of a text that are its opening.
  private static let openingWords = 90
  /// What is added to the narration, so that a text that is all quotation is not copied for the
  /// one attribution it shares.
  private static let doubt = 20

  init(_ reading: Reading, _ kinds: [Passage.Kind?]) {
    var (narration, shared, reported, openingShared) = (0, 0, 0, 0)
    for word in 0..<reading.count {
      if reading.isNarration(word) { narration += 1 }
      guard let kind = kinds[word] else { continue }
      shared += 1
      guard kind == .narrative else { continue }
      reported += 1
      if word < Self.openingWords { openingShared += 1 }
    }
    coverage = Self.share(shared, of: reading.count)
    reporting = Self.share(reported, of: reading.count)
    narrationShare = min(1, Self.share(reported, of: narration + Self.doubt))
    opening = Self.share(openingShared, of: min(Self.openingWords, reading.count))
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
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
    Measure(name: "text shared") { $0.coverageLarger },
    Measure(name: "reporting shared, of the text") { $0.reportingShare },
    Measure(name: "reporting shared, of the own") { $0.narrationShare },
    Measure(name: "long runs of reporting") { Double.log(onePlus: $0.narrationRuns) },
    Measure(name: "text shared with a house that is named") { $0.namesHouse * $0.coverageLarger },
    Measure(name: "opening shared") { $0.openingLarger },
    Measure(name: "order kept beyond chance") { $0.orderKept },
    Measure(name: "facts shared, of the fewer") { $0.factsOfFewer },
    Measure(name: "facts shared, of all") { $0.factsOfAll },
    Measure(name: "days apart") { Double.log(onePlus: $0.daysApart) },
    Measure(name: "days apart in one house") { $0.sameHouse * Double.log(onePlus: $0.daysApart) },
  ]
}
