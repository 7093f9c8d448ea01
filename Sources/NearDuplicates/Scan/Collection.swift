/// A collection in canonical order: by date, then by id; undated documents come last.
///
/// All stages work on the canonical order, and so no result depends on the order of the input.
struct Collection: Sendable {
  /// What is kept of the documents, in the order in which they were given.
  private(set) var kept: SketchedCollection
  /// The document at each place in canonical order, as it was given.
  let order: [UInt32]

  init(_ kept: SketchedCollection) {
    self.kept = kept
    order = kept.canonicalOrder()
  }

  var count: Int { order.count }

  /// A hash of the words of the document at a place, 0 where it has none.
  func identity(at place: UInt32) -> UInt64 { kept.texts.identities[Int(order[Int(place)])] }

  /// Ranges of places, each of at most `size` documents.
  func batches(of size: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }

  /// What the profile learns of the documents' publication, by their places.
  func publications() -> [Publication] { kept.publications(in: order) }

  /// Hands over the digests, by their places.
  mutating func takeDigests() -> Digests { kept.takeDigests(in: order) }

  /// What the result of a run is made of, besides what is verified.
  ///
  /// - Parameters:
  ///   - candidates: how many pairs the channels proposed.
  ///   - mayLink: the pairs that may make links, nil where all may.
  ///   - profile: what the texts are read by.
  /// - Returns: what a ``DeduplicationBuilder`` knows of the documents.
  func survey(candidates: Int, mayLink: Set<PairKey>? = nil, profile: Profile) -> Survey {
    Survey(
      order: order.map { Int($0) }, dates: order.map { kept.dates[Int($0)] },
      identity: { identity(at: $0) },
      documentsWithoutWords: kept.texts.identities.count { $0 == 0 },
      candidates: candidates, mayLink: mayLink, profile: profile)
  }
}

/// Reads the documents of a collection again, by their places in canonical order.
struct CollectionReader<Source: TextSource> {
  typealias Failure = Source.Reader.Failure

  private let collection: Collection
  private var source: Source.Reader

  init(_ collection: Collection, _ source: Source) {
    self.collection = collection
    self.source = source.reader()
  }

  /// The document at a place, as the verification sees it.
  mutating func read(
    _ place: UInt32, by reader: inout TextReader
  ) throws(Failure) -> ReadDocument {
    let document = try source.document(Int(collection.order[Int(place)]))
    let read = ReadDocument(document, reader: &reader)
    try refuse(place, unless: read.identity)
    return read
  }

  /// Replaces the content of `shingles` with those of the text at a place, repetitions included.
  mutating func read(
    _ place: UInt32, by sets: inout ShingleSets, into shingles: inout [UInt64]
  ) throws(Failure) {
    var identity: UInt64 = 0
    try source.withText(of: Int(collection.order[Int(place)])) {
      identity = sets.read($0, into: &shingles)
    }
    try refuse(place, unless: identity)
  }

  /// Ends the run where the words of a text are not those that were kept.
  private func refuse(_ place: UInt32, unless identity: UInt64) throws(Failure) {
    guard identity != collection.identity(at: place) else { return }
    try source.refuseChange(of: Int(collection.order[Int(place)]))
  }
}
