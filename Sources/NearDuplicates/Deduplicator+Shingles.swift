extension Deduplicator {
  /// How many documents a task sketches at a time.
  private static let sketchedAtATime = 256

  /// Clusters documents by their shingles alone, as the preset `corpus` does.
  func deduplicateByShingles(
    _ documents: [Document], progress: (@Sendable (Progress) -> Void)?
  ) async -> Deduplication {
    let starts = Array(stride(from: 0, to: documents.count, by: Self.sketchedAtATime))
    let parts = await mapInOrder(
      starts, tasks: settings.threads,
      { start in
        var sketcher = TextSketcher()
        for document in documents[start..<min(start + Self.sketchedAtATime, documents.count)] {
          sketcher.append(document.text)
        }
        return sketcher.sketched
      },
      progress: {
        let done = min($0 * Self.sketchedAtATime, documents.count)
        progress?(Progress(stage: .reading, done: done, total: documents.count))
      })
    var collection = SketchedCollection()
    for document in documents { collection.append(document) }
    for part in parts { collection.append(contentsOf: part) }
    return await deduplicate(
      collection, texts: HeldTexts(documents: documents), progress: progress)
  }

  /// Clusters a collection of which sketches are at hand and texts are not, by shingles alone: what
  /// the preset `corpus` does.
  ///
  /// Of each pair that the sketches propose, the texts are read again and compared as sets of
  /// shingles, each text once; those of listed pairs are read in full. No profile is learned:
  /// nothing here asks for one, and the result has the one that was given, or the empty one.
  ///
  /// - Parameters:
  ///   - collection: what is kept of the documents, with unique ids.
  ///   - source: where their texts are.
  ///   - progress: is told how far the run has come, from any thread.
  /// - Returns: what ``deduplicate(_:progress:)`` returns.
  /// - Throws: what the source throws where a text cannot be read again.
  package func deduplicate<Source: TextSource>(
    _ collection: SketchedCollection, texts source: Source,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async throws(Source.Reader.Failure) -> Deduplication {
    progress?(Progress(stage: .pairing, done: 0, total: 1))
    let order = collection.canonicalOrder()
    let pairs = await candidates(of: collection, order)
    let verification = ShingleVerification(collection: collection, order: order, source: source)
    let verified = try await verification.verify(
      pairs, tasks: settings.threads, progress: progress)
    let profile = profile ?? .empty
    let examiner = ShingleExaminer(
      verification, settings: settings, profile: profile, verified: verified)
    let survey = Survey(
      order: order.map { Int($0) }, dates: order.map { collection.dates[Int($0)] },
      identity: { collection.texts.identities[Int(order[Int($0)])] },
      documentsWithoutWords: collection.texts.identities.count { $0 == 0 },
      candidates: pairs.count, mayLink: nil, profile: profile)
    let result = await DeduplicationBuilder(survey, settings: settings, examiner: examiner)
      .build()
    if let failure = examiner.failure { throw failure }
    return result
  }

  private func candidates(
    of collection: SketchedCollection, _ order: [UInt32]
  ) async -> [PairKey] {
    var places = [UInt32?](repeating: nil, count: collection.count)
    for (place, document) in order.enumerated()
    where collection.texts.identities[Int(document)] != 0 {
      places[Int(document)] = UInt32(place)
    }
    let sketches = collection.texts.sketches
    let index = ByteBandIndex(
      bands: settings.preset.bands(slots: sketches.parameters.slots),
      leastSimilarity: settings.preset.leastSimilarity, cap: settings.documentFrequencyCap)
    return await index.pairs(sketches, places: places, order: order, tasks: settings.threads)
  }
}
