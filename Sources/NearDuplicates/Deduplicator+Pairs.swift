/// What the verification makes of a pair, with every measure that a score may be made of.
package struct PairVerdict: Sendable {
  /// How the two are related, or nil where they share nothing that makes a relation.
  package var relation: Relation?
  /// The confidence that both carry the same report, 0 to 1, rounded to 4 decimals.
  package var score: Double
  /// The measures in the order of ``PairEvidence/measures``.
  package var measures: [Double]
}

extension Deduplicator {
  /// How many pairs a task takes at a time.
  private static let pairsAtATime = 32

  /// Judges pairs of a collection, whether or not a channel would propose them.
  ///
  /// - Parameters:
  ///   - pairs: indices into the documents, whichever of the two is the earlier.
  ///   - documents: the collection.
  /// - Returns: a verdict for each pair, in the order of the pairs.
  package func judge(
    _ pairs: [(one: Int, other: Int)], of documents: [Document]
  ) async -> [PairVerdict] {
    let starts = Array(stride(from: 0, to: pairs.count, by: Self.pairsAtATime))
    let batches = await mapInOrder(starts, tasks: settings.threads) { start in
      let end = min(start + Self.pairsAtATime, pairs.count)
      var judge = PairJudge(profile: profile ?? .empty, scoring: settings.preset.scoring)
      return pairs[start..<end].map { judge.verdict(documents[$0.one], documents[$0.other]) }
    }
    return batches.flatMap { $0 }
  }
}

/// Reads and verifies pairs one after the other.
private struct PairJudge {
  private var reader: TextReader
  private var verifier: Verifier

  init(profile: Profile, scoring: Verifier.Scoring) {
    reader = TextReader(profile: profile)
    verifier = Verifier(scoring: scoring)
  }

  mutating func verdict(_ one: Document, _ other: Document) -> PairVerdict {
    let (a, b) = other.precedes(one) ? (other, one) : (one, other)
    let first = ReadDocument(a, reader: &reader)
    let second = ReadDocument(b, reader: &reader)
    let verdict = verifier.verdict(first, second)
    return PairVerdict(
      relation: verdict.relation, score: verdict.score,
      measures: PairEvidence.measures.map { $0.value(verdict.evidence) })
  }
}
