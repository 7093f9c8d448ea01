import DedupeEvaluation
import NearDuplicates

/// How well a collection was judged, as far as its truth is known.
struct Evaluation: Sendable {
  /// How many of the pairs that share many shingles were verified as matches.
  struct BruteForceRecall: Sendable {
    /// The least exact Jaccard similarity of the pairs.
    var threshold: Double
    var coverage: Coverage
  }

  /// How well clusters agree with true ones, and how far that may be off.
  struct ClusterEvaluation: Sendable {
    var agreement: PartitionAgreement
    var intervals: PartitionIntervals
  }

  private(set) var pairs: PairEvaluation?
  private(set) var clusters: ClusterEvaluation?
  private(set) var bruteForce: BruteForceRecall?

  let documents: [Document]
  let settings: Settings
  /// What the collection became.
  let deduplication: Deduplication

  /// Judges a collection from end to end.
  init(
    of documents: [Document], settings: Settings, profile: Profile?,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async {
    self.documents = documents
    self.settings = settings
    deduplication = await Deduplicator(settings: settings, profile: profile)
      .deduplicate(documents, progress: progress)
  }

  /// Measures the verdicts on labelled pairs; each is compared, whether it was a candidate or not.
  mutating func measure(_ gold: [GoldPair], positives: Set<String>) async {
    let deduplicator = Deduplicator(settings: settings, profile: deduplication.profile)
    let verdicts = await deduplicator.judge(gold.map { ($0.a, $0.b) }, of: documents)
    let judgements = zip(gold, verdicts).map { pair, verdict in
      PairEvaluation.Judgement(
        a: pair.a, b: pair.b, label: pair.label, relation: verdict.relation, score: verdict.score,
        isTogether: shareCluster(pair), measures: verdict.measures)
    }
    pairs = PairEvaluation(
      judgements: judgements, positives: positives, threshold: settings.threshold)
  }

  /// Measures the clusters against true ones, given by the name of each document's cluster; a
  /// document without a name is alone.
  mutating func measureClusters(against truth: [String?]) {
    let found = Partition(deduplication.placements.map(\.cluster))
    let truth = Partition(truth)
    clusters = ClusterEvaluation(
      agreement: PartitionAgreement(found: found, truth: truth),
      intervals: PartitionIntervals(found: found, truth: truth))
  }

  /// Measures which pairs of a least exact similarity were verified as matches.
  mutating func measure(jaccardAtLeast threshold: Double) {
    let expected = BruteForce(documents).pairs(jaccardAtLeast: threshold).map(\.pair)
    let found = Set(deduplication.matches.map { DocumentPair($0.a, $0.b) })
    bruteForce = BruteForceRecall(
      threshold: threshold, coverage: Coverage(of: expected, by: found))
  }

  private func shareCluster(_ pair: GoldPair) -> Bool {
    let cluster = deduplication.placements[pair.a].cluster
    return cluster != nil && cluster == deduplication.placements[pair.b].cluster
  }
}
