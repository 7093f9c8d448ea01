/// One text of a collection together with what is known about its publication.
///
/// Only ``text`` is compared. The other fields are evidence (`source`, `url`, `date`) or travel
/// along for the report (`id`, `title`).
///
///     let report = Document(id: "002", text: "U.S. weighs instant membership …")
public struct Document: Sendable, Equatable {
  /// The name of the document, unique within its collection.
  public var id: String
  /// The headline.
  ///
  /// It is shown, and not compared; titles that differ in the year alone tell two reports apart.
  public var title: String?
  /// The text that is compared.
  public var text: String
  /// The outlet that published the document.
  public var source: String?
  /// When the document was published.
  public var date: Timestamp?
  /// Where the document was published.
  public var url: String?

  /// Creates a document; everything but `id` and `text` may be unknown.
  public init(
    id: String, title: String? = nil, text: String, source: String? = nil,
    date: Timestamp? = nil, url: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.source = source
    self.date = date
    self.url = url
  }

  /// Whether this document is the earlier of two: by date, then by the bytes of the id.
  ///
  /// Undated documents come last. All results that speak of a pair name the earlier one first.
  public func precedes(_ other: Document) -> Bool {
    date.precedes(other.date) ?? id.utf8.lexicographicallyPrecedes(other.id.utf8)
  }
}
