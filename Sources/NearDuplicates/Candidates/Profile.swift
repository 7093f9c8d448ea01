/// What was learned of a collection: how common its words are and which passages recur across
/// its stories.
public struct Profile: Sendable, Equatable {
  /// The number of documents it was learned from.
  public var documents: Int

  /// A profile that knows nothing.
  public static let empty = Profile(documents: 0)
}
