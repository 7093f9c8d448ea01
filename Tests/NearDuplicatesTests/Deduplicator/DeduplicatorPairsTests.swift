import Testing

@testable import NearDuplicates

@Suite struct DeduplicatorPairsTests {
  private static let documents = (0..<9).map { number in
    Document(
      id: "\(number)",
      text: (1...30).map { "Line \($0) of story \(number % 3) by hand \(number)." }
        .joined(separator: " "),
      date: Timestamp(year: 2025, month: 1, day: 9 - number))
  }

  @Test func judgesAsCompareDoesInTheOrderOfThePairs() async {
    var deduplicator = Deduplicator()
    deduplicator.settings.threads = 3
    let pairs = (0..<9).flatMap { one in (0..<9).map { (one: one, other: $0) } }
      .filter { $0.one != $0.other }
    let verdicts = await deduplicator.judge(pairs, of: Self.documents)
    #expect(verdicts.count == pairs.count)
    for (pair, verdict) in zip(pairs, verdicts) {
      let comparison = deduplicator.compare(
        Self.documents[pair.one], Self.documents[pair.other])
      #expect(verdict.score == comparison.score)
      #expect(verdict.relation == comparison.relation)
      let measures = zip(PairEvidence.measures.map(\.name), verdict.measures)
      let known = Dictionary(measures) { first, _ in first }
      for piece in comparison.evidence { #expect(known[piece.name] == piece.value) }
    }
  }
}
