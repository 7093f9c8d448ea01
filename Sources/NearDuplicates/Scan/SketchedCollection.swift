/// What is kept of a collection whose texts lie elsewhere: sketches, and what puts documents in
/// order, names and relates them; some 190 bytes a document and its id.
package struct SketchedCollection: Sendable {
  /// What is kept of the texts, in the order in which they were given.
  package private(set) var texts = SketchedTexts()
  /// The dates of publication.
  package private(set) var dates: [Timestamp?] = []
  /// A hash of the name of each publishing house, 0 where it is unknown.
  private var houses: [UInt32] = []
  private var ids = NamePool()
  private var houseNumbers = HouseNumbers()

  /// Creates an empty collection.
  package init() {}

  /// The number of documents.
  package var count: Int { dates.count }

  /// The name of a document.
  package func id(of document: Int) -> String { ids[document] }

  /// Whether a document has a name, by its bytes.
  package func id(of document: Int, is bytes: UnsafeRawBufferPointer) -> Bool {
    ids.withBytes(of: document) { $0.elementsEqual(bytes) }
  }

  /// Adds a document whose text is added by ``append(contentsOf:)``; of this one nothing is kept
  /// but its name, its date and its house.
  package mutating func append(_ document: Document) {
    ids.append(document.id)
    dates.append(document.date)
    houses.append(houseNumbers.number(of: document))
  }

  /// Adds what is kept of the texts of the next documents.
  package mutating func append(contentsOf texts: SketchedTexts) {
    self.texts.append(contentsOf: texts)
  }

  /// Whether two documents are of one house.
  func areOfOneHouse(_ one: Int, _ other: Int) -> Bool {
    houses[one] != 0 && houses[one] == houses[other]
  }

  /// The documents in canonical order: by date, then by the bytes of the id; undated ones last.
  func canonicalOrder() -> [UInt32] {
    (0..<UInt32(count)).sorted { precedes(Int($0), Int($1)) }
  }

  /// Whether a document is the earlier of two, as ``Document/precedes(_:)`` has it.
  private func precedes(_ one: Int, _ other: Int) -> Bool {
    switch (dates[one], dates[other]) {
    case (let date?, let otherDate?) where date != otherDate: date < otherDate
    case (_?, nil): true
    case (nil, _?): false
    default: ids.precedes(one, other)
    }
  }
}

/// Names in one pool of bytes: a string each would take 16 bytes and, from 16 bytes on, a block of
/// memory of its own.
private struct NamePool {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func append(_ name: String) {
    bytes.append(contentsOf: name.utf8)
    ends.append(bytes.count)
  }

  subscript(index: Int) -> String {
    withBytes(of: index) { String(decoding: $0, as: UTF8.self) }
  }

  func withBytes<Result>(of index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<ends[index]])) }
  }

  func precedes(_ one: Int, _ other: Int) -> Bool {
    withBytes(of: one) { one in withBytes(of: other) { one.lexicographicallyPrecedes($0) } }
  }
}

/// Numbers houses by hashes of their names, so that no table of all addresses is needed.
private struct HouseNumbers {
  /// The numbers of sources without an address, which recur.
  private var known: [String: UInt32] = [:]
  private static let mostKnown = 4096

  mutating func number(of document: Document) -> UInt32 {
    guard document.url == nil else { return Self.number(document.source, document.url) }
    guard let source = document.source else { return 0 }
    if let number = known[source] { return number }
    let number = Self.number(source, nil)
    if known.count < Self.mostKnown { known[source] = number }
    return number
  }

  private static func number(_ source: String?, _ url: String?) -> UInt32 {
    guard var name = House(source: source, url: url)?.name else { return 0 }
    let hash = name.withUTF8 { xxh3($0.baseAddress, $0.count) }
    return max(1, UInt32(truncatingIfNeeded: hash))
  }
}
