import RealModule

/// What two documents show when their texts are laid side by side: the measures that the score is
/// made of.
///
/// "Larger" and "smaller" name the document of which more, or less, is shared.
package struct PairEvidence: Sendable, Equatable {
  /// The share of the document's own narration, neither quoted nor boilerplate, that is shared.
  var narrationShareLarger = 0.0
  var narrationShareSmaller = 0.0
  /// Shared words of narration.
  var narrationWords = 0.0
  /// Words of the longest run of narration.
  var longestNarration = 0.0
  /// Runs with 8 and more words of narration.
  var narrationRuns = 0.0
  /// Runs of 8 and more words that go over a quotation mark in both documents.
  var crossingRuns = 0.0
  /// The share of the common words that is quoted.
  var quotedShare = 0.0
  /// The share of the common words that is boilerplate.
  var boilerplateShare = 0.0
  /// The share of the document's words that is shared, whatever they are.
  var coverageLarger = 0.0
  var coverageSmaller = 0.0
  /// The share of the document's first 90 words that is shared.
  var openingLarger = 0.0
  var openingSmaller = 0.0
  /// Figures that both have, and their share of the smaller set.
  var commonFigures = 0.0
  var figureShare = 0.0
  /// Rare words that both have, and their share of the smaller set.
  var commonRareWords = 0.0
  var rareWordShare = 0.0
  /// The share of the document's narration whose sentences are answered.
  var answeredLarger = 0.0
  var answeredSmaller = 0.0
  /// The same at a lower similarity.
  var looselyAnsweredLarger = 0.0
  /// How much of what is answered keeps the order of the facts.
  var order = 0.0
  /// Whole days between the dates; 0 where one is unknown.
  var daysApart = 0.0
  var dateIsUnknown = 0.0
  var sameHouse = 0.0
  /// The share of the shorter title's telling words that the other title has.
  var titleShare = 0.0
  /// Whether both credit the same agency.
  var sameAgency = 0.0
  /// Words of the shorter document.
  var shorterWords = 0.0
}

extension PairEvidence {
  private static let openingWords = 90
  private static let longRun = 8

  /// Measures two documents.
  init(
    _ a: ReadDocument, _ b: ReadDocument, alignment: Alignment, sentences: SentenceMatching
  ) {
    measureCoverage(a.reading, b.reading, alignment)
    measureRuns(a.reading, b.reading, alignment)
    measureWords(a.reading, b.reading)
    measureSentences(sentences)
    measurePublication(a, b)
    shorterWords = Double(min(a.reading.count, b.reading.count))
  }

  private mutating func measureCoverage(_ a: Reading, _ b: Reading, _ alignment: Alignment) {
    let sideA = SideCoverage(a, alignment.kindsOfA, opening: Self.openingWords)
    let sideB = SideCoverage(b, alignment.kindsOfB, opening: Self.openingWords)
    narrationShareLarger = max(sideA.narrationShare, sideB.narrationShare)
    narrationShareSmaller = min(sideA.narrationShare, sideB.narrationShare)
    narrationWords = Double(min(sideA.narrationShared, sideB.narrationShared))
    coverageLarger = max(sideA.coverage, sideB.coverage)
    coverageSmaller = min(sideA.coverage, sideB.coverage)
    openingLarger = max(sideA.opening, sideB.opening)
    openingSmaller = min(sideA.opening, sideB.opening)
    let side = a.count <= b.count ? sideA : sideB
    quotedShare = side.shared == 0 ? 0 : Double(side.quoted) / Double(side.shared)
    boilerplateShare = side.shared == 0 ? 0 : Double(side.boilerplate) / Double(side.shared)
  }

  private mutating func measureRuns(_ a: Reading, _ b: Reading, _ alignment: Alignment) {
    for tile in alignment.tiles {
      let narration = tile.rangeInA.count { alignment.kindsOfA[$0] == .narrative }
      longestNarration = max(longestNarration, Double(narration))
      if narration >= Self.longRun { narrationRuns += 1 }
      if tile.count >= Self.longRun, Self.crossesMark(tile.rangeInA, a),
        Self.crossesMark(tile.rangeInB, b)
      {
        crossingRuns += 1
      }
    }
  }

  private static func crossesMark(_ range: Range<Int>, _ reading: Reading) -> Bool {
    let first = reading.flags[range.lowerBound].contains(.quoted)
    return range.contains { reading.flags[$0].contains(.quoted) != first }
  }

  private mutating func measureWords(_ a: Reading, _ b: Reading) {
    let figures = CommonWords(a, b) { reading, word in
      reading.flags[word].contains(.figure)
        && reading.flags[word].isDisjoint(with: [.quoted, .boilerplate])
    }
    commonFigures = Double(figures.common)
    figureShare = figures.share
    let rare = CommonWords(a, b) { reading, word in
      reading.weights[word] >= reading.rareWeight && !reading.flags[word].contains(.figure)
        && reading.flags[word].isDisjoint(with: [.quoted, .boilerplate])
    }
    commonRareWords = Double(rare.common)
    rareWordShare = rare.share
  }

  private mutating func measureSentences(_ sentences: SentenceMatching) {
    let ofA = { SentenceMatching.coverage(of: sentences.lengthsOfA, by: sentences.answersToA, from: $0) }
    let ofB = { SentenceMatching.coverage(of: sentences.lengthsOfB, by: sentences.answersToB, from: $0) }
    answeredLarger = max(ofA(0.5), ofB(0.5))
    answeredSmaller = min(ofA(0.5), ofB(0.5))
    looselyAnsweredLarger = max(ofA(0.3), ofB(0.3))
    order = sentences.order(from: 0.3)
  }

  private mutating func measurePublication(_ a: ReadDocument, _ b: ReadDocument) {
    if let first = a.date, let second = b.date {
      daysApart = Double(abs(first.day - second.day))
    } else {
      dateIsUnknown = 1
    }
    sameHouse = a.house != nil && a.house == b.house ? 1 : 0
    sameAgency = a.credits.isDisjoint(with: b.credits) ? 0 : 1
    let common = a.titleWords.count { b.titleWords.contains($0) }
    let shorter = min(a.titleWords.count, b.titleWords.count)
    titleShare = shorter == 0 ? 0 : Double(common) / Double(shorter)
  }
}

/// How much of one document is shared.
private struct SideCoverage {
  var shared = 0
  var quoted = 0
  var boilerplate = 0
  var narrationShared = 0
  var narrationShare = 0.0
  var coverage = 0.0
  var opening = 0.0

  init(_ reading: Reading, _ kinds: [Passage.Kind?], opening openingWords: Int) {
    var narration = 0
    var openingShared = 0
    for word in 0..<reading.count {
      if reading.flags[word].isDisjoint(with: [.quoted, .boilerplate]) { narration += 1 }
      guard let kind = kinds[word] else { continue }
      shared += 1
      switch kind {
      case .narrative: narrationShared += 1
      case .quotation: quoted += 1
      case .boilerplate: boilerplate += 1
      }
      if word < openingWords, kind == .narrative { openingShared += 1 }
    }
    narrationShare = min(1, Self.share(narrationShared, of: narration))
    coverage = Self.share(shared, of: reading.count)
    opening = Self.share(openingShared, of: min(openingWords, reading.count))
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }
}

/// The distinct words of a kind that two documents have in common.
private struct CommonWords {
  let common: Int
  let share: Double

  init(_ a: Reading, _ b: Reading, where matches: (Reading, Int) -> Bool) {
    let left = Self.distinct(a, where: matches)
    let right = Self.distinct(b, where: matches)
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { count += 1 }
      let step = left[i] <= right[j]
      if right[j] <= left[i] { j += 1 }
      if step { i += 1 }
    }
    common = count
    let smaller = min(left.count, right.count)
    share = smaller == 0 ? 0 : Double(count) / Double(smaller)
  }

  private static func distinct(
    _ reading: Reading, where matches: (Reading, Int) -> Bool
  ) -> [UInt32] {
    var words: [UInt32] = []
    for word in 0..<reading.count where matches(reading, word) { words.append(reading.words[word]) }
    words.sort()
    var kept = 0
    for index in words.indices where kept == 0 || words[index] != words[kept - 1] {
      words[kept] = words[index]
      kept += 1
    }
    return Array(words[..<kept])
  }
}
