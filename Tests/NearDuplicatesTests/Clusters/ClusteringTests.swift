import Testing

@testable import NearDuplicates

struct ClusteringTests {
  /// A collection of documents of which some pairs match; counts what is verified on demand.
  private final class Matches {
    let scores: [PairKey: Double]
    /// Documents whose links are made by facts, not by words.
    let rewrites: Set<UInt32>
    private(set) var asked: [PairKey] = []

    init(_ scores: [PairKey: Double], rewrites: Set<UInt32> = []) {
      self.scores = scores
      self.rewrites = rewrites
    }

    func link(_ pair: PairKey) -> Clustering.Link? {
      guard let score = scores[pair], score >= 0.5 else { return nil }
      let isRewrite = rewrites.contains(pair.a) || rewrites.contains(pair.b)
      return Clustering.Link(
        pair: pair, relation: isRewrite ? .rewrite : .reprint, score: score, isCopied: !isRewrite)
    }

    func score(_ pair: PairKey) -> Double { scores[pair] ?? 0 }

    func verify(_ pair: PairKey) -> Clustering.Link? {
      asked.append(pair)
      return link(pair)
    }
  }

  private func groups(
    _ matches: Matches, known: [PairKey]? = nil, days: [Int?]
  ) -> [Clustering.Group] {
    let dates = days.map { day in
      day.map { Timestamp(seconds: Int64($0) * 86_400, hasTimeOfDay: false) }
    }
    var clustering = Clustering(
      dates: dates, verify: { matches.verify($0) }, score: { matches.score($0) })
    return clustering.groups((known ?? matches.scores.keys.sorted()).compactMap(matches.link))
  }

  private func matches(_ scores: [(UInt32, UInt32, Double)]) -> Matches {
    Matches(Dictionary(uniqueKeysWithValues: scores.map { (PairKey($0.0, $0.1), $0.2) }))
  }

  // MARK: Two documents

  /// Two that match nobody else become what they become beside a third that matches one of them too
  /// weakly to join.
  @Test(arguments: [(0, 1), (1, 0), (1, 1), (nil, 1), (1, nil), (nil, nil)] as [(Int?, Int?)])
  func `two documents are a cluster of the earlier one`(first: Int?, second: Int?) {
    for rewrites in [[], [1]] as [Set<UInt32>] {
      let days = [first, second, 5, 6]
      let pair = groups(Matches([PairKey(0, 1): 0.7], rewrites: rewrites), days: days)
      let among = groups(
        Matches([PairKey(0, 1): 0.7, PairKey(1, 2): 0.6, PairKey(2, 3): 0.9], rewrites: rewrites),
        days: days)
      #expect(pair == Array(among.prefix(1)))
      #expect(
        pair.first?.representative
          == (first == nil && second != nil || (first ?? 0) > (second ?? 9) ? 1 : 0))
    }
  }

  // MARK: No chaining

  @Test func `a chain of weak links is not one cluster`() {
    let chain = (0..<7 as Range<UInt32>).map { ($0, $0 + 1, 0.6) }
    let found = groups(matches(chain), days: Array(0..<8))
    #expect(found.allSatisfy { $0.members.count <= 3 })
    #expect(Set(found.flatMap(\.members)).count == found.flatMap(\.members).count)
    for group in found { #expect(isAround(oneCentreOf: group, chain)) }
  }

  private func isAround(
    oneCentreOf group: Clustering.Group, _ links: [(UInt32, UInt32, Double)]
  ) -> Bool {
    let pairs = Set(links.map { PairKey($0.0, $0.1) })
    return group.members.contains { centre in
      group.members.allSatisfy { $0 == centre || pairs.contains(PairKey(centre, $0)) }
    }
  }

  @Test func `one weak link does not join two tight clusters`() {
    var links: [(UInt32, UInt32, Double)] = [(3, 4, 0.55)]
    for base in [0, 4] as [UInt32] {
      for one in base..<base + 4 {
        for other in (one + 1)..<max(one + 1, base + 4) { links.append((one, other, 0.95)) }
      }
    }
    let found = groups(matches(links), days: Array(0..<8))
    #expect(found.map(\.members) == [[0, 1, 2, 3], [4, 5, 6, 7]])
  }

  @Test func `a weak match takes nobody away from a copy`() {
    // 3 matches the centre 0 weakly and 4 fully; 4 matches nobody else.
    let links: [(UInt32, UInt32, Double)] = [
      (0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.9), (0, 3, 0.6), (3, 4, 1),
    ]
    let found = groups(matches(links), days: Array(0..<5))
    #expect(found.map(\.members) == [[0, 1, 2], [3, 4]])
  }

  @Test func `a match that was verified on demand counts for whoever starts over`() {
    // 4 is reached through the core member 1, matches the centre 0 weakly on demand, and 5 fully.
    let all = matches([
      (0, 1, 0.9), (0, 2, 0.9), (0, 3, 0.9), (1, 4, 0.6), (0, 4, 0.6), (4, 5, 0.7),
    ])
    let known = all.scores.keys.sorted().filter { $0 != PairKey(0, 4) }
    let found = groups(all, known: known, days: Array(0..<6))
    #expect(all.asked.contains(PairKey(0, 4)))
    #expect(found.map(\.members) == [[0, 1, 2, 3], [4, 5]])
  }

  // MARK: Core

  @Test func `who matches a member of the core joins through it, who matches another does not`() {
    // 0 is the centre; 1 matches it strongly, 2 weakly; 3 matches 1 only, 4 matches 2 only.
    let links: [(UInt32, UInt32, Double)] = [
      (0, 1, 0.9), (0, 2, 0.6), (0, 5, 0.9), (0, 6, 0.9), (1, 3, 0.6), (2, 4, 0.6),
      (0, 3, 0.4), (0, 4, 0.4),
    ]
    let found = groups(matches(links), days: Array(0..<7))
    #expect(found.map(\.members) == [[0, 1, 2, 3, 5, 6]])
    #expect(found[0].links[3]?.pair == PairKey(1, 3))
  }

  @Test func `pairs that no channel proposed are verified with the centre`() {
    // A star with 0, of which the channels saw 0-1, 0-2, 0-3 and 3-4.
    let all = matches([(0, 1, 0.7), (0, 2, 0.7), (0, 3, 0.9), (0, 4, 0.7), (3, 4, 0.7)])
    let known = [PairKey(0, 1), PairKey(0, 2), PairKey(0, 3), PairKey(3, 4)]
    let found = groups(all, known: known, days: Array(0..<5))
    #expect(found.map(\.members) == [[0, 1, 2, 3, 4]])
    #expect(all.asked == [PairKey(0, 4)])
  }

  @Test(arguments: [50, 500, 2000])
  func `one story in many copies costs one verification a copy`(copies: Int) {
    // Every pair matches; each copy was proposed with the first and with its two neighbours.
    var scores: [PairKey: Double] = [:]
    for copy in 1..<UInt32(copies) {
      for step in [1, 2, copy] where copy >= step { scores[PairKey(copy, copy - step)] = 0.9 }
    }
    let matches = Matches(scores)
    let found = groups(matches, days: [Int?](repeating: 1, count: copies))
    #expect(found.map(\.members.count) == [copies])
    #expect(matches.asked.count <= copies)
    #expect(found[0].links.count == copies - 1)
  }

  // MARK: Representative

  @Test func `the representative is the earliest by date`() {
    let star = matches([(0, 1, 0.9), (1, 2, 0.9), (1, 3, 0.9), (0, 3, 0.6)])
    // Canonical order has dated documents first; 0 is the earliest though 1 is the centre.
    let found = groups(star, days: [3, 4, 5, nil])
    #expect(found.map(\.representative) == [0])
    #expect(found[0].links[0] == nil)
    #expect(found[0].links[1]?.pair == PairKey(0, 1))
    #expect(found[0].links[2]?.pair == PairKey(1, 2), "2 does not match the representative")
    #expect(found[0].links[3]?.pair == PairKey(0, 3), "who matches the representative joins by it")
  }

  @Test func `of equal dates, the one that most others match best`() {
    let links: [(UInt32, UInt32, Double)] = [
      (0, 1, 0.8), (0, 2, 0.8), (0, 3, 0.8), (1, 2, 0.9), (1, 3, 0.9), (2, 3, 0.85),
    ]
    for day in [nil, 7] as [Int?] {
      let found = groups(matches(links), days: [Int?](repeating: day, count: 4))
      #expect(found.map(\.representative) == [1])
    }
  }

  @Test func `of equal dates and matches, the first`() {
    let links = matches([(2, 5, 0.9), (2, 7, 0.9), (5, 7, 0.9)])
    let found = groups(links, days: [Int?](repeating: nil, count: 8))
    #expect(found.map(\.representative) == [2])
  }

  @Test func `a dated document stands before an undated one`() {
    let found = groups(matches([(0, 1, 0.9), (0, 2, 0.9), (1, 2, 0.95)]), days: [9, nil, nil])
    #expect(found.map(\.representative) == [0])
  }

  // MARK: Properties

  /// Random matches among a few stories and across them.
  private func randomMatches(_ documents: UInt32, _ random: inout SplitMix) -> Matches {
    var scores: [PairKey: Double] = [:]
    for one in 0..<documents {
      for other in (one + 1)..<max(one + 1, documents) {
        let isOneStory = one % 4 == other % 4
        guard Int.random(in: 0..<100, using: &random) < (isOneStory ? 50 : 4) else { continue }
        let score = Double(Int.random(in: 50...100, using: &random)) / 100
        scores[PairKey(one, other)] = score
      }
    }
    return Matches(scores)
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `holds for random matches, in whatever order they come`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let matches = randomMatches(24, &random)
    let known = matches.scores.keys.sorted().filter { _ in Bool.random(using: &random) }
    let days = (0..<24).map { $0 < 20 ? $0 / 3 : nil }
    let found = groups(matches, known: known, days: days)
    let shuffled = groups(matches, known: known.shuffled(using: &random), days: days)
    #expect(found == shuffled, "seed \(seed)")
    let members = found.flatMap(\.members)
    #expect(Set(members).count == members.count, "seed \(seed): a document is in two clusters")
    for group in found {
      #expect(group.members.count > 1 && group.members == group.members.sorted())
      #expect(Set(group.links.keys) == Set(group.members).subtracting([group.representative]))
      for (document, link) in group.links {
        let other = link.pair.a == document ? link.pair.b : link.pair.a
        #expect(PairKey(document, other) == link.pair && group.members.contains(other))
        #expect(matches.scores[link.pair] == link.score, "seed \(seed)")
      }
      let earliest = group.members.compactMap { days[Int($0)] }.min()
      #expect(days[Int(group.representative)] == earliest, "seed \(seed)")
    }
  }

  @Test func `no links, no clusters`() {
    #expect(groups(matches([]), days: [1, 2, 3]).isEmpty)
  }

  @Test(arguments: [(0.34, [[0, 1, 3]]), (0.36, [[0, 1, 2, 3]])] as [(Double, [[UInt32]])])
  func `who joins through the core is known to the centre`(score: Double, members: [[UInt32]]) {
    // 0 is the centre, for its match with 3; 2 matches 1 alone.
    let scores: [(UInt32, UInt32, Double)] = [
      (0, 1, 0.9), (0, 3, 0.9), (1, 2, 0.6), (0, 2, score),
    ]
    let found = groups(matches(scores), days: [0, 1, 2, 3])
    #expect(found.map(\.members) == members)
  }

  // MARK: Witnesses

  /// A report 0 with two copies, and a text 3 in other words that matches the report alone.
  private func rewrite(_ witnesses: [(UInt32, UInt32, Double)]) -> [[UInt32]] {
    let scores = [(0, 1, 0.99), (0, 2, 0.95), (1, 2, 0.9), (0, 3, 0.7)] + witnesses
    let keyed = Dictionary(uniqueKeysWithValues: scores.map { (PairKey($0.0, $0.1), $0.2) })
    return groups(Matches(keyed, rewrites: [3]), days: [0, 0, 0, 1]).map(\.members)
  }

  @Test func `a rewrite joins when other copies know it too`() {
    #expect(rewrite([(1, 3, 0.4), (2, 3, 0.2)]) == [[0, 1, 2, 3]])
  }

  @Test func `who matches one copy only stays out`() {
    #expect(rewrite([(1, 3, 0.1), (2, 3, 0.2)]) == [[0, 1, 2]])
    #expect(rewrite([]) == [[0, 1, 2]])
  }

  @Test(arguments: [true, false])
  func `nobody joins through a rewrite, however strong`(isRewrite: Bool) {
    // 4 matches 3 alone, which matches the report strongly.
    let scores: [(UInt32, UInt32, Double)] = [
      (0, 1, 0.99), (0, 2, 0.95), (1, 2, 0.9), (0, 3, 0.9), (1, 3, 0.5), (2, 3, 0.5),
      (3, 4, 0.9), (0, 4, 0.4),
    ]
    let keyed = Dictionary(uniqueKeysWithValues: scores.map { (PairKey($0.0, $0.1), $0.2) })
    let found = groups(
      Matches(keyed, rewrites: isRewrite ? [3] : []), days: [0, 0, 0, 1, 1])
    #expect(found.map(\.members) == [isRewrite ? [0, 1, 2, 3] : [0, 1, 2, 3, 4]])
  }

  @Test func `a lone pair needs no witness`() {
    let pair = Matches([PairKey(0, 1): 0.6], rewrites: [1])
    #expect(groups(pair, days: [0, 0]).map(\.members) == [[0, 1]])
  }

  @Test func `who was refused takes nobody along`() {
    // 3 is refused; 4 matches it better than the report, and has the copies' word.
    let scores: [(UInt32, UInt32, Double)] = [
      (0, 1, 0.99), (0, 2, 0.95), (1, 2, 0.9), (0, 3, 0.7), (0, 4, 0.6), (3, 4, 0.75),
      (1, 4, 0.4), (2, 4, 0.3),
    ]
    let keyed = Dictionary(uniqueKeysWithValues: scores.map { (PairKey($0.0, $0.1), $0.2) })
    let found = groups(Matches(keyed, rewrites: [3, 4]), days: [0, 0, 0, 1, 1])
    #expect(found.map(\.members) == [[0, 1, 2, 4]])
  }
}
