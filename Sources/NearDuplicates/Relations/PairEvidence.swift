import RealModule

/// What two documents show when their texts are laid side by side: the measures that the score is
/// made of.
///
/// "Larger" and "smaller" name the document of which more, or less, is shared.
package struct PairEvidence: Sendable, Equatable {
  /// The share of the document's words that is shared, whatever they are.
  var coverageLarger = 0.0
  var coverageSmaller = 0.0
  /// The share of the document's words that is shared narration, of the document of which more is.
  var reportingShare = 0.0
  /// Shared runs with 8 and more words of narration.
  var narrationRuns = 0.0
  /// How far the answers to the sentences keep their order beyond chance, in the document where
  /// they do less.
  var orderKept = 0.0
  /// What both state of names and figures, as a share of what the one with fewer states.
  var factsOfFewer = 0.0
  /// The same as a share of what either states.
  var factsOfAll = 0.0
  /// Figures inside shared runs.
  var keptFigures = 0.0
  /// Figures that stand between two shared runs in place of others.
  var changedFigures = 0.0
  /// Whole days between the dates; 0 where one is unknown.
  var daysApart = 0.0
  var dateIsUnknown = 0.0
  /// Whether both are of one house.
  var sameHouse = 0.0
  /// Whether one names the house of the other.
  var namesHouse = 0.0
}

extension PairEvidence {
  /// Whether one form was filled twice, on different days, with different figures: daily case
  /// counts, market closes, fixtures.
  ///
  /// An edited report keeps most of its figures: in 40 labelled pairs none has three figures
  /// changed, in a rewrite in other units five are changed and eighteen kept. A form that makes
  /// up less than three tenths of both texts is furniture.
  var isTemplate: Bool {
    changedFigures >= 3 && changedFigures * 2 >= keptFigures && daysApart >= 1
      && coverageLarger >= 0.3
  }

  /// The days that stand for an unknown gap within one house, which re-uses its background.
  private static let unknownGap = 2.0

  /// Days apart within one house; 0 for two houses.
  private var daysApartInHouse: Double {
    sameHouse * (dateIsUnknown == 1 ? Self.unknownGap : daysApart)
  }

  /// Measures two documents.
  init(
    _ a: ReadDocument, _ b: ReadDocument, alignment: Alignment, sentences: SentenceMatching
  ) {
    measureCoverage(a.reading, b.reading, alignment)
    measureRuns(alignment)
    measureFigures(a.reading, b.reading, alignment.tiles)
    measureFacts(a, b)
    orderKept = min(sentences.orderOfAnswersToA, sentences.orderOfAnswersToB)
    measurePublication(a, b)
  }

  private mutating func measureCoverage(_ a: Reading, _ b: Reading, _ alignment: Alignment) {
    let sideA = SideCoverage(a, alignment.kindsOfA)
    let sideB = SideCoverage(b, alignment.kindsOfB)
    coverageLarger = max(sideA.coverage, sideB.coverage)
    coverageSmaller = min(sideA.coverage, sideB.coverage)
    reportingShare = max(sideA.reporting, sideB.reporting)
  }

  /// The words of narration that make a run long; shorter ones happen in independent reports.
  private static let longRun = 8

  private mutating func measureRuns(_ alignment: Alignment) {
    for tile in alignment.tiles {
      let narration = tile.rangeInA.count { alignment.kindsOfA[$0] == .narrative }
      if narration >= Self.longRun { narrationRuns += 1 }
    }
  }

  /// The most words between two runs of one form: "18,129 new infections and 120".
  private static let widestBlank = 6

  private mutating func measureFigures(_ a: Reading, _ b: Reading, _ tiles: [Tile]) {
    for tile in tiles { keptFigures += Double(Self.figures(tile.rangeInA, a).count) }
    for (tile, next) in zip(tiles, tiles.dropFirst()) {
      let blankA = next.a - tile.rangeInA.upperBound
      let blankB = next.b - tile.rangeInB.upperBound
      guard 1...Self.widestBlank ~= blankA, 1...Self.widestBlank ~= blankB else { continue }
      let inA = Self.figures(tile.rangeInA.upperBound..<next.a, a)
      let inB = Self.figures(tile.rangeInB.upperBound..<next.b, b)
      guard !inA.contains(where: inB.contains) else { continue }
      changedFigures += Double(min(inA.count, inB.count))
    }
  }

  private static func figures(_ range: Range<Int>, _ reading: Reading) -> [UInt32] {
    range.filter { reading.flags[$0].contains(.figure) }.map { reading.words[$0] }
  }

  /// What is added to the facts that are stated, so that few of them prove little: the weight of
  /// about ten names.
  private static let doubt = 60.0

  /// The length of a text in which a fact stands by luck as often as its weight says.
  ///
  /// In ten times the words it stands ten times as often, and proves less by the logarithm of ten.
  private static let usualWords = 1000.0

  private mutating func measureFacts(_ a: ReadDocument, _ b: ReadDocument) {
    let longer = Double(max(a.reading.count, b.reading.count))
    let luck = Float(Double.log(max(1, longer / Self.usualWords)))
    let common = Double(a.facts.common(with: b.facts, less: luck).weight)
    let fewer = Double(min(a.facts.total, b.facts.total))
    let all = Double(a.facts.total) + Double(b.facts.total) - common
    factsOfFewer = common / (fewer + Self.doubt)
    factsOfAll = common / (all + Self.doubt)
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
  /// The share of all words.
  let coverage: Double
  /// The share of words that is shared narration.
  let reporting: Double

  /// What is added to the words of a text, so that a brief of thirty words is not taken for a copy
  /// for the eight it shares.
  private static let doubt = 20

  init(_ reading: Reading, _ kinds: [Passage.Kind?]) {
    let shared = kinds.count { $0 != nil }
    let reported = kinds.count { $0 == .narrative }
    coverage = Double(shared) / Double(max(1, reading.count))
    reporting = Double(reported) / Double(reading.count + Self.doubt)
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
    Measure(name: "reporting shared") { $0.reportingShare },
    Measure(name: "long runs of reporting") { Double.log(onePlus: $0.narrationRuns) },
    Measure(name: "text shared with a house that is named") { $0.namesHouse * $0.coverageLarger },
    Measure(name: "order kept beyond chance") { $0.orderKept },
    Measure(name: "facts shared, of the fewer") { $0.factsOfFewer },
    Measure(name: "facts shared, of all") { $0.factsOfAll },
    Measure(name: "days apart") { Double.log(onePlus: $0.daysApart) },
    Measure(name: "days apart in one house") { Double.log(onePlus: $0.daysApartInHouse) },
  ]
}
