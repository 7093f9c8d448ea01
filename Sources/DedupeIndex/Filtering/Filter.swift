import NearDuplicates

/// Tells which records of a stream carry a report that was seen before: the streaming twin of
/// ``NearDuplicates/Deduplicator``.
///
///     let filter = try Filter(index: index, settings: FilterSettings())
///     for record in records {
///       let verdict = try await filter.admit([record])[0]
///       if verdict.status != .duplicate { pass(record) }
///     }
///     try index.sync()
///
/// Tokens, sketches, fingerprints, rare words, the tests before a text is read and the comparison
/// of texts are those of a search. Each record is compared with all that were admitted before it,
/// one after the other, so that verdicts depend on the stream alone: not on how it is cut into
/// batches, not on the number of threads, and not on whether the index was closed in between.
package final class Filter {
  /// Where everything that was admitted is kept.
  package let index: DocumentIndex
  /// What is looked for.
  package let settings: FilterSettings
  private var gathering: Gathering
  private var judge: Judge
  private var generations: Generations
  private var preparation: Preparation
  private var expiry: Expiry
  private var counts = FilterStatistics()

  /// Creates a filter on an index that was made with ``FilterSettings/indexParameters``.
  package init(index: DocumentIndex, settings: FilterSettings) throws(IndexError) {
    self.index = index
    self.settings = settings
    generations = try Generations(index: index, settings: settings)
    gathering = Gathering(
      preset: settings.detection.preset, windowSeconds: settings.windowSeconds)
    judge = Judge(settings: settings, profile: generations.profile)
    preparation = Preparation(settings: settings, profile: generations.profile)
    expiry = Expiry(windowDays: settings.windowDays, newest: index.newestSeconds)
  }

  /// What has been done since the filter was made.
  package var statistics: FilterStatistics {
    var statistics = counts
    statistics.compared = judge.comparisons
    statistics.textsRead = judge.textsRead
    statistics.readingsMemory = judge.memory
    statistics.generation = generations.generation
    return statistics
  }

  /// The profile in force.
  package var profile: Profile { generations.profile }

  // MARK: Admission

  /// Judges records in their order and adds them to the index, which is not yet synced.
  ///
  /// Records without words are not added, and neither are re-deliveries.
  package func admit(_ records: [IncomingRecord]) async throws(IndexError) -> [FilterVerdict] {
    var verdicts: [FilterVerdict] = []
    verdicts.reserveCapacity(records.count)
    var rest = records[...]
    while !rest.isEmpty {
      let ordinal = index.nextOrdinal
      if try await generations.advance(to: ordinal, index: index) {
        judge.change(to: generations.profile)
        preparation = Preparation(settings: settings, profile: generations.profile)
      }
      // Up to the next change of the profile, all are read by the same.
      let part = rest.prefix(generations.recordsUntilChange(from: ordinal))
      rest = rest.dropFirst(part.count)
      try await forEachPrepared(of: part) { record throws(IndexError) in
        verdicts.append(try self.admit(record))
      }
    }
    return verdicts
  }

  /// Prepares records on all threads and hands them over in their order, until one fails.
  private func forEachPrepared(
    of records: ArraySlice<IncomingRecord>,
    _ body: (PreparedRecord) throws(IndexError) -> Void
  ) async throws(IndexError) {
    var failure: IndexError?
    await preparation.prepare(records, threads: settings.detection.threads) { prepared in
      do throws(IndexError) {
        for record in prepared { try body(record) }
        return true
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
  }

  private func admit(_ prepared: PreparedRecord) throws(IndexError) -> FilterVerdict {
    counts.records += 1
    guard prepared.digest.wordCount > 0 else { return unchecked("the text has no words") }
    // What is being learned of must not go meanwhile.
    if !generations.isLearning, let moment = expiry.due() {
      _ = try index.expire(before: moment)
    }
    let judged = try judge(prepared)
    guard !judged.verdict.isRedelivery else {
      judge.end(as: nil)
      counts.duplicates += 1
      counts.redelivered += 1
      return judged.verdict
    }
    do throws(IndexError) {
      return try append(prepared, judged)
    } catch .tooLarge(let what, let limit) {
      judge.end(as: nil)
      return unchecked("\(what) is larger than the \(limit) bytes an index can hold")
    }
  }

  private func unchecked(_ reason: String) -> FilterVerdict {
    counts.unchecked += 1
    var verdict = FilterVerdict(status: .unchecked)
    verdict.reason = reason
    return verdict
  }

  // MARK: Questions

  /// Judges records as if each came next, and adds none of them.
  package func query(_ records: [IncomingRecord]) async throws(IndexError) -> [FilterVerdict] {
    var verdicts: [FilterVerdict] = []
    try await forEachPrepared(of: records[...]) { record throws(IndexError) in
      guard record.digest.wordCount > 0 else {
        verdicts.append(self.unchecked("the text has no words"))
        return
      }
      verdicts.append(try self.judge(record).verdict)
      self.judge.end(as: nil)
    }
    return verdicts
  }

  // MARK: Judging

  /// A verdict, and what the index needs to know of it.
  private struct Judged {
    var verdict: FilterVerdict
    var joining: Decision.Joining?
  }

  private func judge(_ prepared: PreparedRecord) throws(IndexError) -> Judged {
    judge.begin(prepared)
    let decider = Decider(
      settings: settings, index: index, record: prepared.digest, floor: expiry.floor ?? .min)
    let namesakes = index.ordinals(ofID: prepared.incoming.id)
      .filter { decider.stored($0) != nil }
    if let seen = namesakes.first(where: { decider.isTwin($0) }) {
      return Judged(verdict: redelivery(of: seen, prepared, decider))
    }
    let candidates = gathering.candidates(
      for: prepared.digest, since: expiry.floor ?? .min, in: index)
    counts.candidates += candidates.count
    if let earlier = namesakes.last {
      return try judgeNamesake(of: earlier, prepared, candidates, decider)
    }
    return try judged(decider.decide(candidates, &judge), prepared, decider)
  }

  private func redelivery(
    of ordinal: Ordinal, _ prepared: PreparedRecord, _ decider: Decider
  ) -> FilterVerdict {
    var verdict = FilterVerdict(status: .duplicate)
    verdict.relation = .identical
    verdict.of = prepared.incoming.id
    verdict.score = 1
    verdict.cluster = decider.stored(ordinal)?.clusterName.hexDigits
    verdict.isRedelivery = true
    verdict.generation = generations.generation
    verdict.ordinal = ordinal
    return verdict
  }

  /// The same id with another text is a version of what came before, if the two still match.
  private func judgeNamesake(
    of earlier: Ordinal, _ prepared: PreparedRecord, _ candidates: [StreamCandidate],
    _ decider: Decider
  ) throws(IndexError) -> Judged {
    if var match = try decider.judgement(earlier, &judge), decider.clusters(match) {
      if match.relation != .identical { match.relation = .version }
      return try judged(.joins(try decider.joining(match, &judge)), prepared, decider)
    }
    var judged = try judged(decider.decide(candidates, &judge), prepared, decider)
    judged.verdict.reason =
      judged.verdict.reason ?? "the id came before with a text that does not match"
    return judged
  }

  private func judged(
    _ decision: Decision, _ prepared: PreparedRecord, _ decider: Decider
  ) throws(IndexError) -> Judged {
    switch decision {
    case .joins(let joining): return try duplicate(joining, prepared, decider)
    case .starts(let doubt): return new(despite: doubt, prepared)
    }
  }

  private func duplicate(
    _ joining: Decision.Joining, _ prepared: PreparedRecord, _ decider: Decider
  ) throws(IndexError) -> Judged {
    var verdict = FilterVerdict(status: .duplicate)
    verdict.relation = joining.match.relation
    verdict.of = index.header(of: joining.match.ordinal)?.id
    verdict.score = joining.match.score
    verdict.cluster = joining.clusterName.hexDigits
    verdict.generation = generations.generation
    verdict.supersedes = try idOfSuperseded(by: prepared, cluster: joining.cluster, decider)
    if settings.givesEvidence, settings.keepsTexts {
      verdict.evidence = try judge.evidence(with: joining.match.ordinal, in: index)
    }
    return Judged(verdict: verdict, joining: joining)
  }

  private func new(despite doubt: Decision.Doubt?, _ prepared: PreparedRecord) -> Judged {
    var verdict = FilterVerdict(status: .new)
    verdict.cluster = prepared.digest.identity.hexDigits
    verdict.generation = generations.generation
    switch doubt {
    case .looseMember(let ordinal):
      counts.likeLooseMember += 1
      verdict.reason =
        "matches \(name(of: ordinal)), which is itself no more than a loose match of its report"
    case .unwitnessed(let ordinal):
      counts.unwitnessed += 1
      verdict.reason = "matches \(name(of: ordinal)) alone among the copies of its report"
    case nil: break
    }
    return Judged(verdict: verdict)
  }

  private func name(of ordinal: Ordinal) -> String {
    index.header(of: ordinal)?.shownID ?? "a document that is gone"
  }

  // MARK: Which copy stays

  /// The id of the copy that was kept until now, where the record is better by the rule.
  private func idOfSuperseded(
    by prepared: PreparedRecord, cluster: Ordinal, _ decider: Decider
  ) throws(IndexError) -> [UInt8]? {
    guard settings.keep != .first else { return nil }
    var keeper = cluster
    index.forEachPosting(
      of: [PostingKeys.keeper(ofCluster: cluster)], in: .clusters, newest: 1, oldest: 0
    ) { _, ordinal in keeper = ordinal }
    guard decider.stored(keeper) != nil, let header = index.header(of: keeper) else {
      return nil
    }
    let kept = KeepRule.Copy(
      date: header.facts.date, wordCount: Int(header.facts.wordCount), source: header.source)
    let document = prepared.incoming.document
    let later = KeepRule.Copy(
      date: document.date, wordCount: prepared.digest.wordCount, source: document.source)
    return settings.keep.prefers(later, to: kept) ? header.id : nil
  }

  // MARK: Keeping

  private func append(
    _ prepared: PreparedRecord, _ judged: Judged
  ) throws(IndexError) -> FilterVerdict {
    let own = index.nextOrdinal
    let joining = judged.joining
    let stored = StoredDigest(
      prepared.digest, cluster: joining?.cluster ?? own,
      clusterName: joining?.clusterName ?? prepared.digest.identity,
      isCore: joining?.isCore ?? true)
    var entry = prepared.entry
    entry.sketch = stored.bytes(with: prepared.digest.sketch)
    entry.verdict = StoredVerdict(
      cluster: joining?.cluster, of: joining?.match.ordinal, relation: joining?.match.relation,
      score: joining?.match.score ?? 0, isCore: stored.isCore,
      isKeeper: joining == nil || judged.verdict.supersedes != nil,
      generation: UInt32(generations.generation ?? 0))
    if judged.verdict.supersedes != nil {
      entry.keys[PostingFamily.clusters.rawValue].append(
        PostingKeys.keeper(ofCluster: stored.cluster))
    }
    if joining != nil, stored.isCore {
      entry.keys[PostingFamily.clusters.rawValue].append(
        PostingKeys.core(ofCluster: stored.cluster))
    }
    let ordinal = try index.append(entry)
    expiry.add(prepared.digest.moment)
    judge.end(as: ordinal)
    if joining == nil { counts.new += 1 } else { counts.duplicates += 1 }
    if judged.verdict.supersedes != nil { counts.superseding += 1 }
    var verdict = judged.verdict
    verdict.ordinal = ordinal
    return verdict
  }
}
