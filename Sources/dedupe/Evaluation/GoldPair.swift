import DedupeFormats
import NearDuplicates

/// Two articles with the label that people gave them.
struct GoldPair: Sendable, Equatable {
  /// The indices of the articles in their collection.
  var a: Int
  var b: Int
  var label: String

  /// The pairs that name two articles of a collection, and how many do not.
  static func pairs(
    _ records: [Document], in documents: [Document]
  ) -> (pairs: [GoldPair], unknown: Int) {
    let indices = Dictionary(
      documents.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let pairs = records.compactMap { record -> GoldPair? in
      guard let a = record.title.flatMap({ indices[$0] }),
        let b = record.source.flatMap({ indices[$0] })
      else { return nil }
      return GoldPair(a: a, b: b, label: record.text)
    }
    return (pairs, records.count - pairs.count)
  }

  /// How the records of pairs are read: the label is their text, and the two names stand where
  /// headline and outlet do, so that one reader serves for articles and for pairs.
  static var fieldNames: FieldNames {
    var names = FieldNames()
    names.id = "pair"
    names.title = "a"
    names.source = "b"
    names.text = "label"
    return names
  }
}
