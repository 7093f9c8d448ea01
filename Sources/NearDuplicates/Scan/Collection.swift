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
    order = documents.indices.sorted { documents[$0].precedes(documents[$1]) }
  }

  var count: Int { documents.count }

  /// The document at a canonical index.
  subscript(canonical: Int) -> Document { documents[order[canonical]] }

  /// The text of the document at a canonical index; the document itself would be copied for it.
  func text(at canonical: Int) -> String { documents[order[canonical]].text }

  /// Ranges of canonical indices, each of at most `size` documents.
  func batches(of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// What the profile learns of the documents' publication, in canonical order.
  func publications() -> [Publication] {
    var numbering = HouseNumbering()
    return order.map { numbering.publication(of: documents[$0]) }
  }
}

/// Numbers the houses of documents, reading each source's name once.
struct HouseNumbering {
  private var known: [String: Int?] = [:]
  private var numbers: [House: Int] = [:]

  mutating func publication(of document: Document) -> Publication {
    Publication(day: document.date?.day, house: number(of: document))
  }

  private mutating func number(of document: Document) -> Int? {
    let key = document.source ?? document.url ?? ""
    if let number = known[key] { return number }
    let house = House(source: document.source, url: document.url)
    let number = house.map { numbers[$0] ?? numbers.count }
    if let house { numbers[house] = number }
    known[key] = number
    return number
  }
}
