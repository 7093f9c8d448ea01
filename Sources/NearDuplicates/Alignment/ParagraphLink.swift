/// Two paragraphs that answer each other.
public struct ParagraphLink: Sendable, Equatable {
  /// The index of the paragraph in the earlier document.
  public var a: Int
  /// The index of the paragraph in the later document.
  public var b: Int
  /// Words of shared passages that lie in both paragraphs.
  public var sharedWords: Int
  /// The share of a's words that is shared verbatim, 0 to 1.
  public var shareOfA: Double
  /// The share of b's words that is shared verbatim, 0 to 1.
  public var shareOfB: Double
  /// How surely the one paragraph says what the other says, in whatever words, 0 to 1.
  public var certainty: Double

  /// Creates a link.
  public init(
    a: Int, b: Int, sharedWords: Int, shareOfA: Double, shareOfB: Double, certainty: Double
  ) {
    self.a = a
    self.b = b
    self.sharedWords = sharedWords
    self.shareOfA = shareOfA
    self.shareOfB = shareOfB
    self.certainty = certainty
  }
}
