import Testing

@testable import NearDuplicates

struct FineSieveTests {
  private static let one = words(400, seed: 1)
  private static let other = words(500, seed: 2)

  private static func words(_ count: Int, seed: UInt64) -> [String] {
    var random = SplitMix(seed: seed)
    return (0..<count).map { _ in Editing.word(&random) + Editing.word(&random) }
  }

  /// Whether a pair of texts passes, of which the later begins with so many words of the earlier.
  private func passes(
    common: Int, lengths: (Int, Int) = (400, 500), publications: [Publication]? = nil,
    _ change: (inout Candidate) -> Void = { _ in }
  ) -> Bool {
    let earlier = Self.one.prefix(lengths.0)
    let later = (earlier.prefix(common) + Self.other).prefix(lengths.1)
    let digests = Digests(of: [earlier, later].map { $0.joined(separator: " ") })
    var candidate = Candidate(
      pair: PairKey(0, 1), fingerprints: 5, boilerplate: 0, similarity: 0.1, rareWords: 0,
      rareShare: 0)
    change(&candidate)
    let sieve = FineSieve(
      digests: digests, publications: publications ?? [Publication(day: 3), Publication(day: 3)])
    let passing = sieve.passing([candidate])
    #expect(passing.isEmpty || passing == [PairKey(0, 1)])
    return !passing.isEmpty
  }

  @Test func `copies share a good part of the shorter text's shingles`() {
    #expect(passes(common: 90))
    #expect(!passes(common: 40))
  }

  @Test func `rewrites share rare words`() {
    #expect(passes(common: 0) { ($0.rareWords, $0.rareShare) = (9, 0.45) })
    #expect(passes(common: 0) { ($0.rareWords, $0.rareShare) = (37, 0.27) })
    #expect(!passes(common: 0) { ($0.rareWords, $0.rareShare) = (9, 0.3) })
  }

  @Test func `short texts are read`() {
    #expect(passes(common: 0, lengths: (200, 500)))
    #expect(passes(common: 0, lengths: (400, 200)))
  }

  @Test func `boilerplate alone must be nearly all`() {
    #expect(!passes(common: 200) { $0.fingerprints = 0 })
    #expect(passes(common: 200) { ($0.fingerprints, $0.similarity) = (0, 0.6) })
  }

  @Test func `what a house uses again days later must be more`() {
    func days(_ one: Int?, _ other: Int?) -> [Publication] {
      [Publication(day: one, house: 7), Publication(day: other, house: 7)]
    }
    #expect(FineSieve.editingDays == RelationRules.versionDays)
    #expect(passes(common: 90, publications: days(3, 6)))
    #expect(passes(common: 90, publications: days(3, nil)))
    #expect(!passes(common: 90, publications: days(3, 7)))
    #expect(passes(common: 200, publications: days(3, 7)))
  }
}
