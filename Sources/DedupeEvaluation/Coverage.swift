/// Which of the pairs that should be found were found.
public struct Coverage: Sendable, Equatable {
  /// The expected pairs that were found, in the order they were expected.
  public let found: [DocumentPair]
  /// The expected pairs that were not found, in the order they were expected.
  public let missed: [DocumentPair]

  /// Compares what was expected with what was found; what else was found does not matter.
  public init(of expected: [DocumentPair], by found: Set<DocumentPair>) {
    self.found = expected.filter(found.contains)
    missed = expected.filter { !found.contains($0) }
  }

  /// The share of the expected pairs that were found, 0 to 1; 1 where none was expected.
  public var recall: Double {
    let expected = found.count + missed.count
    return expected == 0 ? 1 : Double(found.count) / Double(expected)
  }
}
