/// Where each rare word stands, in the order of the documents: the dated ones, then the others.
///
/// Of 1.8 million words that 37,554 news articles keep, one in four leads to another article near in
/// time. Only for these is anything written down: the others lead to one place, which stays in the
/// first cache.
struct RarePostings {
  /// Where the others with a word begin: side by side, for one visit to memory.
  private struct Others {
    /// The later documents with the word, ``nowhere`` where none is near.
    var later: UInt32 = 0
    /// The undated documents that a dated one is led to, ``nowhere`` where there are none.
    var undated: UInt32 = 0
  }

  /// The place of an end of a list: nothing follows.
  private static let nowhere: UInt32 = 0

  /// For each kept word of each document: where the others with that word begin.
  private var others: [Others]
  /// The documents of words that several have, word by word, each list with an end behind it.
  private var documents: [UInt32] = [.max]
  /// The most undated documents with a word that it still leads dated ones to: no date narrows
  /// these down.
  private static let mostUndated = 16
  /// For each document the first that is too late to be near.
  private let tooLate: [UInt32]
  /// The first document without a date; they come last.
  private let firstUndated: UInt32

  init(_ lists: RareWordLists, days: [Int?]) {
    tooLate = Self.tooLate(days)
    firstUndated = UInt32(days.firstIndex(of: nil) ?? days.count)
    others = [Others](repeating: Others(), count: lists.words.count)
    let places = Self.placesByWord(lists.words)
    let readers = Self.readers(of: places, starts: lists.starts)
    places.withUnsafeBufferPointer { places in
      readers.withUnsafeBufferPointer { append(places, by: $0) }
    }
  }

  /// Adds all words that several documents have.
  private mutating func append(
    _ places: UnsafeBufferPointer<UInt64>, by readers: UnsafeBufferPointer<UInt32>
  ) {
    var start = 0
    while start < places.count {
      var end = start + 1
      while end < places.count, places[end] >> 32 == places[start] >> 32 { end += 1 }
      if end - start > 1 {
        appendWord(
          UnsafeBufferPointer(rebasing: places[start..<end]),
          by: UnsafeBufferPointer(rebasing: readers[start..<end]))
      }
      start = end
    }
  }

  private static func tooLate(_ days: [Int?]) -> [UInt32] {
    var end = 0
    return days.map { day in
      guard let day else { return UInt32(days.count) }
      while end < days.count, let other = days[end], other <= day + RareWordIndex.windowDays {
        end += 1
      }
      return UInt32(end)
    }
  }

  /// Each word with its place in the low half, by word and then by place.
  private static func placesByWord(_ words: [RareWordIndex.RareWord]) -> [UInt64] {
    var places = [UInt64](unsafeUninitializedCapacity: words.count) { places, count in
      for place in words.indices {
        places.initializeElement(at: place, to: UInt64(words[place].word) << 32 | UInt64(place))
      }
      count = words.count
    }
    places.sortByUpperHalf()
    return places
  }

  /// The document of each place: fetched in one go, so that memory is waited for side by side.
  private static func readers(of places: [UInt64], starts: [Int]) -> [UInt32] {
    var documents: [UInt32] = []
    documents.reserveCapacity(places.count)
    for document in 0..<(starts.count - 1) {
      let count = starts[document + 1] - starts[document]
      documents.append(contentsOf: repeatElement(UInt32(document), count: count))
    }
    return documents.withUnsafeBufferPointer { documents in
      places.map { documents[Int($0 & 0xFFFF_FFFF)] }
    }
  }

  /// Adds the documents of a word that several have.
  private mutating func appendWord(
    _ group: UnsafeBufferPointer<UInt64>, by readers: UnsafeBufferPointer<UInt32>
  ) {
    let start = documents.count
    documents.append(contentsOf: readers)
    let dated = readers.count { $0 < firstUndated }
    let undatedCount = group.count - dated
    let undated =
      1...Self.mostUndated ~= undatedCount ? UInt32(start + dated) : Self.nowhere
    documents.append(.max)
    for (index, bits) in group.enumerated() {
      let isLast = index + 1 == group.count
      let isNear = !isLast && readers[index + 1] < tooLate[Int(readers[index])]
      let entry = Others(
        later: isNear ? UInt32(start + index + 1) : Self.nowhere,
        undated: index < dated ? undated : Self.nowhere)
      if entry.later | entry.undated != Self.nowhere { others[Int(bits & 0xFFFF_FFFF)] = entry }
    }
  }

  /// Counts what later documents that are near in time share with one.
  func count(later document: Int, _ lists: RareWordLists, into counts: inout RareCounts) {
    let end = tooLate[document]
    let range = lists.starts[document]..<lists.starts[document + 1]
    counts.withAdder { adder in
      withHeads(of: range) { heads, documents in
        for (place, head) in zip(range, heads) {
          let weight = lists.words[place].weight
          var (next, index) = (head.later, Int(others[place].later))
          while next < end {
            adder.add(weight, to: Int(next))
            index &+= 1
            next = documents[index]
          }
          (next, index) = (head.undated, Int(others[place].undated))
          while next != .max {
            adder.add(weight, to: Int(next))
            index &+= 1
            next = documents[index]
          }
        }
      }
    }
  }

  /// Calls a closure with the first of the others of each place in a range, and with all documents.
  ///
  /// They are fetched before any is looked at, because each may have to come from memory: where the
  /// look at one follows on the next the waits do not overlap, half of the time of this channel.
  @inline(__always)
  private func withHeads(
    of range: Range<Int>,
    _ body: (UnsafeMutableBufferPointer<Others>, UnsafeBufferPointer<UInt32>) -> Void
  ) {
    documents.withUnsafeBufferPointer { documents in
      withUnsafeTemporaryAllocation(of: Others.self, capacity: range.count) { heads in
        others.withUnsafeBufferPointer { others in
          for (row, place) in range.enumerated() {
            let head = Others(
              later: documents[Int(others[place].later)],
              undated: documents[Int(others[place].undated)])
            heads.initializeElement(at: row, to: head)
          }
        }
        body(heads, documents)
      }
    }
  }
}
