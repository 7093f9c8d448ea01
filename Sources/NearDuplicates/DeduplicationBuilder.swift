/// Makes the result of a run from what was verified.
struct DeduplicationBuilder {
  private let search: Search
  private let settings: Settings
  private let examiner: Examiner

  private var collection: Collection { search.collection }

  init(_ search: Search, settings: Settings, verified: [VerifiedPair]) {
    self.search = search
    self.settings = settings
    examiner = Examiner(search, settings: settings, verified: verified)
  }

  func build() -> Deduplication {
    let groups = self.groups()
    let clusters = groups.map(cluster)
    var statistics = Deduplication.Statistics()
    statistics.candidates = search.candidates.count
    statistics.documentsWithoutWords = search.digests.identities.indices.count {
      search.digests.tokenCount(of: $0) == 0
    }
    let matches = listedMatches(groups)
    statistics.verified = examiner.count
    return Deduplication(
      clusters: clusters, placements: placements(groups), matches: matches,
      nearMisses: nearMisses(groups), profile: search.profile, statistics: statistics)
  }

  private func groups() -> [Clustering.Group] {
    let examiner = examiner
    let settings = settings
    var clustering = Clustering(
      dates: collection.order.map { collection.documents[$0].date },
      verify: { examiner.link($0) }, score: { examiner.score(of: $0) })
    // What is listed besides must not change the clusters.
    let mayLink = Set(search.pairs(for: .clusters, preset: settings.preset))
    let links = examiner.verified.filter { mayLink.contains($0.pair) }
      .compactMap { $0.link(settings) }
    let groups = clustering.groups(links)
    return groups.sorted {
      ($0.representative, $0.members[0]) < ($1.representative, $1.members[0])
    }
  }

  private func cluster(_ group: Clustering.Group) -> Cluster {
    let identity = search.digests.identities[Int(group.representative)]
    let digits = String(identity, radix: 16)
    return Cluster(
      id: String(repeating: "0", count: 16 - digits.count) + digits,
      members: group.members.map { collection.order[Int($0)] },
      representative: collection.order[Int(group.representative)])
  }

  private func placements(_ groups: [Clustering.Group]) -> [Placement] {
    var placements = [Placement](repeating: Placement(), count: collection.count)
    for (index, group) in groups.enumerated() {
      for member in group.members {
        let link = group.links[member].map { link in
          Placement.Link(
            of: collection.order[Int(link.pair.a == member ? link.pair.b : link.pair.a)],
            relation: link.relation, score: link.score)
        }
        placements[collection.order[Int(member)]] = Placement(cluster: index, link: link)
      }
    }
    return placements
  }

  // MARK: Matches

  /// The largest cluster of which every pair is listed.
  private static let largestListed = 50

  private func listedMatches(_ groups: [Clustering.Group]) -> [Match] {
    var pairs = Set(examiner.verified.filter { $0.isListed(by: settings) }.map(\.pair))
    if settings.listing != .clusters {
      for group in groups { pairs.formUnion(self.pairs(within: group)) }
    }
    return pairs.sorted().compactMap { pair in
      let verified = examiner.examine(pair)
      guard let relation = verified.relation, let details = verified.details else { return nil }
      return Match(
        a: collection.order[Int(pair.a)], b: collection.order[Int(pair.b)], relation: relation,
        score: verified.score, measures: details.measures, passages: details.passages)
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
      document: collection.order[Int(document)], other: collection.order[Int(other)],
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

/// Looks at pairs one by one: those that were verified before, and others when they are asked for.
private final class Examiner {
  private(set) var verified: [VerifiedPair]
  private var known: [PairKey: Int]
  private var verifier: Verifier
  private var reader: TextReader
  private var documents: [UInt32: ReadDocument] = [:]
  private let search: Search
  private let settings: Settings

  /// Readings that are kept at a time, 20 KB each.
  private static let mostDocuments = 2048

  init(_ search: Search, settings: Settings, verified: [VerifiedPair]) {
    self.search = search
    self.settings = settings
    self.verified = verified
    known = Dictionary(uniqueKeysWithValues: zip(verified.map(\.pair), verified.indices))
    verifier = Verifier(scoring: settings.preset.scoring)
    reader = TextReader(profile: search.profile)
  }

  var count: Int { verified.count }

  func link(_ pair: PairKey) -> Clustering.Link? {
    result(of: pair).link(settings)
  }

  func score(of pair: PairKey) -> Double {
    result(of: pair).score
  }

  private func result(of pair: PairKey) -> VerifiedPair {
    known[pair].map { verified[$0] } ?? examine(pair)
  }

  /// What came of a pair, with details.
  func examine(_ pair: PairKey) -> VerifiedPair {
    if let index = known[pair], verified[index].details != nil || verified[index].relation == nil {
      return verified[index]
    }
    let result = verifier.verify(pair, document(pair.a), document(pair.b)) { _, _ in true }
    if let index = known[pair] {
      verified[index] = result
    } else {
      known[pair] = verified.count
      verified.append(result)
    }
    return result
  }

  private func document(_ index: UInt32) -> ReadDocument {
    if let document = documents[index] { return document }
    if documents.count >= Self.mostDocuments { documents.removeAll() }
    let document = ReadDocument(search.collection[Int(index)], reader: &reader)
    documents[index] = document
    return document
  }
}
