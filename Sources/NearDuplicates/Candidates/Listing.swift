/// Which matches a run returns.
public enum Listing: Sendable, CaseIterable {
  /// Only what clusters need; the fastest.
  case clusters
  /// Every match whose relation is listed by default, `partial` included.
  case listed
  /// Every relation, `template`, `quotes` and `boilerplate` included.
  case all
}
