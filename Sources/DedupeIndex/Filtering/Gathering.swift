import NearDuplicates

/// An earlier document that may carry the report of a record, and what is known before any text is
/// read.
struct StreamCandidate {
  let ordinal: Ordinal
  let stored: StoredDigest
  /// How many passage fingerprints the two share that are not boilerplate.
  let fingerprints: Int
  /// The estimated Jaccard similarity of their sketches.
  let similarity: Double
  /// The share of the poorer document's rare words that both have, by weight; 0 where the two are
  /// not close in date or share too few.
  let rareShare: Double
  /// Whether it is among the few whose rare words come closest.
  var sharesRareWords = false

  /// How much speaks for looking at the texts, to choose among many.
  var promise: Double { max(similarity, fingerprintShare, sharesRareWords ? rareShare / 4 : 0) }

  /// The share of the shorter text's fingerprints that both have.
  var fingerprintShare = 0.0
}

/// Finds what a record may be a copy of: the three channels of a search, one record at a time.
struct Gathering {
  let preset: Preset
  let windowSeconds: Int64?
  private var hits = HitCounter()

  /// Of a key that more documents have, these many that came last and came first are looked at:
  /// a report that ran in 500 outlets is met in its last copies and in its first.
  private static let newest = 50
  private static let oldest = 2
  /// The same for rare words, which tell less the more documents have them.
  private static let newestWithWord = 64

  init(preset: Preset, windowSeconds: Int64?) {
    self.preset = preset
    self.windowSeconds = windowSeconds
  }

  /// The documents of an index whose texts must be read to judge a record, by ordinal.
  ///
  /// Complexity: O(*k* · *c*) for *k* keys of which at most *c* documents are looked at.
  mutating func candidates(
    for record: RecordDigest, since floor: Int64, in index: DocumentIndex
  ) -> [StreamCandidate] {
    count(record, in: index)
    var candidates: [StreamCandidate] = []
    for (ordinal, hit) in hits.drain() {
      guard hit.isBand || hit.fingerprints > 0 || hit.words >= RareWordIndex.leastShared,
        let candidate = candidate(record, ordinal, hit, in: index),
        candidate.stored.moment >= floor
      else { continue }
      candidates.append(candidate)
    }
    markClosest(in: &candidates)
    return candidates.filter { passes($0, record) }.sorted { $0.ordinal < $1.ordinal }
  }

  private mutating func count(
    _ record: RecordDigest, in index: DocumentIndex
  ) {
    index.forEachPosting(
      of: record.bands, in: .bands, newest: Self.newest, oldest: Self.oldest
    ) { _, ordinal in hits.addBand(ordinal) }
    index.forEachPosting(
      of: record.fingerprints, in: .fingerprints, newest: Self.newest, oldest: Self.oldest
    ) { _, ordinal in hits.addFingerprint(ordinal) }
    let weeks = PostingKeys.weeks(
      around: record.moment.dayNumber, reach: RareWordIndex.windowDays)
    // All weeks at once: most of a lookup is waiting for the memory, side by side.
    let words = record.words
    let keys = weeks.flatMap { week in words.map { PostingKeys.word($0.word, week: week) } }
    index.forEachPosting(of: keys, in: .words, newest: Self.newestWithWord, oldest: 0) {
      key, ordinal in hits.addWord(ordinal, weight: words[key % words.count].weight)
    }
  }

  private func candidate(
    _ record: RecordDigest, _ ordinal: Ordinal, _ hit: HitCounter.Hit, in index: DocumentIndex
  ) -> StreamCandidate? {
    index.withSketch(of: ordinal) { bytes -> StreamCandidate? in
      guard let stored = StoredDigest(bytes), isWithinWindow(stored.moment, record.moment)
      else { return nil }
      var candidate = StreamCandidate(
        ordinal: ordinal, stored: stored, fingerprints: Int(hit.fingerprints),
        similarity: record.sketch.estimatedJaccard(with: StoredDigest.slots(in: bytes)),
        rareShare: Self.rareShare(hit, record, stored))
      let shorter = max(1, min(record.fingerprintCount, stored.fingerprintCount))
      candidate.fingerprintShare = min(1, Double(hit.fingerprints) / Double(shorter))
      return candidate
    } ?? nil
  }

  private func isWithinWindow(_ one: Int64, _ other: Int64) -> Bool {
    guard let windowSeconds else { return true }
    return abs(one - other) <= windowSeconds
  }

  // MARK: Sifting

  private static func rareShare(
    _ hit: HitCounter.Hit, _ record: RecordDigest, _ stored: StoredDigest
  ) -> Double {
    guard hit.words >= RareWordIndex.leastShared,
      record.house == 0 || record.house != stored.house,
      abs(record.moment.dayNumber - stored.moment.dayNumber) <= RareWordIndex.windowDays
    else { return 0 }
    let poorer = max(1, min(record.totalWeight, stored.totalWeight))
    let share = Double(hit.weight) / Double(poorer)
    return share >= Double(RareWordIndex.leastShare) ? share : 0
  }

  /// Marks those whose rare words come closest, the earlier of equals.
  private func markClosest(in candidates: inout [StreamCandidate]) {
    let close = candidates.indices.filter { candidates[$0].rareShare > 0 }
      .sorted {
        (candidates[$1].rareShare, candidates[$0].ordinal)
          < (candidates[$0].rareShare, candidates[$1].ordinal)
      }
    for index in close.prefix(RareWordIndex.mostProposed) {
      candidates[index].sharesRareWords = true
    }
  }

  /// The test of ``NearDuplicates/Sieve`` on what the index keeps.
  private func passes(_ candidate: StreamCandidate, _ record: RecordDigest) -> Bool {
    if candidate.similarity >= preset.leastSimilarity || candidate.sharesRareWords { return true }
    guard preset.findsPassages, candidate.fingerprints > 0 else { return false }
    let shorter = min(record.fingerprintCount, candidate.stored.fingerprintCount)
    var daysApart: Int?
    if let one = record.day, let other = candidate.stored.day { daysApart = abs(one - other) }
    let least = Sieve.leastShare(
      isOneHouse: record.house != 0 && record.house == candidate.stored.house,
      daysApart: daysApart, isShort: shorter < Sieve.shortText)
    return Double(candidate.fingerprints) >= least * Double(max(1, shorter))
  }
}
