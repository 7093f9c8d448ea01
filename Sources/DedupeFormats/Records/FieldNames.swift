/// Under which names the fields of a record are looked up.
package struct FieldNames: Sendable, Equatable {
  /// The name of the document; `id` by default.
  package var id = "id"
  /// The text that is compared; `text` by default.
  package var text = "text"
  /// The headline; `title` by default.
  package var title = "title"
  /// When the document was published; `date` by default.
  package var date = "date"
  /// The outlet; `source` by default.
  package var source = "source"
  /// Where the document was published; `url` by default.
  package var url = "url"

  /// Creates the default names.
  package init() {}
}
