/// What a run knows of its documents, by their places in canonical order, when its result is made.
struct Survey: Sendable {
  /// The document at each place.
  var order: [Int]
  /// When each document was published.
  var dates: [Timestamp?]
  /// A hash of the words of the document at a place.
  var identity: @Sendable (UInt32) -> UInt64
  /// Documents without a single word.
  var documentsWithoutWords: Int
  /// How many pairs the channels proposed.
  var candidates: Int
  /// Pairs that may make links, nil where all may: what is listed besides must not change the
  /// clusters.
  var mayLink: Set<PairKey>?
  /// What the texts are read by.
  var profile: Profile
}

/// Looks at pairs one by one: those that were verified before, and others when they are asked for.
protocol Examiner: AnyObject {
  /// All pairs that were looked at.
  var verified: [VerifiedPair] { get }
  /// The link that a pair makes, or nil where it makes none.
  func link(_ pair: PairKey) -> Clustering.Link?
  /// The score of a pair.
  func score(of pair: PairKey) -> Double
  /// What came of pairs, with details, in their order.
  func examine(_ pairs: [PairKey]) async -> [VerifiedPair]
}

/// Makes the result of a run from what was verified.
struct DeduplicationBuilder {
  private let survey: Survey
  private let settings: Settings
  private let examiner: any Examiner

  init(_ survey: Survey, settings: Settings, examiner: any Examiner) {
    self.survey = survey
    self.settings = settings
    self.examiner = examiner
  }

  func build() async -> Deduplication {
    let groups = self.groups()
    let clusters = groups.map(cluster)
    var statistics = Deduplication.Statistics()
    statistics.candidates = survey.candidates
    statistics.documentsWithoutWords = survey.documentsWithoutWords
    let matches = await listedMatches(groups)
    statistics.verified = examiner.verified.count
    return Deduplication(
      clusters: clusters, placements: placements(groups), matches: matches,
      nearMisses: nearMisses(groups), profile: survey.profile, statistics: statistics)
  }

  private func groups() -> [Clustering.Group] {
    let examiner = examiner
    let settings = settings
    var clustering = Clustering(
      dates: survey.dates,
      verify: { examiner.link($0) }, score: { examiner.score(of: $0) })
    let links = examiner.verified.filter { survey.mayLink?.contains($0.pair) ?? true }
      .compactMap { $0.link(settings) }
    let groups = clustering.groups(links)
    return groups.sorted {
      ($0.representative, $0.members[0]) < ($1.representative, $1.members[0])
    }
  }

  private func cluster(_ group: Clustering.Group) -> Cluster {
    Cluster(
      id: survey.identity(group.representative).hexDigits,
      members: group.members.map { survey.order[Int($0)] },
      representative: survey.order[Int(group.representative)])
  }

  private func placements(_ groups: [Clustering.Group]) -> [Placement] {
    var placements = [Placement](repeating: Placement(), count: survey.order.count)
    for (index, group) in groups.enumerated() {
      for member in group.members {
        let link = group.links[member].map { link in
          Placement.Link(
            of: survey.order[Int(link.pair.a == member ? link.pair.b : link.pair.a)],
            relation: link.relation, score: link.score)
        }
        placements[survey.order[Int(member)]] = Placement(cluster: index, link: link)
      }
    }
    return placements
  }

  // MARK: Matches

  /// The largest cluster of which every pair is listed.
  private static let largestListed = 50

  private func listedMatches(_ groups: [Clustering.Group]) async -> [Match] {
    guard settings.listing != .clusters || settings.preset.scoring != .jaccard else { return [] }
    var pairs = Set(examiner.verified.filter { $0.isListed(by: settings) }.map(\.pair))
    if settings.listing != .clusters {
      for group in groups { pairs.formUnion(self.pairs(within: group)) }
    }
    return await examiner.examine(pairs.sorted()).compactMap { verified in
      guard let relation = verified.relation, let details = verified.details else { return nil }
      return Match(
        a: survey.order[Int(verified.pair.a)], b: survey.order[Int(verified.pair.b)],
        relation: relation, score: verified.score, measures: details.measures,
        passages: details.passages)
    }
  }

  private func pairs(within group: Clustering.Group) -> [PairKey] {
    if group.members.count <= Self.largestListed {
      return group.members.indices.flatMap { first in
        group.members[(first + 1)...].map { PairKey(group.members[first], $0) }
      }
    }
    let others = group.members.filter { $0 != group.representative }
    return others.flatMap { member in
      [PairKey(member, group.representative)] + (group.links[member].map { [$0.pair] } ?? [])
    }
  }

  // MARK: Near misses

  private func nearMisses(_ groups: [Clustering.Group]) -> [Deduplication.NearMiss] {
    let clustered = Set(groups.flatMap(\.members))
    var closest: [UInt32: VerifiedPair] = [:]
    for verified in examiner.verified {
      for document in [verified.pair.a, verified.pair.b] where !clustered.contains(document) {
        if verified.score > closest[document]?.score ?? -1 { closest[document] = verified }
      }
    }
    return closest.keys.sorted().compactMap { document in
      closest[document].map { nearMiss(of: document, $0) }
    }
    .sorted { $0.document < $1.document }
  }

  private func nearMiss(of document: UInt32, _ verified: VerifiedPair) -> Deduplication.NearMiss {
    let other = verified.pair.a == document ? verified.pair.b : verified.pair.a
    return Deduplication.NearMiss(
      document: survey.order[Int(document)], other: survey.order[Int(other)],
      relation: verified.relation, score: verified.score)
  }
}

extension VerifiedPair {
  /// Whether the pair is listed.
  func isListed(by settings: Settings) -> Bool {
    relation.map { settings.lists($0, score) } ?? false
  }

  /// The link that the pair makes, or nil where it makes none.
  func link(_ settings: Settings) -> Clustering.Link? {
    guard let relation, settings.clusters(relation, score) else { return nil }
    return Clustering.Link(pair: pair, relation: relation, score: score, isCopied: isCopied)
  }
}
