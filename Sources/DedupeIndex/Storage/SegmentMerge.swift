/// Makes one segment of several that follow each other, without the documents that are dead.
///
/// It goes in steps of some milliseconds, so that whoever does it can turn to more urgent work in
/// between: checking the bytes that are read (no damage gets a new checksum), documents, postings.
final class SegmentMerge: @unchecked Sendable {
  // Sendable: whoever makes a step holds the lock of the housekeeping.

  private enum Phase {
    case check, documents, beginColumn, postings, finish, done
  }

  /// Work of one step: about 4 MB of bytes to check, or as many postings.
  private static let bytesPerStep = 4 << 20
  private static let postingsPerStep = 1 << 17

  let number: UInt64
  let inputs: [Segment]
  /// The result, once ``step()`` has returned false.
  private(set) var line: Manifest.SegmentLine?
  private let file: any StorageFile
  private let dead: [DeadSet]
  /// For each input, the number in the new segment of each document, `UInt32.max` for the dead.
  private var places: [[UInt32]] = []
  private let live: Int
  private var builder: SegmentBuilder?
  private var phase = Phase.check
  private var input = 0
  private var position = 0
  private var column = 0
  private var streams: [PostingStream] = []

  /// Begins a merge of segments, of which those documents are left out that are dead in `dead`.
  init(_ inputs: [Segment], dead: [DeadSet], number: UInt64, file: any StorageFile) {
    self.inputs = inputs
    self.dead = dead
    self.number = number
    self.file = file
    live = zip(inputs, dead).reduce(0) { $0 + $1.0.count - $1.1.count }
  }

  /// Does a little more; false when all is done.
  func step() throws(IndexError) -> Bool {
    switch phase {
    case .check: try check()
    case .documents: try addDocuments()
    case .beginColumn: try beginColumn()
    case .postings: try addPostings()
    case .finish: try finish()
    case .done: break
    }
    return phase != .done
  }

  private func check() throws(IndexError) {
    guard input < inputs.count else {
      try beginDocuments()
      return
    }
    let segment = inputs[input]
    let end = min(position + Self.bytesPerStep / SegmentFormat.blockSize, segment.foot.blocks.count)
    if let (_, bytes) = segment.firstDamagedBlock(in: position..<end) {
      throw .damaged(
        file: segment.file, offset: bytes.lowerBound,
        cause: "the checksum of \(bytes.count) bytes there does not fit")
    }
    position = end
    if position == segment.foot.blocks.count { (input, position) = (input + 1, 0) }
  }

  /// Where documents that died in the inputs are now.
  func places(ofDead dead: [DeadSet]) -> DeadSet {
    var moved = DeadSet()
    for (places, dead) in zip(places, dead) {
      for (position, place) in places.enumerated()
      where place != .max && dead.contains(position) { moved.insert(Int(place)) }
    }
    return moved
  }

  // MARK: Documents

  private func beginDocuments() throws(IndexError) {
    (input, position) = (0, 0)
    var next: UInt32 = 0
    var first: Ordinal?
    var last: Ordinal = 0
    for (segment, dead) in zip(inputs, dead) {
      var places = [UInt32](repeating: .max, count: segment.count)
      for position in 0..<segment.count where !dead.contains(position) {
        places[position] = next
        next += 1
        last = segment.ordinal(at: position)
        first = first ?? last
      }
      self.places.append(places)
    }
    builder = try SegmentBuilder(
      file: file, number: number, documents: live, ordinals: (first ?? last)...last,
      sketchLength: inputs[0].foot.sketchLength)
    phase = .documents
  }

  private func addDocuments() throws(IndexError) {
    var bytes = 0
    while bytes < Self.bytesPerStep {
      guard input < inputs.count else {
        phase = .beginColumn
        return
      }
      if places[input][position] != .max { bytes += try addDocument(inputs[input]) }
      position += 1
      if position == inputs[input].count { (input, position) = (input + 1, 0) }
    }
  }

  private func addDocument(_ segment: Segment) throws(IndexError) -> Int {
    let record: UnsafeRawBufferPointer
    do throws(Damage) {
      record = try segment.record(at: position).bytes
    } catch {
      throw .damaged(file: segment.file, offset: error.offset, cause: error.cause)
    }
    try builder?.add(
      ordinal: segment.ordinal(at: position), seconds: segment.seconds(at: position),
      sketch: segment.sketch(at: position), record: record)
    return record.count
  }

  // MARK: Postings

  private func beginColumn() throws(IndexError) {
    guard column < PostingColumn.count else {
      phase = .finish
      return
    }
    let count = inputs.reduce(0) { $0 + $1.postings[column].count }
    try builder?.beginColumn(atMost: count)
    streams = inputs.indices.map {
      PostingStream(inputs[$0].postings[column], places: places[$0])
    }
    phase = .postings
  }

  private func addPostings() throws(IndexError) {
    let postings = merged(atMost: Self.postingsPerStep)
    try builder?.add(postings)
    guard postings.count < Self.postingsPerStep else { return }
    try builder?.finishColumn()
    column += 1
    phase = .beginColumn
  }

  /// The next postings of all streams in order; fewer than the limit at the end.
  private func merged(atMost limit: Int) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: limit) { postings, count in
      streams.withUnsafeMutableBufferPointer { streams in
        while count < limit {
          // A handful of streams: looking at each is faster than a heap.
          var least = 0
          for index in streams.indices.dropFirst() where streams[index].head < streams[least].head {
            least = index
          }
          guard streams[least].head != .max else { return }
          postings[count] = streams[least].head
          count += 1
          streams[least].advance()
        }
      }
    }
  }

  private func finish() throws(IndexError) {
    guard let (length, checksum) = try builder?.finish() else { return }
    line = Manifest.SegmentLine(
      number: number, length: length, checksum: checksum, dead: DeadSet())
    phase = .done
  }
}

/// The postings of one input, with the numbers that its documents have in the new segment.
private struct PostingStream {
  private var cursor: SegmentPostings.Cursor
  private let places: [UInt32]
  /// The next posting as `key << 24 | document`, or `UInt64.max` at the end.
  private(set) var head: UInt64 = .max

  init(_ postings: SegmentPostings, places: [UInt32]) {
    cursor = postings.cursor()
    self.places = places
    advance()
  }

  @inline(__always)
  mutating func advance() {
    while let (key, document) = cursor.next() {
      guard document < places.count, places[document] != .max else { continue }
      head = key << 24 | UInt64(places[document])
      return
    }
    head = .max
  }
}
