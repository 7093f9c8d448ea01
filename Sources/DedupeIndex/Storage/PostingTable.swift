/// Postings of one column in memory: a key leads to the rising numbers of documents.
///
/// Open addressing, linear probing, at most three quarters full: 12 bytes a slot. Most keys stand
/// in one document, whose number lies in the slot itself; lists are kept for the others.
struct PostingTable {
  private static let listFlag: UInt32 = 1 << 31

  /// A key plus 1, or 0 where the slot is free.
  private var keys: [UInt64]
  /// The number of the only document, or `listFlag` and the number of a list.
  private var values: [UInt32]
  private var lists: [[UInt32]] = []
  private var used = 0
  /// All postings.
  private(set) var count = 0

  init(minimumSlots: Int = 1024) {
    keys = Array(repeating: 0, count: minimumSlots)
    values = Array(repeating: 0, count: minimumSlots)
  }

  /// Bytes of memory, roughly.
  var memory: Int { keys.count * 12 + lists.count * 64 + (count - used) * 4 }

  /// Adds a document to a key; documents come in rising order, and once is enough.
  mutating func insert(_ key: PostingKey, _ document: UInt32) {
    if (used + 1) * 4 > keys.count * 3 { grow() }
    let slot = self.slot(of: key)
    guard keys[slot] != 0 else {
      keys[slot] = key.value + 1
      values[slot] = document
      used += 1
      count += 1
      return
    }
    if append(document, toSlot: slot) { count += 1 }
  }

  private mutating func append(_ document: UInt32, toSlot slot: Int) -> Bool {
    let value = values[slot]
    if value & Self.listFlag != 0 {
      let list = Int(value ^ Self.listFlag)
      guard lists[list].last != document else { return false }
      lists[list].append(document)
      return true
    }
    guard value != document else { return false }
    values[slot] = UInt32(lists.count) | Self.listFlag
    lists.append([value, document])
    return true
  }

  /// Calls `body` with the documents of a key, rising; not at all where there are none.
  @inline(__always)
  func withDocuments(of key: PostingKey, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    let slot = self.slot(of: key)
    guard keys[slot] != 0 else { return }
    withDocuments(inSlot: slot, body)
  }

  @inline(__always)
  private func withDocuments(inSlot slot: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
    let value = values[slot]
    if value & Self.listFlag != 0 {
      lists[Int(value ^ Self.listFlag)].withUnsafeBufferPointer(body)
    } else {
      withUnsafePointer(to: value) { body(UnsafeBufferPointer(start: $0, count: 1)) }
    }
  }

  /// All postings as `key << 24 | document`, sorted.
  ///
  /// - Precondition: no document has a number of more than 24 bits.
  func sorted() -> [UInt64] {
    var postings: [UInt64] = []
    postings.reserveCapacity(count)
    for slot in keys.indices where keys[slot] != 0 {
      let key = keys[slot] - 1
      withDocuments(inSlot: slot) { documents in
        for document in documents { postings.append(key << 24 | UInt64(document)) }
      }
    }
    sortByUpper40Bits(&postings)
    return postings
  }

  /// The slot that holds the key or is free for it.
  @inline(__always)
  private func slot(of key: PostingKey) -> Int {
    let mask = keys.count - 1
    // The low bits: the high ones decide the place in a segment, and are as good.
    var slot = Int(truncatingIfNeeded: key.value) & mask
    while keys[slot] != 0, keys[slot] != key.value + 1 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    for old in oldKeys.indices where oldKeys[old] != 0 {
      let slot = self.slot(of: PostingKey(stored: oldKeys[old] - 1))
      keys[slot] = oldKeys[old]
      values[slot] = oldValues[old]
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
