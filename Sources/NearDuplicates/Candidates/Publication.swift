/// What is known of a document's publication, as far as learning needs it.
struct Publication {
  /// The day of publication.
  var day: Int?
  /// The number of the house, the same for documents of one house.
  var house: Int?
}
