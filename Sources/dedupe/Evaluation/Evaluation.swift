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

  private(set) var pairs: PairEvaluation?
  private(set) var clusters: PartitionAgreement?
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
  mutating func measure(_ gold: [GoldPair], positives: Set<String>) {
    let deduplicator = Deduplicator(settings: settings, profile: deduplication.profile)
    let judgements = gold.map { pair in
      let comparison = deduplicator.compare(documents[pair.a], documents[pair.b])
      return PairEvaluation.Judgement(
        label: pair.label, relation: comparison.relation, score: comparison.score)
    }
    pairs = PairEvaluation(
      judgements: judgements, positives: positives, threshold: settings.threshold,
      together: gold.count { positives.contains($0.label) && shareCluster($0) })
  }

  /// Measures the clusters against true ones, which stand in the address of each document.
  mutating func measureClusters() {
    clusters = PartitionAgreement(
      found: Partition(deduplication.placements.map(\.cluster)),
      truth: Partition(documents.map(\.url)))
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
