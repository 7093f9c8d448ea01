/// The first half of a run: everything that happens before texts are compared.
struct Search: Sendable {
  let collection: Collection
  let digests: Digests
  let profile: Profile
  /// The candidates of all channels, in order.
  let candidates: [Candidate]

  /// How many documents a task takes at a time.
  private static let batchSize = 256

  init(
    _ collection: Collection, settings: Settings, profile given: Profile?,
    progress: (@Sendable (Progress) -> Void)?
  ) async {
    self.collection = collection
    digests = await Self.digests(of: collection, settings: settings, progress: progress)
    progress?(Progress(stage: .pairing, done: 0, total: 1))
    let neighbours = Neighbours(digests.sketches, cap: settings.documentFrequencyCap)
    let bandIndex = BandIndex(
      bands: settings.preset.bands(slots: digests.sketches.parameters.slots),
      leastSimilarity: settings.preset.leastSimilarity)
    let bandPairs = bandIndex.pairs(digests.sketches, neighbours: neighbours)
    let index = PassageIndex(digests, cap: settings.documentFrequencyCap)
    profile =
      given
      ?? ProfileLearner(
        digests: digests, index: index,
        stories: Stories(bandPairs, sketches: digests.sketches),
        publications: collection.publications()
      ).learn()
    let finder = CandidateFinder(
      digests: digests, index: index, bandPairs: bandPairs, neighbours: neighbours,
      profile: profile)
    candidates = await mapInOrder(
      collection.batches(of: Self.batchSize * 8), tasks: settings.threads
    ) { finder.candidates(from: $0) }.flatMap { $0 }
  }

  /// The pairs whose texts are compared.
  var pairsToVerify: [PairKey] { candidates.map(\.pair) }

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
    var digests = Digests(parameters: SketchParameters())
    for batch in batches { digests.append(batch) }
    return digests
  }

  private static func digest(
    _ range: Range<Int>, of collection: Collection, findsPassages: Bool
  ) -> Digests {
    var scratch = SketchingScratch()
    var digests = Digests(parameters: SketchParameters())
    for document in range {
      scratch.read(collection[document].text)
      if findsPassages { scratch.fingerprint() }
      digests.append(scratch, fingerprints: scratch.fingerprints)
    }
    return digests
  }
}
