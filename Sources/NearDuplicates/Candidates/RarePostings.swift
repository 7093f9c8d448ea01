/// Where each rare word stands, in the order of the documents: the dated ones, then the others.
///
/// Of 1.8 million words that 37,554 news articles keep, one in four leads to another article near in
/// time. Only for these is anything written down: the others lead to one place, which stays in the
/// first cache.
struct RarePostings {
  /// Where the others with a word begin: side by side, for one visit to memory.
  fileprivate struct Others {
    /// The later documents with the word, ``nowhere`` where none is near.
    var later: UInt32 = 0
    /// The undated documents that a dated one is led to, ``nowhere`` where there are none.
    var undated: UInt32 = 0

    /// The same behind so many documents of other words.
    func moved(by base: UInt32) -> Others {
      Others(
        later: later == nowhere ? nowhere : later + base,
        undated: undated == nowhere ? nowhere : undated + base)
    }
  }

  /// The place of an end of a list: nothing follows.
  fileprivate static let nowhere: UInt32 = 0

  /// For each kept word of each document: where the others with that word begin.
  private var others: [Others]
  /// The documents of words that several have, word by word, each list with an end behind it.
  private var documents: [UInt32] = [.max]
  /// The most undated documents with a word that it still leads dated ones to: no date narrows
  /// these down.
  fileprivate static let mostUndated = 16
  private let dates: Dates

  /// Indexes the words of documents by their buckets with a number of tasks; meanwhile the lists that
  /// they come from are joined.
  ///
  /// - Parameters:
  ///   - parts: the lists of successive documents, each with its buckets.
  ///   - days: the days of all documents.
  ///   - tasks: how many partitions are indexed at a time.
  /// - Returns: the postings and the joined lists.
  static func index(
    _ parts: [(lists: RareWordLists, buckets: RareWordBuckets)], days: [Int?], tasks: Int
  ) async -> (RarePostings, RareWordLists) {
    let (lists, buckets) = (parts.map(\.lists), parts.map(\.buckets))
    let dates = Dates(days)
    let (groups, (joined, others)) = await mapInOrder(
      Array(0..<RareWordBuckets.partitions), tasks: tasks,
      beside: {
        let joined = RareWordLists(joining: lists)
        return (joined, [Others](repeating: Others(), count: joined.words.count))
      },
      { Groups(of: RareWordBuckets.entries(of: $0, in: buckets), dates) })
    return (RarePostings(groups, others, starts: joined.starts, dates), joined)
  }

  private init(_ parts: [Groups], _ others: consuming [Others], starts: [Int], _ dates: Dates) {
    self.dates = dates
    var others = others
    documents.reserveCapacity(1 + parts.reduce(0) { $0 + $1.documents.count })
    for part in parts {
      let base = UInt32(documents.count)
      documents.append(contentsOf: part.documents)
      others.withUnsafeMutableBufferPointer { others in
        starts.withUnsafeBufferPointer { starts in
          for head in part.heads {
            let entry = RareWordBuckets.Entry(bits: head.entry)
            others[starts[entry.document] &+ entry.index] = head.others.moved(by: base)
          }
        }
      }
    }
    self.others = others
  }

  /// Counts what later documents that are near in time share with one.
  func count(later document: Int, _ lists: RareWordLists, into counts: inout RareCounts) {
    let end = dates.tooLate[document]
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

/// What the dates of all documents say of which are near to each other.
private struct Dates: Sendable {
  /// For each document the first that is too late to be near.
  let tooLate: [UInt32]
  /// The first document without a date; they come last.
  let firstUndated: UInt32

  init(_ days: [Int?]) {
    firstUndated = UInt32(days.firstIndex(of: nil) ?? days.count)
    var end = 0
    tooLate = days.map { day in
      guard let day else { return UInt32(days.count) }
      while end < days.count, let other = days[end], other <= day + RareWordIndex.windowDays {
        end += 1
      }
      return UInt32(end)
    }
  }
}

/// The documents of the words of a partition that several have.
private struct Groups: Sendable {
  /// The first of the others with a word of a document.
  struct Head {
    /// The bits of the word's entry.
    var entry: UInt64
    var others: RarePostings.Others
  }

  /// Word by word, each list with an end behind it.
  private(set) var documents: [UInt32] = []
  private(set) var heads: [Head] = []

  /// Gathers the groups of entries, which stand word by word.
  init(of entries: [UInt64], _ dates: Dates) {
    entries.withUnsafeBufferPointer { bits in
      var start = 0
      while start < bits.count {
        let word = RareWordBuckets.Entry(bits: bits[start]).word
        var end = start + 1
        while end < bits.count, RareWordBuckets.Entry(bits: bits[end]).word == word { end += 1 }
        if end - start > 1 { append(UnsafeBufferPointer(rebasing: bits[start..<end]), dates) }
        start = end
      }
    }
  }

  /// Adds the documents of a word.
  private mutating func append(_ group: UnsafeBufferPointer<UInt64>, _ dates: Dates) {
    let start = documents.count
    for bits in group { documents.append(UInt32(RareWordBuckets.Entry(bits: bits).document)) }
    let dated = documents[start...].count { $0 < dates.firstUndated }
    let undated =
      1...RarePostings.mostUndated ~= group.count - dated
      ? UInt32(start + dated) : RarePostings.nowhere
    documents.append(.max)
    for (index, bits) in group.enumerated() {
      let place = start + index
      // Behind the last of a list stands its end, which is too late for all.
      let isNear = documents[place + 1] < dates.tooLate[Int(documents[place])]
      let others = RarePostings.Others(
        later: isNear ? UInt32(place + 1) : RarePostings.nowhere,
        undated: index < dated ? undated : RarePostings.nowhere)
      if others.later | others.undated != RarePostings.nowhere {
        heads.append(Head(entry: bits, others: others))
      }
    }
  }
}
