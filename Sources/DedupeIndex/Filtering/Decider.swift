import NearDuplicates

/// Decides about one record.
///
/// A record joins the cluster of its best match among the core members: those who started a
/// cluster, and copies whose match with that first member is strong. A chain of weak matches leads
/// nowhere: who matches a loose member alone starts a cluster of its own, unless it matches the
/// first member too. Who joins through a later member of the core must be known to the first, and
/// whose words are its own to other core members, as in ``NearDuplicates/Clustering``. Of equal
/// scores the match that came first counts.
struct Decider {
  let settings: FilterSettings
  let index: DocumentIndex
  let record: RecordDigest
  /// What is older has fallen out of the window.
  let floor: Int64

  /// The most members of one cluster that a record is compared with, the most promising first.
  private static let mostOfCluster = 4
  /// The most core members, and the most loose ones, that it is compared with at all.
  private static let mostCompared = 24
  private static let mostLooseCompared = 4

  /// Decides on the candidates, which are in the order of their ordinals.
  func decide(
    _ candidates: [StreamCandidate], _ judge: inout Judge
  ) throws(IndexError) -> Decision {
    if let twin = twin(among: candidates) { return .joins(joining(twin, &judge)) }
    let ranked = candidates.sorted {
      ($1.promise, $0.ordinal) < ($0.promise, $1.ordinal)
    }
    let matches = try coreMatches(among: ranked, &judge)
    for match in matches {
      guard try isKnownToFirst(match, &judge), try isWitnessed(match, &judge) else { continue }
      return .joins(try joining(match, &judge))
    }
    let loose = try decideOnLoose(ranked, &judge)
    if case .starts(nil) = loose, let match = matches.first {
      return .starts(despite: .unwitnessed(match.ordinal))
    }
    return loose
  }

  // MARK: The same text

  private func twin(among candidates: [StreamCandidate]) -> StreamCandidate? {
    let twins = candidates.filter { $0.stored.identity == record.identity }
    return twins.first { $0.stored.isCore } ?? twins.first
  }

  /// The same text belongs where its twin does, core or loose.
  private func joining(_ twin: StreamCandidate, _ judge: inout Judge) -> Decision.Joining {
    let match = Judgement(ordinal: twin.ordinal, relation: .identical, score: 1)
    judge.note(match)
    return Decision.Joining(
      match: match, cluster: twin.stored.cluster, clusterName: twin.stored.clusterName,
      isCore: twin.stored.isCore)
  }

  // MARK: Core members

  /// The matches with core members, the best first.
  private func coreMatches(
    among ranked: [StreamCandidate], _ judge: inout Judge
  ) throws(IndexError) -> [Judgement] {
    var compared: [Ordinal: Int] = [:]
    var matches: [Judgement] = []
    for candidate in ranked.lazy.filter({ $0.stored.isCore }).prefix(Self.mostCompared)
    where compared[candidate.stored.cluster, default: 0] < Self.mostOfCluster {
      compared[candidate.stored.cluster, default: 0] += 1
      if let match = try judgement(candidate.ordinal, &judge), clusters(match) {
        matches.append(match)
      }
    }
    return matches.sorted { ($1.score, $0.ordinal) < ($0.score, $1.ordinal) }
  }

  /// Whether the first of a cluster has a part of its own in the match with another core member,
  /// or is gone.
  private func isKnownToFirst(
    _ match: Judgement, _ judge: inout Judge
  ) throws(IndexError) -> Bool {
    guard let stored = stored(match.ordinal), stored.cluster != match.ordinal,
      let first = try judgement(stored.cluster, &judge)
    else { return true }
    return first.score >= Clustering.leastWithCentre
  }

  /// Whether the match is a sure copy, or other core members know the record as well, or there is none
  /// to ask.
  private func isWitnessed(
    _ match: Judgement, _ judge: inout Judge
  ) throws(IndexError) -> Bool {
    if match.isCopied { return true }
    guard let stored = stored(match.ordinal) else { return false }
    var others = [stored.cluster]
    index.forEachPosting(
      of: [PostingKeys.core(ofCluster: stored.cluster)], in: .clusters, newest: 0,
      oldest: Clustering.mostWitnesses
    ) { _, ordinal in others.append(ordinal) }
    var scores: [Double] = []
    for other in others where other != match.ordinal && scores.count < Clustering.mostWitnesses {
      if let judgement = try judgement(other, &judge) { scores.append(judgement.score) }
    }
    return Clustering.bearWitness(scores)
  }

  /// Joins the cluster of a match with a core member, or, where it is the first of all that is
  /// still there, of a match with the first.
  func joining(
    _ match: Judgement, _ judge: inout Judge
  ) throws(IndexError) -> Decision.Joining {
    guard let stored = stored(match.ordinal) else {
      return Decision.Joining(
        match: match, cluster: match.ordinal, clusterName: record.identity, isCore: true)
    }
    var withFirst = match
    if stored.cluster != match.ordinal, let first = try judgement(stored.cluster, &judge) {
      withFirst = first
    }
    return Decision.Joining(
      match: match, cluster: stored.cluster, clusterName: stored.clusterName,
      isCore: clusters(withFirst) && withFirst.isCopied
        && withFirst.score >= Clustering.strongScore)
  }

  // MARK: Loose members

  /// Who matches a loose member is tried on the first of its cluster.
  private func decideOnLoose(
    _ ranked: [StreamCandidate], _ judge: inout Judge
  ) throws(IndexError) -> Decision {
    var likeLoose: Ordinal?
    for candidate in ranked.lazy.filter({ !$0.stored.isCore }).prefix(Self.mostLooseCompared) {
      guard let match = try judgement(candidate.ordinal, &judge), clusters(match) else {
        continue
      }
      if let first = try judgement(candidate.stored.cluster, &judge), clusters(first) {
        return .joins(try joining(first, &judge))
      }
      likeLoose = likeLoose ?? candidate.ordinal
    }
    return .starts(despite: likeLoose.map { .looseMember($0) })
  }

  // MARK: Judging

  func clusters(_ match: Judgement) -> Bool {
    match.relation.map { settings.detection.clusters($0, match.score) } ?? false
  }

  func judgement(
    _ ordinal: Ordinal, _ judge: inout Judge
  ) throws(IndexError) -> Judgement? {
    guard let stored = stored(ordinal) else { return nil }
    if settings.judgesByEvidence {
      return try judge.judge(against: ordinal, in: index)
    }
    if stored.identity == record.identity {
      return Judgement(ordinal: ordinal, relation: .identical, score: 1)
    }
    let similarity =
      settings.keepsTexts
      ? try judge.jaccard(with: ordinal, in: index) : estimatedJaccard(ordinal)
    return Judgement(
      ordinal: ordinal, relation: isVersion(stored) ? .version : .reprint,
      score: similarity.roundedScore)
  }

  /// What the index keeps of a document, nil where it is gone or out of the window.
  func stored(_ ordinal: Ordinal) -> StoredDigest? {
    guard let stored = index.withSketch(of: ordinal, { StoredDigest($0) }) ?? nil,
      stored.moment >= floor
    else { return nil }
    return stored
  }

  /// Whether a document has the tokens of the record.
  func isTwin(_ ordinal: Ordinal) -> Bool {
    stored(ordinal)?.identity == record.identity
  }

  /// What the preset `corpus` asks of a copy leaves two relations: it covers more than half of
  /// both texts.
  private func isVersion(_ stored: StoredDigest) -> Bool {
    record.house != 0 && record.house == stored.house
      && abs(record.moment.dayNumber - stored.moment.dayNumber) <= RelationRules.versionDays
  }

  private func estimatedJaccard(_ ordinal: Ordinal) -> Double {
    index.withSketch(of: ordinal) {
      record.sketch.estimatedJaccard(with: StoredDigest.slots(in: $0))
    } ?? 0
  }
}
