/// Under which names the fields of a record are looked up.
package struct FieldNames: Sendable, Equatable {
  /// The name of the document. The default is `id`.
  package var id = "id"
  /// The text that is compared. The default is `text`.
  package var text = "text"
  /// The headline. The default is `title`.
  package var title = "title"
  /// When the document was published. The default is `date`.
  package var date = "date"
  /// The outlet. The default is `source`.
  package var source = "source"
  /// Where the document was published. The default is `url`.
  package var url = "url"

  /// Creates the default names.
  package init() {}
}
