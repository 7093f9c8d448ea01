import Testing

@testable import DedupeIndex

/// Builds a segment of postings alone and opens it.
private func segment(_ postings: [UInt64], documents: Int) throws -> Segment {
  let disk = SimulatedDisk()
  let file = try disk.open("folder/segment-1", .creating)
  let builder = try SegmentBuilder(
    file: file, number: 1, documents: documents, ordinals: 0...UInt64(documents - 1),
    sketchLength: 0)
  for ordinal in 0..<documents {
    var writer = ByteWriter()
    DocumentRecord.encode(
      SampleEntries.entry(ordinal), ordinal: UInt64(ordinal), into: &writer)
    try writer.bytes.withUnsafeBytes {
      try builder.add(
        ordinal: UInt64(ordinal), seconds: 0, sketch: .init(start: nil, count: 0), record: $0)
    }
  }
  for _ in 0..<PostingColumn.count {
    try builder.beginColumn(atMost: postings.count)
    try builder.add(postings)
    try builder.finishColumn()
  }
  let (length, checksum) = try builder.finish()
  let line = Manifest.SegmentLine(
    number: 1, length: length, checksum: checksum, dead: DeadSet())
  return try Segment(line, in: "folder", disk)
}

@Test(
  "Postings of a segment are found as in a dictionary",
  arguments: [(0, 1), (1, 1), (300, 7), (4_000, 256), (30_000, 300)])
func segmentPostingsFindLikeADictionary(count: Int, documents: Int) throws {
  var random = SplitMix(seed: UInt64(count))
  var twin: [UInt64: Set<UInt64>] = [:]
  for _ in 0..<count {
    // Keys at both ends, keys that share a prefix, and one that is in every document.
    let key: UInt64 =
      switch random.next() % 5 {
      case 0: random.next() % 3
      case 1: 1 << 40 - 1 - random.next() % 3
      case 2: 0x12_3456_0000 + random.next() % 200
      default: random.next() >> 24
      }
    twin[key, default: []].insert(random.next() % UInt64(documents))
  }
  let postings = twin.flatMap { key, documents in documents.map { key << 24 | $0 } }.sorted()
  let column = try segment(postings, documents: documents).postings[2]
  let keys = (twin.keys.sorted() + [5, 0x12_3455_FFFF, 1 << 39]).map { PostingKey(stored: $0) }
  let found = column.documents(of: keys)
  for (index, key) in keys.enumerated() {
    #expect(found[index] == twin[key.value, default: []].sorted().map { Int($0) })
  }
  var cursor = column.cursor()
  var all: [UInt64] = []
  while let (key, document) = cursor.next() { all.append(key << 24 | UInt64(document)) }
  #expect(all == postings)
}

extension SegmentPostings {
  fileprivate func documents(of keys: [PostingKey]) -> [[Int]] {
    withUnsafeTemporaryAllocation(of: EntryRange.self, capacity: keys.count) { ranges in
      var found = FoundKeys(of: keys.count)
      keys.withUnsafeBufferPointer { find($0, ranges, &found) }
      var told: [Int] = []
      found.forEach { told.append($0) }
      #expect(told == ranges.indices.filter { !ranges[$0].isEmpty })
      return ranges.map { range in
        (Int(range.begin)..<Int(range.end)).map { document(at: $0) }
      }
    }
  }
}

@Test("Layouts of all sizes can be written and read back")
func layoutsArePossible() {
  for shift in 0..<32 {
    for documents in [1, 256, 257, 65_536, 65_537, 1 << 24] {
      let layout = PostingLayout(atMost: 1 << shift, documents: documents)
      #expect(layout.isPossible)
      #expect(layout.stride <= 7)
      #expect(documents <= 1 << (8 * layout.documentBytes))
      #expect(layout.keyBytes * 8 >= layout.restBits)
    }
  }
}
