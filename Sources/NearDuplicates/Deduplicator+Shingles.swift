extension Deduplicator {
  /// Clusters a collection by shingles alone: what the preset `corpus` does.
  ///
  /// Of each pair that the sketches propose, the texts are read again and compared as sets of
  /// shingles, each text once; those of listed pairs are read in full. No profile is learned:
  /// nothing here asks for one, and the result has the one that was given, or the empty one.
  func deduplicateByShingles<Source: TextSource>(
    _ kept: consuming SketchedCollection, texts source: Source,
    progress: (@Sendable (Progress) -> Void)?
  ) async throws(Source.Reader.Failure) -> Deduplication {
    progress?(Progress(stage: .pairing, done: 0, total: 1))
    // The empty profile takes as long as the order: it weighs the words of the lexicon.
    let given = profile
    let (collections, profile) = await mapInOrder(
      [kept], tasks: settings.threads, beside: { given ?? .empty }, { Collection($0) })
    let collection = collections[0]
    let pairs = await candidates(of: collection)
    let verification = ShingleVerification(collection: collection, source: source)
    let verified = try await verification.verify(
      pairs, tasks: settings.threads, progress: progress)
    let examiner = ShingleExaminer(
      verification, settings: settings, profile: profile, verified: verified)
    let survey = collection.survey(candidates: pairs.count, profile: profile)
    let result = await DeduplicationBuilder(survey, settings: settings, examiner: examiner)
      .build()
    if let failure = examiner.failure { throw failure }
    return result
  }

  private func candidates(of collection: Collection) async -> [PairKey] {
    var places = [UInt32?](repeating: nil, count: collection.count)
    for (place, document) in collection.order.enumerated()
    where collection.identity(at: UInt32(place)) != 0 {
      places[Int(document)] = UInt32(place)
    }
    let sketches = collection.kept.texts.sketches
    let index = ByteBandIndex(
      bands: settings.preset.bands(slots: sketches.parameters.slots),
      leastSimilarity: settings.preset.leastSimilarity, cap: settings.documentFrequencyCap)
    return await index.pairs(
      sketches, places: places, order: collection.order, tasks: settings.threads)
  }
}
