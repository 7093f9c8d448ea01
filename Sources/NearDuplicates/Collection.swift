/// A collection in canonical order: by date, then by id; undated documents come last.
///
/// All stages work on the canonical order, and so no result depends on the order of the input.
struct Collection: Sendable {
  /// The documents as they were given.
  let documents: [Document]
  /// The index of each document as it was given, in canonical order.
  let order: [Int]

  init(_ documents: [Document]) {
    self.documents = documents
    order = documents.indices.sorted { Self.precedes(documents[$0], documents[$1]) }
  }

  var count: Int { documents.count }

  /// The document at a canonical index.
  subscript(canonical: Int) -> Document { documents[order[canonical]] }

  /// Whether a document comes first in canonical order.
  static func precedes(_ one: Document, _ other: Document) -> Bool {
    switch (one.date, other.date) {
    case let (first?, second?) where first != second: first < second
    case (_?, nil): true
    case (nil, _?): false
    default: one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
    }
  }

  /// Ranges of canonical indices, each of at most `size` documents.
  func batches(of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// What the profile learns of the documents' publication, in canonical order.
  func publications() -> [ProfileLearner.Publication] {
    var houses: [String: House?] = [:]
    var numbers: [House: Int] = [:]
    return order.map { index in
      let document = documents[index]
      let key = document.source ?? document.url ?? ""
      let house = houses[key] ?? House(source: document.source, url: document.url)
      houses[key] = house
      let number = house.map { house in
        numbers[house] ?? {
          numbers[house] = numbers.count
          return numbers.count - 1
        }()
      }
      return ProfileLearner.Publication(day: document.date?.day, house: number)
    }
  }
}
