/// What the texts of two documents say about the pair.
package struct Verdict: Sendable {
  /// How the two are related, or nil where they share nothing that makes a relation.
  package var relation: Relation?
  /// The confidence that both carry the same report, 0 to 1, rounded to 4 decimals.
  package var score: Double
  /// Whether the words that both share are enough for the same report.
  package var isCopied: Bool
  /// What the score was made of.
  package var evidence: PairEvidence
  /// What the texts share word for word.
  let alignment: Alignment
  /// Which sentence answers which.
  let sentences: SentenceMatching
}

/// Verifies candidates on their texts.
///
/// A verifier keeps buffers from pair to pair; each task has its own.
package struct Verifier {
  /// What scores are made by.
  package enum Scoring: Sendable {
    /// By the model of all the evidence.
    case evidence
    /// By the Jaccard similarity of the 5-word shingles.
    case jaccard
  }

  private let model = ScoreModel.wire
  private let scoring: Scoring
  private var tiling = Tiling()
  private var shingler = TextShingler()
  private var sourceNames = KnownSourceNames()

  /// Creates a verifier.
  package init(scoring: Scoring) {
    self.scoring = scoring
  }

  /// Judges two documents, of which the first is the earlier.
  ///
  /// Complexity: O(*n* + *m*) for texts of *n* and *m* words that repeat themselves little.
  package mutating func verdict(_ a: ReadDocument, _ b: ReadDocument) -> Verdict {
    let alignment = Alignment(a.reading, b.reading, tiling: &tiling)
    let sentences = SentenceMatching(
      a.reading, b.reading, a.telling, b.telling, alignment)
    let evidence = PairEvidence(
      a, b, alignment: alignment, sentences: sentences, sourceNames: &sourceNames)
    let isIdentical = a.identity == b.identity && a.identity != 0
    let score = isIdentical ? 1 : rawScore(a, b, evidence).roundedScore
    return Verdict(
      relation: relation(a, b, alignment, evidence, score, isIdentical: isIdentical),
      score: score, isCopied: isIdentical || isCopied(evidence),
      evidence: evidence, alignment: alignment,
      sentences: sentences)
  }

  private func relation(
    _ a: ReadDocument, _ b: ReadDocument, _ alignment: Alignment, _ evidence: PairEvidence,
    _ score: Double, isIdentical: Bool
  ) -> Relation? {
    switch scoring {
    case .evidence where isIdentical: return .identical
    case .evidence:
      let isShorterA = a.reading.count <= b.reading.count
      let shorter = isShorterA ? alignment.kindsOfA : alignment.kindsOfB
      return RelationRules.relation(of: evidence, score: score, words: SharedWords(shorter))
    case .jaccard:
      return RelationRules.relation(
        ofJaccard: score, isIdentical: isIdentical, isOneHouse: evidence.sameHouse == 1,
        daysApart: evidence.dateIsUnknown == 1 ? nil : Int(evidence.daysApart))
    }
  }

  private mutating func rawScore(
    _ a: ReadDocument, _ b: ReadDocument, _ evidence: PairEvidence
  ) -> Double {
    switch scoring {
    case .evidence: model.score(evidence)
    case .jaccard: shingler.overlap(a.text, b.text).jaccard
    }
  }

  /// Jaccard similarity counts nothing but words.
  private func isCopied(_ evidence: PairEvidence) -> Bool {
    switch scoring {
    case .evidence: model.isCopied(evidence)
    case .jaccard: true
    }
  }

  // MARK: Details

  /// What a record tells of two documents.
  package mutating func measures(
    _ a: ReadDocument, _ b: ReadDocument, _ verdict: Verdict
  ) -> Measures {
    let overlap = shingler.overlap(a.text, b.text)
    let isShorterA = a.reading.count <= b.reading.count
    let words = SharedWords(isShorterA ? verdict.alignment.kindsOfA : verdict.alignment.kindsOfB)
    return Measures(
      jaccard: overlap.jaccard, containmentA: overlap.containmentA,
      containmentB: overlap.containmentB, sharedWords: words.all, narrativeWords: words.narrative,
      quotedWords: words.quoted, boilerplateWords: words.boilerplate,
      longestRun: verdict.alignment.tiles.map(\.count).max() ?? 0,
      daysApart: verdict.evidence.dateIsUnknown == 1 ? nil : Int(verdict.evidence.daysApart))
  }

  /// The stretches that two documents share.
  package func passages(_ a: ReadDocument, _ b: ReadDocument, _ verdict: Verdict) -> [Passage] {
    verdict.alignment.passages(a.reading, b.reading)
  }

  /// Everything that is known about the pair.
  package mutating func comparison(
    _ a: ReadDocument, _ b: ReadDocument, _ verdict: Verdict
  ) -> Comparison {
    Comparison(
      relation: verdict.relation, score: verdict.score, measures: measures(a, b, verdict),
      passages: passages(a, b, verdict), paragraphsOfA: a.reading.paragraphRanges,
      paragraphsOfB: b.reading.paragraphRanges,
      links: ParagraphLinks.links(
        a.reading, b.reading, alignment: verdict.alignment, sentences: verdict.sentences),
      evidence: model.explain(verdict.evidence))
  }
}

extension TextShingler {
  /// Compares two texts as sets of shingles.
  fileprivate mutating func overlap(_ a: String, _ b: String) -> ShingleOverlap {
    let shinglesOfA = shingles(of: a)
    return ShingleOverlap(shinglesOfA, shingles(of: b))
  }
}
