/// What is kept of a collection whose texts lie elsewhere: what ``SketchedTexts`` has of them, and
/// what puts documents in order, names and relates them.
package struct SketchedCollection: Sendable {
  /// What is kept of the texts, in the order in which they were given.
  package private(set) var texts = SketchedTexts()
  /// The dates of publication.
  package private(set) var dates: [Timestamp?] = []
  /// A hash of the name of each publishing house, 0 where it is unknown.
  private var houses: [UInt32] = []
  /// A hash of each source, 0 where there is none.
  private var sources: [UInt32] = []
  private var ids = NamePool()
  private var houseReader = HouseReader()

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
    let house = houseReader.house(source: document.source, url: document.url)
    houses.append(house.map { Self.hash(of: $0.name) } ?? 0)
    sources.append(document.source.map(Self.hash) ?? 0)
  }

  /// A hash of a name that is never 0.
  private static func hash(of name: String) -> UInt32 {
    var name = name
    let hash = name.withUTF8 { xxh3($0.baseAddress, $0.count) }
    return max(1, UInt32(truncatingIfNeeded: hash))
  }

  /// Adds what is kept of the texts of the next documents.
  package mutating func append(contentsOf texts: SketchedTexts) {
    self.texts.append(contentsOf: texts)
  }

  /// Hands over the collection, and keeps nothing of the texts but their identities.
  package mutating func take() -> SketchedCollection {
    let taken = self
    texts.forgetTexts()
    return taken
  }

  /// Hands over the digests of the texts in an order.
  mutating func takeDigests(in order: [UInt32]) -> Digests { texts.takeDigests(in: order) }

  /// What is known of each document's publication, in an order.
  ///
  /// Documents of one source are of the house of the first of them.
  func publications(in order: [UInt32]) -> [Publication] {
    var known: [UInt32: UInt32] = [:]
    return order.lazy.map { Int($0) }.map { document in
      var house = houses[document]
      let source = sources[document]
      if source != 0 {
        if let first = known[source] { house = first } else { known[source] = house }
      }
      return Publication(day: dates[document]?.day, house: house == 0 ? nil : Int(house))
    }
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
    dates[one].precedes(dates[other]) ?? ids.precedes(one, other)
  }
}

extension SketchedCollection {
  /// How many documents a task reads at a time.
  private static let readAtATime = DigestPage.mostDocuments

  /// Keeps of documents what the preset of settings asks for.
  init(
    of documents: [Document], settings: Settings, progress: (@Sendable (Progress) -> Void)? = nil
  ) async {
    let starts = Array(stride(from: 0, to: documents.count, by: Self.readAtATime))
    let parts = await mapInOrder(
      starts, tasks: settings.threads,
      { start in
        var sketcher = TextSketcher(for: settings.preset)
        for document in documents[start..<min(start + Self.readAtATime, documents.count)] {
          sketcher.append(document.text)
        }
        return sketcher.take()
      },
      progress: {
        let done = min($0 * Self.readAtATime, documents.count)
        progress?(Progress(stage: .reading, done: done, total: documents.count))
      })
    self.init()
    for document in documents { append(document) }
    for part in parts { append(contentsOf: part) }
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
