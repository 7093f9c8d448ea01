/// Finds the documents of a collection that carry the same report.
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
  public func deduplicate(
    _ documents: [Document], progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Deduplication {
    Deduplication(
      clusters: [], placements: documents.map { _ in Placement() }, matches: [], nearMisses: [],
      profile: profile ?? .empty, statistics: .init())
  }

  /// Compares two documents.
  public func compare(_ a: Document, _ b: Document) -> Comparison {
    Comparison(
      relation: nil, score: 0, measures: Measures(), passages: [], paragraphsOfA: [],
      paragraphsOfB: [], links: [], evidence: [])
  }

  /// Learns the profile of a collection.
  public func learn(
    from documents: [Document], progress: (@Sendable (Progress) -> Void)? = nil
  ) async -> Profile { .empty }
}
