import RealModule

/// What two documents show when their texts are laid side by side: the measures that the score is
/// made of.
///
/// "Larger" and "smaller" name the document of which more, or less, is shared.
package struct PairEvidence: Sendable, Equatable {
  /// The share of the document's words, boilerplate left out, that is shared.
  var coverageLarger = 0.0
  var coverageSmaller = 0.0
  /// The larger one without the quotations that the profile knows of three and more houses, and with
  /// a doubt about short texts, which share a few words soon.
  var textShared = 0.0
  /// The share of the document's words that is shared narration, of the document of which more is.
  var reportingShare = 0.0
  /// The words of the longest stretch of narration that the other lacks, of the document where it
  /// is shorter: an edited state adds sentences here and there, a new story is told at length.
  var ownStretch = 0.0
  /// How many words of narration stand together where one is shared, on average over these words.
  var sharedRunLength = 0.0
  /// The share of the words that is quoted in common, with credit to the other and not widespread, of
  /// the document of which more is.
  var creditedQuotations = 0.0
  /// The words that one tells as a report and the other quotes, as a share of the shorter text: who
  /// quotes what another reports has it from there.
  var reportingQuoted = 0.0
  /// The words that one tells in the first person and the other quotes, likewise: a statement, a
  /// memo or a column that one prints whole.
  ///
  /// No more than what is not shared: a statement that is all that a text has is its report.
  var statementQuoted = 0.0
  /// The words that both tell in the first person, likewise: a statement that both print.
  var statementPrinted = 0.0
  /// How far quotations begin and end at the same words in both, where both have them; one half
  /// where there are none.
  var quotationsCutAlike = 0.5
  /// Gaps of a few words inside quotations that both have, in a hundred words of these.
  var quotationVariants = 0.0
  /// The words that are quoted in common.
  var quotedWords = 0.0
  /// The quoted words that the other lacks, of the document of which more is shared: who is derived
  /// from another's report hardly quotes anybody else.
  var ownQuotedWords = 0.0
  /// The share of the first sentence that is shared, in the document where it is less.
  var firstSentenceShared = 0.0
  /// How well the first sentences of one are answered in the other, in the document where they are
  /// less.
  var leadAnswered = 0.0
  /// How far the answers to the sentences keep their order beyond chance, in the document where
  /// they do less.
  var orderKept = 0.0
  /// What both state of names and figures outside of shared runs and not both in the lead, as a share
  /// of what the one with fewer states.
  var factsToldAnew = 0.0
  /// The rare words beside names and figures that both have outside of shared runs, as a share of
  /// those of the document with fewer.
  var rareWordsToldAnew = 0.0
  /// What the names tell that one has and the other lacks, of the document with less of them: who
  /// rewrites a report adds hardly a name, who reports has sources of their own.
  var ownNames = 0.0
  /// The share of a document's names that the other lacks, in the document where it is larger.
  var ownNamesShare = 0.0
  /// Figures inside shared runs.
  var keptFigures = 0.0
  /// Figures that stand between two shared runs in place of others.
  var changedFigures = 0.0
  /// Whether the titles are the same but for a year.
  var isOfAnotherYear = false
  /// Whole days between the dates; 0 where one is unknown.
  var daysApart = 0.0
  var dateIsUnknown = 0.0
  /// Whether both are of one house.
  var sameHouse = 0.0
}

extension PairEvidence {
  /// Whether one form was filled twice: with different figures on different days, as daily case
  /// counts, market closes and fixtures are, or under a title of another year.
  ///
  /// A form that makes up less than three tenths of both texts is furniture. Whose year is corrected
  /// within a day is no other filling.
  var isTemplate: Bool {
    (isFilledInAnotherYear || hasOtherFigures) && coverageLarger >= 0.3
  }

  /// Whether the titles tell two years, and neither mends the other.
  var isFilledInAnotherYear: Bool {
    isOfAnotherYear && (dateIsUnknown == 1 || daysApart >= 2)
  }

  /// Whether most figures of a form were changed from one day to another.
  ///
  /// An edited report keeps most of its figures: in 40 labelled pairs none has three figures
  /// changed, in a rewrite in other units five are changed and eighteen kept. Where the days are
  /// unknown, no figure may be kept: no copy among 1,900 labelled pairs has two changed and none
  /// kept.
  private var hasOtherFigures: Bool {
    if dateIsUnknown == 1 { return changedFigures >= 2 && keptFigures == 0 }
    return daysApart >= 1 && changedFigures >= 3 && changedFigures * 2 >= keptFigures
  }

  /// Measures two documents.
  init(
    _ a: ReadDocument, _ b: ReadDocument, alignment: Alignment, sentences: SentenceMatching,
    sourceNames: inout KnownSourceNames
  ) {
    measureCoverage(a, b, alignment)
    measureRuns(alignment)
    measureQuotations(SharedQuotations(a.reading, b.reading, alignment.tiles))
    measureFigures(a.reading, b.reading, alignment.tiles)
    measureFacts(a, b, alignment)
    measureRareWords(a, b, alignment)
    measureNames(a, b)
    // Few pairs share quotations of their own: only then are the texts searched for names.
    if creditedQuotations > 0, !a.names(sourceOf: b, &sourceNames),
      !b.names(sourceOf: a, &sourceNames)
    {
      creditedQuotations = 0
    }
    orderKept = min(sentences.orderOfAnswersToA, sentences.orderOfAnswersToB)
    leadAnswered = sentences.leadAnswered
    measurePublication(a, b)
  }

  private mutating func measureCoverage(
    _ a: ReadDocument, _ b: ReadDocument, _ alignment: Alignment
  ) {
    let sideA = SideCoverage(a.reading, alignment.kindsOfA)
    let sideB = SideCoverage(b.reading, alignment.kindsOfB)
    coverageLarger = max(sideA.coverage, sideB.coverage)
    coverageSmaller = min(sideA.coverage, sideB.coverage)
    textShared = max(sideA.textShared, sideB.textShared)
    reportingShare = max(sideA.reporting, sideB.reporting)
    creditedQuotations = max(sideA.privatelyQuoted, sideB.privatelyQuoted)
    quotedWords = sideA.quotedWords
    ownStretch = min(sideA.ownStretch, sideB.ownStretch)
    ownQuotedWords = (sideA.coverage >= sideB.coverage ? sideA : sideB).ownQuotedWords
    firstSentenceShared = min(sideA.firstSentence, sideB.firstSentence)
    let shorter = min(sideA.words, sideB.words) + Self.briefDoubt
    measureVoices(a, b, alignment, shorter: shorter)
  }

  /// Words that are added to the shorter text, so that a brief proves little.
  private static let briefDoubt = 20.0

  /// Tells who speaks in what both have, given the words of the shorter text.
  private mutating func measureVoices(
    _ a: ReadDocument, _ b: ReadDocument, _ alignment: Alignment, shorter: Double
  ) {
    var (toldByA, toldByB, toldByBoth) = (0.0, 0.0, 0.0)
    for tile in alignment.tiles {
      for offset in 0..<tile.count {
        let (word, other) = (tile.a + offset, tile.b + offset)
        guard alignment.kindsOfA[word] != .boilerplate else { continue }
        let isQuoted = (
          a.reading.flags[word].contains(.quoted), b.reading.flags[other].contains(.quoted)
        )
        switch isQuoted {
        case (false, true): toldByA += 1
        case (true, false): toldByB += 1
        case (false, false): toldByBoth += 1
        case (true, true): break
        }
      }
    }
    let statement = toldByA * a.firstPerson + toldByB * b.firstPerson
    let printed = toldByBoth * min(a.firstPerson, b.firstPerson)
    let unshared = 1 - coverageLarger
    reportingQuoted = (toldByA + toldByB - statement) / shorter
    statementQuoted = min(statement / shorter, unshared)
    statementPrinted = min(printed / shorter, unshared)
  }

  /// Words that are added to those of all runs, so that the only run of some words proves little.
  private static let runDoubt = 10.0

  private mutating func measureRuns(_ alignment: Alignment) {
    var (words, squares) = (0.0, 0.0)
    for tile in alignment.tiles {
      alignment.forEachStretch(of: tile) { run, kind in
        guard kind == .narrative else { return }
        words += Double(run.count)
        squares += Double(run.count * run.count)
      }
    }
    sharedRunLength = squares / (words + Self.runDoubt)
  }

  /// Words that are added to the quotations in common, so that one variant in a short one proves
  /// little.
  private static let variantDoubt = 50.0

  private mutating func measureQuotations(_ shared: SharedQuotations) {
    quotationsCutAlike = shared.cutAlikeShare
    quotationVariants = 100 * Double(shared.variants) / (quotedWords + Self.variantDoubt)
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

  private mutating func measureFacts(
    _ a: ReadDocument, _ b: ReadDocument, _ alignment: Alignment
  ) {
    let longer = Double(max(a.reading.count, b.reading.count))
    let luck = Float(Double.log(max(1, longer / Self.usualWords)))
    var common: Float = 0
    alignment.forEachToldAnew(a.facts, b.facts) { weight, inA, inB in
      guard inA >= a.leadEnd || inB >= b.leadEnd else { return }
      common += max(0, weight - luck)
    }
    let fewer = Double(min(a.facts.total, b.facts.total))
    factsToldAnew = Double(common) / (fewer + Self.doubt)
  }

  /// Words that are added to the rare ones of a document, so that a brief proves little.
  private static let rareWordDoubt = 10.0

  private mutating func measureRareWords(
    _ a: ReadDocument, _ b: ReadDocument, _ alignment: Alignment
  ) {
    var common = 0
    alignment.forEachToldAnew(a.rareWords, b.rareWords) { _, _, _ in common += 1 }
    let fewer = Double(min(a.rareWords.count, b.rareWords.count))
    rareWordsToldAnew = Double(common) / (fewer + Self.rareWordDoubt)
  }

  /// What is added to the names of a document, so that few of them prove little: the weight of
  /// four names.
  private static let nameDoubt = 20.0

  private mutating func measureNames(_ a: ReadDocument, _ b: ReadDocument) {
    let ownOfA = Double(a.names.weightMissing(from: b.reading.stems))
    let ownOfB = Double(b.names.weightMissing(from: a.reading.stems))
    ownNames = min(ownOfA, ownOfB)
    ownNamesShare = max(
      ownOfA / (Double(a.names.total) + Self.nameDoubt),
      ownOfB / (Double(b.names.total) + Self.nameDoubt))
  }

  private mutating func measurePublication(_ a: ReadDocument, _ b: ReadDocument) {
    if let first = a.date, let second = b.date {
      daysApart = Double(abs(first.day - second.day))
    } else {
      dateIsUnknown = 1
    }
    sameHouse = a.isOfHouse(of: b) ? 1 : 0
    isOfAnotherYear = a.title.isOfAnotherYear(than: b.title)
  }
}

extension Alignment {
  /// Calls a closure with the words that both documents have and mention first outside of shared runs:
  /// what each tells, and where it stands in either.
  fileprivate func forEachToldAnew(
    _ a: FirstMentions, _ b: FirstMentions, _ body: (Float, Int, Int) -> Void
  ) {
    a.forEachCommon(with: b) { weight, inA, inB in
      guard kindsOfA[inA] == nil, kindsOfB[inB] == nil else { return }
      body(weight, inA, inB)
    }
  }
}
