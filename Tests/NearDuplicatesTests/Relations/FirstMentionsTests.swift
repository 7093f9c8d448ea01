import Testing

@testable import NearDuplicates

/// Distinct words where they stand first.
@Suite struct FirstMentionsTests {
  private static func reading(_ words: Int, _ random: inout SplitMix) -> Reading {
    var reader = TextReader(profile: .empty)
    return reader.read((0..<words).map { _ in "w\(random.next() % 40)" }.joined(separator: " "))
  }

  /// A word that two readings have, and where.
  private struct Common: Hashable {
    var weight: Float
    var inA: Int
    var inB: Int
  }

  /// What the naive twin says: each word of one is looked for in the other from the front.
  private static func common(_ a: Reading, _ b: Reading) -> Set<Common> {
    var common: Set<Common> = []
    for (inA, stem) in a.stems.enumerated() where a.stems.firstIndex(of: stem) == inA {
      guard let inB = b.stems.firstIndex(of: stem) else { continue }
      common.insert(Common(weight: min(a.weights[inA], b.weights[inB]), inA: inA, inB: inB))
    }
    return common
  }

  @Test func commonIsWhatASearchFromTheFrontFinds() {
    var random = SplitMix(seed: 5)
    for round in 0..<40 {
      let (a, b) = (Self.reading(round, &random), Self.reading(30, &random))
      let mentions = FirstMentions((0..<a.count).shuffled(using: &random), of: a)
      var found: [Common] = []
      mentions.forEachCommon(with: FirstMentions(0..<b.count, of: b)) {
        found.append(Common(weight: $0, inA: $1, inB: $2))
      }
      #expect(Set(found) == Self.common(a, b) && Set(found).count == found.count, "round \(round)")
    }
  }

  @Test func wordsOfOthersAreLeftOut() {
    var random = SplitMix(seed: 6)
    for round in 0..<40 {
      let reading = Self.reading(30, &random)
      let others = FirstMentions(0..<round % 30, of: reading)
      let rest = FirstMentions(0..<reading.count, of: reading, without: others)
      let expected = Set(reading.stems).subtracting(reading.stems.prefix(round % 30))
      #expect(rest.count == expected.count, "round \(round)")
      #expect(others.count + rest.count == Set(reading.stems).count, "round \(round)")
    }
  }

  @Test func theTotalIsThatOfTheDistinctWords() {
    var reader = TextReader(profile: .empty)
    let once = reader.read("Winnow paid crowns")
    let twice = reader.read("Winnow paid crowns, Winnow paid crowns")
    let all = FirstMentions(0..<once.count, of: once)
    #expect(all.total > 0)
    #expect(all.total == FirstMentions(0..<twice.count, of: twice).total)
  }
}
