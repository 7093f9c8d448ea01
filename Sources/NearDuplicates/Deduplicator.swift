/// Finds the documents of a collection that carry the same report.
///
///     let result = await Deduplicator().deduplicate(documents)
///     for cluster in result.clusters { print(cluster.members.map { documents[$0].id }) }
///
/// The way of the data: texts become tokens, shingles and sketches; sketches, passage fingerprints
/// and rare words propose candidates; candidates are verified on their texts; matches make clusters
/// that are tight around a core. Nothing is clustered on a sketch alone. The result depends on
/// the documents and the settings, not on the order of the documents or the number of threads.
public struct Deduplicator: Sendable {
  /// What is looked for.
  public var settings: Settings
  /// What was learned of a collection beforehand; nil to learn from the documents themselves.
  public var profile: Profile?

  /// Creates a deduplicator.
  public init(settings: Settings = Settings(), profile: Profile? = nil) {
    self.settings = settings
    self.profile = profile
  }

  /// Clusters a collection.
  ///
  /// - Parameters:
  ///   - documents: the collection; ids must be unique.
  ///   - progress: is told how far the run has come, from any thread.
  /// - Returns: clusters, the place of each document, and the matches that are listed.
  ///
  /// Complexity: O(*n*) in the words of the collection for what is read and sketched, and a
  /// verification for each candidate that a cheap test does not settle.
  public func deduplicate(
    _ documents: [Document], progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Deduplication {
    let kept = await SketchedCollection(of: documents, settings: settings, progress: progress)
    return await deduplicate(kept, texts: HeldTexts(documents: documents), progress: progress)
  }

  /// Clusters a collection whose texts are not at hand: they are read again where they are compared.
  ///
  /// - Parameters:
  ///   - kept: what is kept of the documents for the preset of the settings, with unique ids.
  ///   - source: where their texts are.
  ///   - progress: is told how far the run has come, from any thread.
  /// - Returns: what ``deduplicate(_:progress:)`` returns.
  /// - Throws: what the source throws where a text cannot be read again.
  package func deduplicate<Source: TextSource>(
    _ kept: consuming SketchedCollection, texts source: Source,
    progress: (@Sendable (Progress) -> Void)? = nil
  ) async throws(Source.Reader.Failure) -> Deduplication {
    switch settings.preset.scoring {
    case .jaccard: try await deduplicateByShingles(kept, texts: source, progress: progress)
    case .evidence: try await deduplicateByTexts(kept, texts: source, progress: progress)
    }
  }

  private func deduplicateByTexts<Source: TextSource>(
    _ kept: consuming SketchedCollection, texts source: Source,
    progress: (@Sendable (Progress) -> Void)?
  ) async throws(Source.Reader.Failure) -> Deduplication {
    let search = await Search(kept, settings: settings, profile: profile, progress: progress)
    let pairs = search.pairs(for: settings.listing, preset: settings.preset)
    let verification = try await Verification(
      pairs, of: search, texts: source, settings: settings, progress: progress)
    let examiner = TextExaminer(
      search, texts: source, settings: settings, verified: verification.verified)
    let result = await DeduplicationBuilder(
      search.survey(for: settings), settings: settings, examiner: examiner
    ).build()
    if let failure = examiner.failure { throw failure }
    return result
  }

  /// Compares two documents, whichever is the earlier.
  ///
  /// In the result, `a` is the earlier by date, else by id.
  ///
  /// Complexity: O(*n*) in the words of both texts, and what the windows around the stretches
  /// they share add.
  public func compare(_ one: Document, _ other: Document) -> Comparison {
    let (a, b) = other.precedes(one) ? (other, one) : (one, other)
    var reader = TextReader(profile: profile ?? .empty)
    let first = ReadDocument(a, reader: &reader)
    let second = ReadDocument(b, reader: &reader)
    var verifier = Verifier(scoring: settings.preset.scoring)
    let verdict = verifier.verdict(first, second)
    return verifier.comparison(first, second, verdict)
  }

  /// Learns the profile of a collection: how frequent its words are, and which stretches recur.
  ///
  /// - Parameters:
  ///   - documents: the collection; ids must be unique.
  ///   - progress: is told how far the run has come, from any thread.
  /// - Returns: what later collections, and pairs that are compared, may be judged by.
  ///
  /// Complexity: O(*n*) in the words of the collection.
  public func learn(
    from documents: [Document], progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Profile {
    let kept = await SketchedCollection(
      of: documents, settings: learningSettings, progress: progress)
    return await learn(from: kept, progress: progress)
  }

  /// Learns the profile of a collection of which is kept what the preset `wire` asks for.
  package func learn(
    from kept: consuming SketchedCollection, progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Profile {
    await Search(kept, settings: learningSettings, profile: nil, progress: progress).profile
  }

  private var learningSettings: Settings {
    var settings = Settings(preset: .wire)
    settings.threads = self.settings.threads
    settings.documentFrequencyCap = self.settings.documentFrequencyCap
    return settings
  }
}
