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
    publications = collection.publications()
    let parts = await PassageIndex.parts(
      taking: &digests, cap: settings.documentFrequencyCap, tasks: settings.threads)
    let learned = await Learned(
      digests, parts, bandPairs: bandPairs, publications: publications, profile: given,
      settings: settings)
    let finder: CandidateFinder
    (finder, profile) = await Self.finder(
      digests, learned, bandPairs: bandPairs, neighbours: neighbours, publications: publications,
      settings: settings)
    candidates = await mapInOrder(
      collection.batches(of: Self.documentsAtATime), tasks: settings.threads
    ) { finder.candidates(from: $0) }.flatMap { $0 }
    linkable = await Self.linkable(candidates, digests, publications, settings)
    digests.dropTokens()
    self.digests = digests
  }

  /// Prepares what candidates are gathered by: the links that passages make beside the rare words.
  private static func finder(
    _ digests: Digests, _ learned: Learned, bandPairs: [PairKey], neighbours: Neighbours,
    publications: [Publication], settings: Settings
  ) async -> (CandidateFinder, Profile) {
    let link: @Sendable () -> (PassageLinks, Profile) = {
      let profile = learned.profile(of: digests.count)
      let links = PassageLinks(
        learned.index, profile: profile, neighbours: neighbours, documents: digests.count)
      return (links, profile)
    }
    guard settings.preset.findsPassages else {
      let (links, profile) = link()
      let finder = CandidateFinder(
        digests: digests, bandPairs: bandPairs, passages: links, rareWords: nil)
      return (finder, profile)
    }
    let (rareWords, (links, profile)) = await RareWordIndex.index(
      digests, weights: learned.weights, publications: publications, tasks: settings.threads,
      beside: link)
    let finder = CandidateFinder(
      digests: digests, bandPairs: bandPairs, passages: links, rareWords: rareWords)
    return (finder, profile)
  }

  /// How many candidates a task looks over at a time.
  private static let pairsAtATime = 4_096

  /// The candidates that neither sieve settles.
  private static func linkable(
    _ candidates: [Candidate], _ digests: Digests, _ publications: [Publication],
    _ settings: Settings
  ) async -> [PairKey] {
    let sieve = Sieve(
      listing: .clusters, leastSimilarity: settings.preset.leastSimilarity,
      publications: publications)
    let findsPassages = settings.preset.findsPassages
    let fineSieve = FineSieve(digests: digests, publications: publications)
    let batches = stride(from: 0, to: candidates.count, by: pairsAtATime).map {
      candidates[$0..<min($0 + pairsAtATime, candidates.count)]
    }
    return await mapInOrder(batches, tasks: settings.threads) { batch in
      let counted = batch.filter { sieve.passes($0, digests) }
      return findsPassages ? fineSieve.passing(counted[...]) : counted.map(\.pair)
    }.flatMap { $0 }
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

/// What is learned of a collection, or given, before candidates are gathered.
private struct Learned: Sendable {
  let index: PassageIndex
  private let lesson: Lesson

  private enum Lesson {
    case given(Profile)
    case learned(LearnedWords, LearnedPassages)
  }

  /// Joins the index of passages and learns from it what recurs, unless a profile is given; beside
  /// that it learns how common words are.
  init(
    _ digests: Digests, _ parts: [PassageIndex.Part], bandPairs: [PairKey],
    publications: [Publication], profile given: Profile?, settings: Settings
  ) async {
    let cap = settings.documentFrequencyCap
    if let given {
      index = PassageIndex(joining: parts, cap: cap)
      lesson = .given(given)
      return
    }
    let (words, (index, passages)) = await mapInOrder(
      [digests], tasks: settings.threads,
      beside: {
        let index = PassageIndex(joining: parts, cap: cap)
        let stories = Stories(bandPairs, sketches: digests.sketches, publications: publications)
        return (index, LearnedPassages(index, stories: stories, publications: publications))
      },
      { LearnedWords(of: $0) })
    self.index = index
    lesson = .learned(words[0], passages)
  }

  /// How much each word tells.
  var weights: WordWeights {
    switch lesson {
    case .given(let profile): profile.weights
    case .learned(let words, _): words.weights
    }
  }

  /// The profile of a collection of so many documents.
  func profile(of documents: Int) -> Profile {
    switch lesson {
    case .given(let profile): profile
    case .learned(let words, let passages): Profile(of: documents, words, passages)
    }
  }
}
