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
    guard let place = place(of: ordinal) else { return nil }
    return withExtendedLifetime(place) { body(place.sketch) }
  }

  /// Whether a document is there.
  package func contains(_ ordinal: Ordinal) -> Bool { place(of: ordinal) != nil }

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
  /// - Parameter body: Gets the index of the key in `keys`, and a document.
  package func forEachPosting(
    of keys: [UInt64], in family: PostingFamily, newest: Int, oldest: Int,
    _ body: (_ key: Int, _ ordinal: Ordinal) -> Void
  ) {
    forEachPosting(
      of: keys.map { PostingKey($0) }, in: family.rawValue, newest: newest, oldest: oldest, body)
  }

  /// Calls `body` with every document from one ordinal up to, not including, another, rising.
  package func forEachLive(from first: Ordinal, to end: Ordinal, _ body: (Ordinal) -> Void) {
    for ordinal in contents.withLock({ $0.ordinals(from: first, to: end) }) { body(ordinal) }
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

  private func forEachPosting(
    of keys: [PostingKey], in column: Int, newest: Int, oldest: Int,
    _ body: (_ key: Int, _ ordinal: Ordinal) -> Void
  ) {
    let lists = contents.withLock { $0.postings(of: keys, in: column) }
    for (key, list) in lists.enumerated() {
      for ordinal in list.suffix(newest).reversed() { body(key, ordinal) }
      for ordinal in list.dropLast(newest).prefix(oldest) { body(key, ordinal) }
    }
  }
}

extension IndexContents {
  fileprivate func ordinals(from first: Ordinal, to end: Ordinal) -> [Ordinal] {
    var ordinals: [Ordinal] = []
    for layer in memory {
      for position in 0..<layer.table.count where !layer.dead.contains(position) {
        let ordinal = layer.table.firstOrdinal + UInt64(position)
        if ordinal >= first, ordinal < end { ordinals.append(ordinal) }
      }
    }
    return ordinals
  }

  fileprivate func postings(of keys: [PostingKey], in column: Int) -> [[Ordinal]] {
    keys.map { key in
      var ordinals: [Ordinal] = []
      for layer in memory {
        layer.table.tables[column].withDocuments(of: key) { documents in
          for document in documents where !layer.dead.contains(Int(document)) {
            ordinals.append(layer.table.firstOrdinal + UInt64(document))
          }
        }
      }
      return ordinals
    }
  }
}

extension DocumentPlace {
  func read<Result>(_ body: (DocumentRecord) throws(Damage) -> Result) throws(IndexError) -> Result {
    let record = try record()
    do throws(Damage) {
      return try withExtendedLifetime(self) { () throws(Damage) in try body(record) }
    } catch {
      throw .damaged(file: "memory", offset: error.offset, cause: error.cause)
    }
  }
}
