/// A stretch of text that two documents share.
///
/// Ranges are half-open UTF-8 offsets into the `text` of each document, where ``Document/text``
/// is contiguous UTF-8.
public struct Passage: Sendable, Hashable {
  /// What kind of text is shared.
  public enum Kind: String, Sendable, CaseIterable {
    /// The outlet's own reporting.
    case narrative
    /// What people said or published: quotations, posts, statements.
    case quotation
    /// Page furniture and standing text that recur across stories.
    case boilerplate
  }

  /// The stretch in the earlier document, in UTF-8 offsets.
  public var a: Range<Int>
  /// The stretch in the later document, in UTF-8 offsets.
  public var b: Range<Int>
  /// The words of the stretch that both sides have, counted on the shorter document.
  public var words: Int
  /// What kind of text is shared.
  public var kind: Kind

  /// Creates a passage.
  public init(a: Range<Int>, b: Range<Int>, words: Int, kind: Kind) {
    self.a = a
    self.b = b
    self.words = words
    self.kind = kind
  }
}
