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

  /// How many documents a task takes at a time.
  private static let batchSize = 256

  init(
    _ collection: Collection, settings: Settings, profile given: Profile?,
    progress: (@Sendable (Progress) -> Void)?
  ) async {
    self.collection = collection
    var digests = await Self.digests(of: collection, settings: settings, progress: progress)
    progress?(Progress(stage: .pairing, done: 0, total: 1))
    let neighbours = Neighbours(digests.sketches, cap: settings.documentFrequencyCap)
    let bandIndex = BandIndex(
      bands: settings.preset.bands(slots: digests.sketches.parameters.slots),
      leastSimilarity: settings.preset.leastSimilarity)
    let bandPairs = await bandIndex.pairs(
      digests.sketches, neighbours: neighbours, tasks: settings.threads)
    let index = await PassageIndex(
      digests, cap: settings.documentFrequencyCap, tasks: settings.threads)
    digests.dropFingerprints()
    self.digests = digests
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
      collection.batches(of: Self.batchSize * 8), tasks: settings.threads
    ) { finder.candidates(from: $0) }.flatMap { $0 }
    linkable = await Self.linkable(candidates, digests, publications, settings)
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
    let identities = digests.identities
    return Survey(
      order: collection.order, dates: collection.order.map { collection.documents[$0].date },
      identity: { identities[Int($0)] },
      documentsWithoutWords: identities.indices.count { digests.tokenCount(of: $0) == 0 },
      candidates: candidates.count,
      mayLink: Set(pairs(for: .clusters, preset: settings.preset)), profile: profile)
  }

  private var allPairs: [PairKey] {
    let documents = Array(0..<UInt32(collection.count))
    return documents.flatMap { one in documents[(Int(one) + 1)...].map { PairKey(one, $0) } }
  }

  private static func digests(
    of collection: Collection, settings: Settings,
    progress: (@Sendable (Progress) -> Void)?
  ) async -> Digests {
    let findsPassages = settings.preset.findsPassages
    let batches = await mapInOrder(
      collection.batches(of: batchSize), tasks: settings.threads,
      { digest($0, of: collection, findsPassages: findsPassages) },
      progress: {
        progress?(
          Progress(
            stage: .reading, done: min($0 * batchSize, collection.count), total: collection.count))
      })
    return Digests(joining: batches, parameters: SketchParameters())
  }

  private static func digest(
    _ range: Range<Int>, of collection: Collection, findsPassages: Bool
  ) -> Digests {
    var scratch = SketchingScratch()
    var digests = Digests(parameters: SketchParameters())
    digests.reserveCapacity(
      documents: range.count,
      bytes: range.reduce(0) { $0 + collection.text(at: $1).utf8.count },
      fingerprints: findsPassages)
    for document in range {
      scratch.read(collection.text(at: document))
      if findsPassages { scratch.fingerprint() }
      digests.append(scratch, fingerprints: scratch.fingerprints)
    }
    digests.partitionFingerprints()
    return digests
  }
}
