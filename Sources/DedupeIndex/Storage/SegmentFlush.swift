/// Documents that left the active memory and are to become a segment, and what was true of the
/// index at that moment.
struct SegmentFlush: Sendable {
  let table: Memtable
  /// Those of them that were dead already; they are left out.
  let dead: DeadSet
  let nextOrdinal: Ordinal
  let newestSeconds: Int64?
  /// The journal that begins after these documents.
  let nextJournal: UInt64

  /// The positions in memory of the documents of the segment.
  var live: [Int] { (0..<table.count).filter { !dead.contains($0) } }

  /// Writes the segment.
  func write(_ number: UInt64, to file: any StorageFile) throws(IndexError) -> Manifest.SegmentLine
  {
    let live = self.live
    let builder = try SegmentBuilder(
      file: file, number: number, documents: live.count,
      ordinals: ordinal(live.first ?? 0)...ordinal(live.last ?? 0),
      sketchLength: table.sketchLength)
    var places = [UInt64](repeating: .max, count: table.count)
    for (place, position) in live.enumerated() {
      places[position] = UInt64(place)
      try builder.add(
        ordinal: ordinal(position), seconds: table.seconds[position],
        sketch: table.sketch(at: position), record: table.recordBytes(at: position))
    }
    for column in 0..<PostingColumn.count {
      var postings = table.tables[column].sorted()
      try builder.beginColumn(atMost: postings.count)
      for index in postings.indices {
        let place = places[Int(postings[index] & 0xFF_FFFF)]
        postings[index] = place == .max ? .max : postings[index] & ~0xFF_FFFF | place
      }
      if !dead.isEmpty { postings.removeAll { $0 == .max } }
      try builder.add(postings)
      try builder.finishColumn()
    }
    let (length, checksum) = try builder.finish()
    return Manifest.SegmentLine(
      number: number, length: length, checksum: checksum, dead: DeadSet())
  }

  /// Those that died since, by their position in the segment.
  func died(in now: DeadSet) -> DeadSet {
    var died = DeadSet()
    for (place, position) in live.enumerated() where now.contains(position) { died.insert(place) }
    return died
  }

  private func ordinal(_ position: Int) -> Ordinal { table.firstOrdinal + UInt64(position) }
}
