import CZstd

/// Postings of one column in memory: a key leads to the rising numbers of documents.
///
/// Open addressing with linear probing, at most seven eighths full. A slot is one word: the key's
/// 40 bits and 24 more for its only document, or for the number of a list. Three keys of four
/// stand in one document and need no more than that. The high bits of a key decide its slot, so
/// that the slots are all but sorted, which spares the segment a sort of its own, and growing goes
/// from front to back.
///
/// Tables of some megabytes do not fit into a cache; keys come and are looked up a document's worth
/// at a time, and first all their slots are asked for, so that the cache misses overlap. Most keys
/// are not here: eight bits a slot tell so of all but a tenth of them, without a branch that nobody
/// can guess.
final class PostingTable {
  private static let empty = UInt64.max
  /// Set in the value of a slot that names a list.
  fileprivate static let listFlag: UInt64 = 1 << 23
  private static let valueMask: UInt64 = 1 << 24 - 1
  /// Documents in one table at most: what remains of the value beside the flag.
  static let maximalDocuments = 1 << 16

  private var slots: SlotMemory
  /// Bits of keys that are here, eight for each slot.
  private var presence: SlotMemory
  /// How far a key is shifted to get the number of its slot.
  private var shift: UInt64
  private var lists = PostingLists()
  private var used = 0
  /// All postings.
  private(set) var count = 0

  /// Creates an empty table, with a power of two of slots.
  init(minimumSlots: Int = 1024) {
    slots = SlotMemory(count: minimumSlots, filledWith: Self.empty)
    presence = Self.presence(forSlots: minimumSlots)
    shift = Self.shift(forSlots: minimumSlots)
  }

  private static func presence(forSlots count: Int) -> SlotMemory {
    SlotMemory(count: max(1, count / 8), filledWith: 0)
  }

  private static func shift(forSlots count: Int) -> UInt64 {
    UInt64(PostingKey.bits - count.trailingZeroBitCount)
  }

  /// The number of slots.
  var slotCount: Int { slots.count }

  /// Whether the numbers of lists are running out; a document adds some thousands at most.
  var isFull: Bool { lists.count >= 1 << 22 }

  /// Bytes of memory, roughly; those it would take if it is about to grow.
  var memory: Int {
    let slots = needsToGrow(for: Self.manyKeys) ? slots.count * 2 : slots.count
    return slots * 9 + lists.memory
  }

  /// As many keys as few documents have in one column.
  private static let manyKeys = 4096

  private func needsToGrow(for keys: Int) -> Bool { (used + keys) * 8 > slots.count * 7 }

  // MARK: Adding

  /// Adds a document to keys; documents come in rising order, and once is enough.
  func insert(_ keys: [PostingKey], _ document: UInt32) {
    while needsToGrow(for: keys.count) { grow() }
    let slots = self.slots.words
    for key in keys { prefetch(key.value) }
    if let bits = presence.words.baseAddress {
      for key in keys { dedupe_prefetch(bits + bit(of: key.value).word) }
    }
    for key in keys {
      let slot = slot(of: key.value)
      if slots[slot] == Self.empty {
        slots[slot] = key.value << 24 | UInt64(document)
        markPresent(key.value)
        used += 1
        count += 1
      } else if let value = lists.adding(document, to: slots[slot] & Self.valueMask) {
        slots[slot] = key.value << 24 | value
        count += 1
      }
    }
  }

  /// Brings the slot of a key into the cache.
  @inline(__always)
  private func prefetch(_ key: UInt64) {
    guard let base = slots.words.baseAddress else { return }
    dedupe_prefetch(base + Int(truncatingIfNeeded: key &>> shift))
  }

  /// Where the bit of a key is: its word, and its number there.
  @inline(__always)
  private func bit(of key: UInt64) -> (word: Int, number: UInt64) {
    // Three bits more than for the slot.
    let bit = key &>> (shift &- 3)
    return (Int(truncatingIfNeeded: bit &>> 6) & (presence.count &- 1), bit & 63)
  }

  @inline(__always)
  private func markPresent(_ key: UInt64) {
    let (word, number) = bit(of: key)
    presence.words[word] |= 1 &<< number
  }

  private func grow() {
    let old = slots
    slots = SlotMemory(count: old.count * 2, filledWith: Self.empty)
    shift -= 1
    presence = Self.presence(forSlots: slots.count)
    let words = slots.words
    for word in old.words where word != Self.empty {
      words[slot(of: word >> 24)] = word
      markPresent(word >> 24)
    }
  }

  /// The slot that holds the key or is free for it.
  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let words = slots.words
    let mask = words.count &- 1
    var slot = Int(truncatingIfNeeded: key &>> shift)
    while words[slot] != Self.empty, words[slot] >> 24 != key { slot = (slot &+ 1) & mask }
    return slot
  }

  // MARK: Looking up

  /// Calls `body` with the index of each key that is here, and with its documents, rising.
  func forEachList(
    of keys: [PostingKey], _ body: (Int, UnsafeBufferPointer<UInt32>) -> Void
  ) {
    let words = slots.words
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: keys.count) { possible in
      let count = findPossible(keys, possible)
      for index in possible[..<count] {
        let index = Int(index)
        let word = words[slot(of: keys[index].value)]
        guard word != Self.empty else { continue }
        withDocuments(of: word & Self.valueMask) { body(index, $0) }
      }
    }
  }

  /// Puts the indices of the keys that may be here into `possible`, asks for their slots, and
  /// returns how many there are.
  @inline(__always)
  private func findPossible(
    _ keys: [PostingKey], _ possible: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    guard let bits = presence.words.baseAddress else { return 0 }
    for key in keys { dedupe_prefetch(bits + bit(of: key.value).word) }
    var count = 0
    for index in keys.indices {
      let (word, number) = bit(of: keys[index].value)
      possible[count] = Int32(truncatingIfNeeded: index)
      count &+= Int(truncatingIfNeeded: bits[word] &>> number & 1)
    }
    for index in possible[..<count] { prefetch(keys[Int(index)].value) }
    return count
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
    for word in sortedWords() {
      let key = word & ~Self.valueMask
      withDocuments(of: word & Self.valueMask) { documents in
        for document in documents { postings.append(key | UInt64(document)) }
      }
    }
    return postings
  }

  /// What the slots hold, by key: only neighbours need to change places.
  private func sortedWords() -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: used) { words, count in
      // Keys of the last slots that found room at the beginning only come last.
      var wrapped: [UInt64] = []
      for (slot, word) in slots.words.enumerated() where word != Self.empty {
        if Int(truncatingIfNeeded: (word >> 24) &>> shift) > slot {
          wrapped.append(word)
        } else {
          Self.insert(word, into: words, &count)
        }
      }
      for word in wrapped { Self.insert(word, into: words, &count) }
    }
  }

  /// Adds a word to words in order that it is at home near the end of.
  @inline(__always)
  private static func insert(
    _ word: UInt64, into words: UnsafeMutableBufferPointer<UInt64>, _ count: inout Int
  ) {
    var place = count
    while place > 0, words[place &- 1] > word {
      words[place] = words[place &- 1]
      place &-= 1
    }
    words[place] = word
    count &+= 1
  }
}

/// The lists of keys that stand in several documents, in one piece of memory.
private struct PostingLists {
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
    guard value & PostingTable.listFlag != 0 else {
      guard value != UInt64(document) else { return nil }
      lists.append(List(begin: UInt32(documents.count), count: 2, capacity: 4))
      documents += [UInt32(value), document, 0, 0]
      return UInt64(lists.count - 1) | PostingTable.listFlag
    }
    let index = Int(value ^ PostingTable.listFlag)
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
