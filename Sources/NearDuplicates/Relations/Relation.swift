/// How two documents that share something are related.
public enum Relation: String, Sendable, CaseIterable {
  /// The same text after normalisation.
  case identical
  /// The same text, lightly edited: another headline, house style, page furniture.
  case reprint
  /// An edited state of the same text by the same house, within days.
  case version
  /// One is cut or condensed from the other.
  case excerpt
  /// The same report in other words.
  case rewrite
  /// Some sentences of reporting are shared, but most is own work.
  case partial
  /// The same form filled with new facts: daily figures, market closes, fixtures.
  case template
  /// Only what people said or published is shared.
  case quotes
  /// Only page furniture, bios, newsletters or standing background is shared.
  case boilerplate

  /// Whether documents so related carry the same report and therefore share a cluster.
  public var clusters: Bool {
    switch self {
    case .identical, .reprint, .version, .excerpt, .rewrite: true
    case .partial, .template, .quotes, .boilerplate: false
    }
  }

  /// Whether a match of this relation is listed without being asked for.
  public var isListedByDefault: Bool {
    clusters || self == .partial
  }
}
