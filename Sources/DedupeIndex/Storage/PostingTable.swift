import CZstd

/// Postings of one column in memory: a key leads to the rising numbers of documents.
///
/// Open addressing with linear probing, at most three quarters full. A slot is one word: the key's
/// 40 bits and 24 more for its only document, or for the number of a list. Three keys of four
/// stand in one document and need no more than that.
///
/// Tables of some megabytes do not fit into a cache; keys come and are looked up a document's worth
/// at a time, and first all their slots are asked for, so that the cache misses overlap.
struct PostingTable {
  private static let empty = UInt64.max
  private static let listFlag: UInt64 = 1 << 23
  private static let valueMask: UInt64 = 1 << 24 - 1
  /// Documents in one table at most: what remains of the value beside the flag.
  static let maximalDocuments = 1 << 16

  private var slots: [UInt64]
  private var lists = PostingLists()
  private var used = 0
  /// All postings.
  private(set) var count = 0

  init(minimumSlots: Int = 1024) {
    slots = Array(repeating: Self.empty, count: minimumSlots)
  }

  /// Whether the numbers of lists are running out; a document adds some thousands at most.
  var isFull: Bool { lists.count >= 1 << 22 }

  /// Bytes of memory, roughly.
  var memory: Int { slots.count * 8 + lists.memory }

  // MARK: Adding

  /// Adds a document to keys; documents come in rising order, and once is enough.
  mutating func insert(_ keys: [PostingKey], _ document: UInt32) {
    while (used + keys.count) * 4 > slots.count * 3 { grow() }
    let mask = slots.count - 1
    slots.withUnsafeMutableBufferPointer { slots in
      Self.prefetch(keys, UnsafeBufferPointer(slots))
      for key in keys {
        let slot = Self.slot(of: key, slots, mask)
        if slots[slot] == Self.empty {
          slots[slot] = key.value << 24 | UInt64(document)
          used += 1
          count += 1
        } else if let value = lists.adding(document, to: slots[slot] & Self.valueMask) {
          slots[slot] = key.value << 24 | value
          count += 1
        }
      }
    }
  }

  /// Brings the slots of keys into the cache.
  @inline(__always)
  private static func prefetch(_ keys: [PostingKey], _ slots: UnsafeBufferPointer<UInt64>) {
    guard let base = slots.baseAddress else { return }
    let mask = slots.count - 1
    for key in keys { dedupe_prefetch(base + Int(truncatingIfNeeded: key.value) & mask) }
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Self.empty, count: old.count * 2)
    let mask = slots.count - 1
    slots.withUnsafeMutableBufferPointer { slots in
      for value in old where value != Self.empty {
        slots[Self.slot(of: PostingKey(stored: value >> 24), slots, mask)] = value
      }
    }
  }

  /// The slot that holds the key or is free for it; the low bits decide, which are as good as the
  /// high ones that decide the place in a segment.
  @inline(__always)
  private static func slot(
    of key: PostingKey, _ slots: UnsafeMutableBufferPointer<UInt64>, _ mask: Int
  ) -> Int {
    var slot = Int(truncatingIfNeeded: key.value) & mask
    while slots[slot] != empty, slots[slot] >> 24 != key.value { slot = (slot + 1) & mask }
    return slot
  }

  // MARK: Looking up

  /// Calls `body` with the index of each key that is here, and with its documents, rising.
  func forEachList(
    of keys: [PostingKey], _ body: (Int, UnsafeBufferPointer<UInt32>) -> Void
  ) {
    let mask = slots.count - 1
    slots.withUnsafeBufferPointer { slots in
      Self.prefetch(keys, slots)
      for index in keys.indices {
        let key = keys[index].value
        var slot = Int(truncatingIfNeeded: key) & mask
        while slots[slot] != Self.empty, slots[slot] >> 24 != key { slot = (slot + 1) & mask }
        guard slots[slot] != Self.empty else { continue }
        withDocuments(of: slots[slot] & Self.valueMask) { body(index, $0) }
      }
    }
  }

  @inline(__always)
  private func withDocuments(of value: UInt64, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    if value & Self.listFlag != 0 {
      lists.withDocuments(of: Int(value ^ Self.listFlag), body)
    } else {
      withUnsafePointer(to: UInt32(value)) { body(UnsafeBufferPointer(start: $0, count: 1)) }
    }
  }

  /// All postings as `key << 24 | document`, sorted.
  func sorted() -> [UInt64] {
    var postings: [UInt64] = []
    postings.reserveCapacity(count)
    for slot in slots where slot != Self.empty {
      let key = slot & ~Self.valueMask
      withDocuments(of: slot & Self.valueMask) { documents in
        for document in documents { postings.append(key | UInt64(document)) }
      }
    }
    sortByUpper40Bits(&postings)
    return postings
  }
}

/// The lists of keys that stand in several documents, in one piece of memory.
private struct PostingLists {
  private static let listFlag: UInt64 = 1 << 23

  private struct List {
    var begin: UInt32
    var count: UInt32
    var capacity: UInt32
  }

  private var lists: [List] = []
  /// The documents of all lists; a list that outgrows its place moves to the end, and leaves half
  /// of what it now takes unused.
  private var documents: [UInt32] = []

  var count: Int { lists.count }

  var memory: Int { lists.capacity * 12 + documents.capacity * 4 }

  /// Adds a document to what a slot holds; nil where it is there already.
  @inline(__always)
  mutating func adding(_ document: UInt32, to value: UInt64) -> UInt64? {
    guard value & Self.listFlag != 0 else {
      guard value != UInt64(document) else { return nil }
      lists.append(List(begin: UInt32(documents.count), count: 2, capacity: 4))
      documents += [UInt32(value), document, 0, 0]
      return UInt64(lists.count - 1) | Self.listFlag
    }
    let index = Int(value ^ Self.listFlag)
    let list = lists[index]
    guard documents[Int(list.begin + list.count - 1)] != document else { return nil }
    if list.count == list.capacity { move(index) }
    documents[Int(lists[index].begin + list.count)] = document
    lists[index].count += 1
    return value
  }

  private mutating func move(_ index: Int) {
    let list = lists[index]
    let begin = UInt32(documents.count)
    for place in list.begin..<list.begin + list.count { documents.append(documents[Int(place)]) }
    documents.append(contentsOf: repeatElement(0, count: Int(list.capacity)))
    lists[index] = List(begin: begin, count: list.count, capacity: list.capacity * 2)
  }

  @inline(__always)
  func withDocuments(of index: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    let list = lists[index]
    documents.withUnsafeBufferPointer { documents in
      body(UnsafeBufferPointer(rebasing: documents[Int(list.begin)..<Int(list.begin + list.count)]))
    }
  }
}

/// Sorts by the upper 40 bits and leaves the order of equals: a radix sort of five passes.
func sortByUpper40Bits(_ values: inout [UInt64]) {
  var other = [UInt64](repeating: 0, count: values.count)
  for shift in stride(from: UInt64(24), to: 64, by: 8) {
    var starts = [Int](repeating: 0, count: 257)
    for value in values { starts[Int(value >> shift & 0xFF) + 1] += 1 }
    for digit in 1...256 { starts[digit] += starts[digit - 1] }
    values.withUnsafeBufferPointer { values in
      other.withUnsafeMutableBufferPointer { other in
        starts.withUnsafeMutableBufferPointer { starts in
          for value in values {
            let digit = Int(value >> shift & 0xFF)
            other[starts[digit]] = value
            starts[digit] += 1
          }
        }
      }
    }
    swap(&values, &other)
  }
}
