import NearDuplicates

/// What a filter says about one record.
package struct FilterVerdict: Sendable {
  /// What is to be done with a record.
  package enum Status: String, Sendable {
    /// Nothing like it was seen within the window.
    case new
    /// The same report was seen before.
    case duplicate
    /// There was nothing to judge by; it is not remembered.
    case unchecked
  }

  /// What is to be done with the record.
  package var status: Status
  /// The relation to the document it is a duplicate of.
  package var relation: Relation?
  /// The id of that document, as a JSON token.
  package var of: [UInt8]?
  /// The score with that document, 0 to 1, rounded to 4 decimals.
  package var score: Double?
  /// The name of the record's cluster: 16 hexadecimal digits made from its first member's text.
  package var cluster: String?
  /// Whether the same id came before with the same text.
  package var isRedelivery = false
  /// The id of the copy that was kept until now, where this one is better by the rule.
  package var supersedes: [UInt8]?
  /// What else a reader should know.
  package var reason: String?
  /// The generation of the profile; 0 knows nothing, nil is a profile that was given.
  package var generation: Int?
  /// The number under which the index knows the record; nil where it was not added.
  package var ordinal: Ordinal?
  /// The two texts side by side, where it was asked for.
  package var evidence: FilterEvidence?

  /// Creates a verdict.
  package init(status: Status) {
    self.status = status
  }
}

/// A record and the document it is a duplicate of, side by side.
package struct FilterEvidence: Sendable {
  /// The document that the record is a duplicate of.
  package var original: Document
  /// What the two share; its `a` is the earlier by date, else by id.
  package var comparison: Comparison
  /// Whether the record is that `a`.
  package var recordIsEarlier: Bool
}
