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
  /// The share of what is told that is answered in the same order.
  var orderedLarger = 0.0
  var orderedSmaller = 0.0
  var o15L = 0.0, o15S = 0.0, o30L = 0.0, o30S = 0.0, a2L = 0.0, a2S = 0.0, meanL = 0.0, meanS = 0.0
  var ordL = 0.0, ordS = 0.0
  var ownFig = 0.0, ownRare = 0.0, stemShare = 0.0, stemJ = 0.0
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
    let figures = SharedVocabulary(a, b) { reading, word in
      reading.flags[word].contains(.figure)
        && reading.flags[word].isDisjoint(with: [.quoted, .boilerplate])
    }
    commonFigures = Double(figures.common)
    figureShare = figures.share
    let rare = SharedVocabulary(a, b) { reading, word in
      reading.weights[word] >= reading.rareWeight && !reading.flags[word].contains(.figure)
        && reading.flags[word].isDisjoint(with: [.quoted, .boilerplate])
    }
    commonRareWords = Double(rare.common)
    rareWordShare = rare.share
    let all = SharedVocabulary(a, b, stems: true) { reading, word in
      reading.weights[word] >= 1 && reading.flags[word].isDisjoint(with: [.quoted, .boilerplate])
    }
    stemShare = all.share; stemJ = all.jaccard
    ownFig = Double(figures.own); ownRare = Double(rare.own)
  }

  private mutating func measureSentences(_ sentences: SentenceMatching) {
    let ofA = { SentenceMatching.coverage(of: sentences.lengthsOfA, by: sentences.answersToA, from: $0) }
    let ofB = { SentenceMatching.coverage(of: sentences.lengthsOfB, by: sentences.answersToB, from: $0) }
    answeredLarger = max(ofA(0.5), ofB(0.5))
    answeredSmaller = min(ofA(0.5), ofB(0.5))
    looselyAnsweredLarger = max(ofA(0.3), ofB(0.3))
    let orderA = { SentenceMatching.orderedCoverage(of: sentences.lengthsOfA, by: sentences.answersToA, from: $0) }
    let orderB = { SentenceMatching.orderedCoverage(of: sentences.lengthsOfB, by: sentences.answersToB, from: $0) }
    orderedLarger = max(orderA(0), orderB(0)); orderedSmaller = min(orderA(0), orderB(0))
    o15L = max(orderA(0.15), orderB(0.15)); o15S = min(orderA(0.15), orderB(0.15))
    o30L = max(orderA(0.3), orderB(0.3)); o30S = min(orderA(0.3), orderB(0.3))
    a2L = max(ofA(0.2), ofB(0.2)); a2S = min(ofA(0.2), ofB(0.2))
    let qA = SentenceMatching.order(of: sentences.answersToA), qB = SentenceMatching.order(of: sentences.answersToB)
    ordL = max(qA, qB); ordS = min(qA, qB)
    func mean(_ l: [Float], _ a: [SentenceMatching.Answer]) -> Double { let t = l.reduce(0, +); return t == 0 ? 0 : Double(zip(l, a).reduce(Float(0)) { $0 + $1.0 * $1.1.similarity } / t) }
    let mA = mean(sentences.lengthsOfA, sentences.answersToA), mB = mean(sentences.lengthsOfB, sentences.answersToB)
    meanL = max(mA, mB); meanS = min(mA, mB)
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
private struct SharedVocabulary {
  let common: Int
  let share: Double
  let jaccard: Double
  let own: Int

  init(_ a: Reading, _ b: Reading, stems: Bool = false, where matches: (Reading, Int) -> Bool) {
    let left = Self.distinct(a, stems, where: matches)
    let right = Self.distinct(b, stems, where: matches)
    var (i, j, count) = (0, 0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] { count += 1 }
      let step = left[i] <= right[j]
      if right[j] <= left[i] { j += 1 }
      if step { i += 1 }
    }
    common = count
    let smaller = min(left.count, right.count)
    own = smaller - count
    jaccard = Double(count) / Double(max(1, left.count + right.count - count))
    share = smaller == 0 ? 0 : Double(count) / Double(smaller)
  }

  private static func distinct(
    _ reading: Reading, _ stems: Bool, where matches: (Reading, Int) -> Bool
  ) -> [UInt32] {
    var words: [UInt32] = []
    for word in 0..<reading.count where matches(reading, word) { words.append(stems ? reading.stems[word] : reading.words[word]) }
    words.sort()
    var kept = 0
    for index in words.indices where kept == 0 || words[index] != words[kept - 1] {
      words[kept] = words[index]
      kept += 1
    }
    return Array(words[..<kept])
  }
}
