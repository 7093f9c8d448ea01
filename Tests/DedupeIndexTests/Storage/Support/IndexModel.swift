import NearDuplicates
import Testing

@testable import DedupeIndex

/// The naive twin of an index: a list.
struct IndexModel {
  private(set) var entries: [(number: Int, entry: IndexEntry, isLive: Bool)] = []

  var live: [Ordinal] { entries.indices.filter { entries[$0].isLive }.map { Ordinal($0) } }

  mutating func append(_ number: Int) {
    entries.append((number, SampleEntries.entry(number), true))
  }

  mutating func remove(_ ordinal: Ordinal) { entries[Int(ordinal)].isLive = false }

  mutating func expire(before seconds: Int64) -> Int {
    let expired = live.filter { entries[Int($0)].entry.seconds < seconds }
    for ordinal in expired { remove(ordinal) }
    return expired.count
  }

  func ordinals(of key: UInt64, in family: PostingFamily) -> [Ordinal] {
    live.filter { entries[Int($0)].entry.keys[family.rawValue].contains(key) }
  }

  func newestAndOldest(
    of key: UInt64, in family: PostingFamily, newest: Int, oldest: Int
  ) -> [Ordinal] {
    let all = ordinals(of: key, in: family)
    return Array(all.suffix(newest).reversed()) + Array(all.dropLast(newest).prefix(oldest))
  }

  /// Expects that an index holds exactly what the model holds.
  func expectSame(
    in index: DocumentIndex, _ comment: Comment, location: SourceLocation = #_sourceLocation
  ) {
    #expect(index.nextOrdinal == UInt64(entries.count), comment, sourceLocation: location)
    var found: [Ordinal] = []
    index.forEachLive(from: 0, to: .max) { found.append($0) }
    #expect(found == live, comment, sourceLocation: location)
    #expect(index.count == live.count, comment, sourceLocation: location)
    for ordinal in entries.indices {
      expectSameDocument(Ordinal(ordinal), in: index, comment, location)
    }
    expectSamePostings(in: index, comment, location)
  }

  func expectSameDocument(
    _ ordinal: Ordinal, in index: DocumentIndex, _ comment: Comment, _ location: SourceLocation
  ) {
    let (_, entry, isLive) = entries[Int(ordinal)]
    guard isLive else {
      #expect(index.header(of: ordinal) == nil, comment, sourceLocation: location)
      return
    }
    let header = index.header(of: ordinal)
    let text = try? index.text(of: ordinal)
    #expect(
      header?.document(text: text ?? "?") == entry.document, comment, sourceLocation: location)
    #expect(header?.id == entry.id, comment, sourceLocation: location)
    #expect(header?.facts == entry.facts(ordinal), comment, sourceLocation: location)
    #expect(index.sketch(of: ordinal) == entry.sketch, comment, sourceLocation: location)
    #expect(index.ordinals(ofID: entry.id).contains(ordinal), comment, sourceLocation: location)
  }

  func expectSamePostings(
    in index: DocumentIndex, _ comment: Comment, _ location: SourceLocation
  ) {
    for family in PostingFamily.allCases {
      let keys = Array(0..<20) + (entries.last?.entry.keys[family.rawValue] ?? [])
      var found = [[Ordinal]](repeating: [], count: keys.count)
      index.forEachPosting(of: keys, in: family, newest: 3, oldest: 2) { found[$0].append($1) }
      for (position, key) in keys.enumerated() {
        let expected = newestAndOldest(of: key, in: family, newest: 3, oldest: 2)
        #expect(found[position] == expected, comment, sourceLocation: location)
        var all: [Ordinal] = []
        index.forEachPosting(of: key, in: family) { all.append($0) }
        #expect(all == ordinals(of: key, in: family), comment, sourceLocation: location)
      }
    }
  }
}

extension IndexEntry {
  func facts(_ ordinal: Ordinal) -> EntryFacts {
    var verdict = self.verdict
    verdict.cluster = verdict.cluster ?? ordinal
    return EntryFacts(
      ordinal: ordinal, date: document.date, arrival: arrival, seconds: seconds,
      identity: identity, wordCount: wordCount, fingerprintCount: fingerprintCount,
      verdict: verdict)
  }
}

extension IndexOptions {
  /// Small segments on a disk in memory.
  static func small(
    _ disk: SimulatedDisk, documents: Int = 8, _ maintenance: Maintenance = .inline
  ) -> IndexOptions {
    var options = IndexOptions()
    options.documentsInMemory = documents
    options.fanOut = 2
    options.maintenance = maintenance
    options.fileSystem = disk
    return options
  }
}
