/// Two documents of a collection by their indices, the smaller first.
public struct DocumentPair: Hashable, Comparable, Sendable {
  /// The smaller index.
  public let a: Int
  /// The larger index.
  public let b: Int

  /// Names a pair, whichever comes first.
  public init(_ one: Int, _ other: Int) {
    a = min(one, other)
    b = max(one, other)
  }

  /// Orders by the smaller, then by the larger index.
  public static func < (left: DocumentPair, right: DocumentPair) -> Bool {
    left.a == right.a ? left.b < right.b : left.a < right.a
  }
}
