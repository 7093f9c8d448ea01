import NearDuplicates

extension DocumentIndex {
  // MARK: One document

  /// All that is kept of a document but its text, keys and sketch; nil where it is not there.
  package func header(of ordinal: Ordinal) -> EntryHeader? {
    read(ordinal) { record throws(Damage) in try record.header() }
  }

  /// The numbers kept of a document; nil where it is not there.
  package func facts(of ordinal: Ordinal) -> EntryFacts? {
    read(ordinal) { record throws(Damage) in try record.facts() }
  }

  /// The text of a document.
  package func text(of ordinal: Ordinal) throws(IndexError) -> String {
    guard let place = place(of: ordinal) else {
      throw .noDocument(path: path, ordinal: ordinal)
    }
    return try place.read { record throws(Damage) in try record.text() }
  }

  /// The sketch of a document; nil where it is not there.
  package func sketch(of ordinal: Ordinal) -> [UInt8]? {
    withSketch(of: ordinal) { Array($0) }
  }

  /// Calls `body` with the sketch of a document, without copying it; nil where it is not there.
  package func withSketch<Result>(
    of ordinal: Ordinal, _ body: (UnsafeRawBufferPointer) -> Result
  ) -> Result? {
    place(of: ordinal)?.withSketch(body)
  }

  /// Whether a document is there.
  package func contains(_ ordinal: Ordinal) -> Bool { place(of: ordinal) != nil }

  /// Looks again what a writer has added and removed; only for an index that is open for reading.
  ///
  /// A reader sees the index as it was when it was opened or last refreshed. It costs reading the
  /// journals, some tens of megabytes.
  package func refresh() throws(IndexError) {
    guard writer == nil else { return }
    let open = contents.withLock { $0.segments.map(\.segment) }
    let opening = try IndexOpening(path: path, options: options, isWriting: false, reusing: open)
    let new = opening.contents
    contents.withLock { $0 = new }
  }

  // MARK: Many documents

  /// The ordinal that the next document gets: the number of documents ever appended.
  package var nextOrdinal: Ordinal { contents.withLock { $0.nextOrdinal } }

  /// The greatest moment of a document ever appended, in seconds since 1970.
  package var newestSeconds: Int64? { contents.withLock { $0.newestSeconds } }

  /// The profile and its generation, nil where none was stored.
  package func profile() -> (profile: Profile, generation: Int)? {
    contents.withLock { $0.profile }.map { (profile: $0.profile, generation: $0.generation) }
  }

  /// The documents whose id has exactly this JSON token, oldest first.
  package func ordinals(ofID id: [UInt8]) -> [Ordinal] {
    var ordinals: [Ordinal] = []
    forEachPosting(of: [PostingKey(id.checksum)], in: PostingColumn.ids, newest: .max, oldest: 0) {
      ordinals.append($1)
    }
    // Different ids may have the same key.
    return ordinals.filter { ordinal in
      read(ordinal) { record throws(Damage) in try record.id().elementsEqual(id) } ?? false
    }.sorted()
  }

  /// Calls `body` with every document that has the key, in rising order.
  package func forEachPosting(
    of key: UInt64, in family: PostingFamily, _ body: (Ordinal) -> Void
  ) {
    var ordinals: [Ordinal] = []
    forEachPosting(of: [key], in: family, newest: .max, oldest: 0) { ordinals.append($1) }
    for ordinal in ordinals.reversed() { body(ordinal) }
  }

  /// Calls `body` with the newest and the oldest documents that have each key.
  ///
  /// Each document is told once a key, key by key, the newest first: at most `newest` of them,
  /// then of the others the `oldest` at most that came first, oldest first.
  ///
  /// - Parameters:
  ///   - keys: What to look up.
  ///   - family: The kind of the keys.
  ///   - newest: The most documents told, the newest first.
  ///   - oldest: The most documents told of those that come before them.
  ///   - body: Gets the index of the key in `keys`, and a document.
  package func forEachPosting(
    of keys: [UInt64], in family: PostingFamily, newest: Int, oldest: Int,
    _ body: (_ key: Int, _ ordinal: Ordinal) -> Void
  ) {
    forEachPosting(
      of: keys.map { PostingKey($0) }, in: family.rawValue, newest: newest, oldest: oldest, body)
  }

  /// Calls `body` with every document from one ordinal up to, not including, another, rising.
  package func forEachLive(from first: Ordinal, to end: Ordinal, _ body: (Ordinal) -> Void) {
    forEachLive(from: first, to: end) { ordinal, _ in body(ordinal) }
  }

  /// The same with the moment of each document.
  func forEachLive(from first: Ordinal, to end: Ordinal, _ body: (Ordinal, Int64) -> Void) {
    let (layers, inMemory) = contents.withLock { contents in
      (contents.segments, contents.liveInMemory(from: first, to: end))
    }
    for layer in layers { layer.forEachLive(from: first, to: end, body) }
    for (ordinal, seconds) in inMemory { body(ordinal, seconds) }
  }

  // MARK: Inside

  private func place(of ordinal: Ordinal) -> DocumentPlace? {
    contents.withLock { $0.place(of: ordinal) }
  }

  private func read<Result>(
    _ ordinal: Ordinal, _ body: (DocumentRecord) throws(Damage) -> Result
  ) -> Result? {
    guard let place = place(of: ordinal) else { return nil }
    do throws(IndexError) {
      return try place.read(body)
    } catch {
      note(error)
      return nil
    }
  }

  /// Remembers damage met by a lookup, which the next call that can throw tells of.
  func note(_ error: IndexError) {
    damage.withLock { if $0 == nil { $0 = error } }
  }
}
