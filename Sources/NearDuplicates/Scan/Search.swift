/// The first half of a run: everything that happens before texts are compared.
struct Search: Sendable {
  let collection: Collection
  let digests: Digests
  let profile: Profile
  /// What is known of each document's publication, in canonical order.
  let publications: [Publication]
  /// The candidates of all channels, in order.
  let candidates: [Candidate]
  /// The candidates whose texts may make links, in order.
  let linkable: [PairKey]

  /// How many documents a task finds the candidates of at a time.
  private static let documentsAtATime = 2_048

  /// Takes a collection over, of which the digests of all texts are kept.
  init(
    _ kept: consuming SketchedCollection, settings: Settings, profile given: Profile?,
    progress: (@Sendable (Progress) -> Void)?
  ) async {
    var collection = Collection(kept)
    var digests = collection.takeDigests()
    self.collection = collection
    progress?(Progress(stage: .pairing, done: 0, total: 1))
    let neighbours = Neighbours(digests.sketches, cap: settings.documentFrequencyCap)
    let bandIndex = BandIndex(
      bands: settings.preset.bands(slots: digests.sketches.parameters.slots),
      leastSimilarity: settings.preset.leastSimilarity)
    let bandPairs = await bandIndex.pairs(
      digests.sketches, neighbours: neighbours, tasks: settings.threads)
    let index = await PassageIndex(
      taking: &digests, cap: settings.documentFrequencyCap, tasks: settings.threads)
    publications = collection.publications()
    let profile =
      given
      ?? Profile.learn(
        digests, index: index, bandPairs: bandPairs, publications: publications)
    self.profile = profile
    let rareWords =
      settings.preset.findsPassages
      ? await RareWordIndex(
        digests, weights: profile.weights, publications: publications, tasks: settings.threads)
      : nil
    let finder = CandidateFinder(
      digests: digests, index: index, bandPairs: bandPairs, rareWords: rareWords,
      neighbours: neighbours, profile: profile)
    candidates = await mapInOrder(
      collection.batches(of: Self.documentsAtATime), tasks: settings.threads
    ) { finder.candidates(from: $0) }.flatMap { $0 }
    linkable = await Self.linkable(candidates, digests, publications, settings)
    digests.dropTokens()
    self.digests = digests
  }

  /// How many candidates a task looks over at a time.
  private static let pairsAtATime = 512

  /// The candidates that neither sieve settles.
  private static func linkable(
    _ candidates: [Candidate], _ digests: Digests, _ publications: [Publication],
    _ settings: Settings
  ) async -> [PairKey] {
    let sieve = Sieve(
      listing: .clusters, leastSimilarity: settings.preset.leastSimilarity,
      publications: publications)
    let counted = candidates.filter { sieve.passes($0, digests) }
    guard settings.preset.findsPassages else { return counted.map(\.pair) }
    let fineSieve = FineSieve(digests: digests, publications: publications)
    let batches = stride(from: 0, to: counted.count, by: pairsAtATime).map {
      counted[$0..<min($0 + pairsAtATime, counted.count)]
    }
    return await mapInOrder(batches, tasks: settings.threads) { fineSieve.passing($0) }
      .flatMap { $0 }
  }

  /// The largest collection of which every pair is compared.
  private static let mostComparedInFull = 32

  /// The pairs whose texts are compared: all of a handful of documents, so that the nearest miss
  /// can be told, else those candidates that the sieve lets through for what is to be listed.
  func pairs(for listing: Listing, preset: Preset) -> [PairKey] {
    if preset.findsPassages, collection.count <= Self.mostComparedInFull { return allPairs }
    if listing == .clusters { return linkable }
    let sieve = Sieve(
      listing: listing, leastSimilarity: preset.leastSimilarity, publications: publications)
    return candidates.filter { sieve.passes($0, digests) }.map(\.pair)
  }

  /// What the result of the run is made of, besides what is verified.
  func survey(for settings: Settings) -> Survey {
    collection.survey(
      candidates: candidates.count, mayLink: Set(pairs(for: .clusters, preset: settings.preset)),
      profile: profile)
  }

  private var allPairs: [PairKey] {
    let documents = Array(0..<UInt32(collection.count))
    return documents.flatMap { one in documents[(Int(one) + 1)...].map { PairKey(one, $0) } }
  }
}
