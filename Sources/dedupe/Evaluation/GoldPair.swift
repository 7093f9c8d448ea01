/// Two articles with the label that people gave them.
struct GoldPair: Sendable, Equatable {
  /// The indices of the articles in their collection.
  var a: Int
  var b: Int
  var label: String
}
