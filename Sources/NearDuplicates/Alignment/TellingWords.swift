/// The distinct telling stems of each sentence of a text, and the sentences of each stem.
///
/// Made once a document and read for each pair. Words that every third document has tell nothing
/// and would make every sentence answer every other; the document's own quotations and boilerplate
/// are left out too.
package struct TellingWords: Sendable {
  /// One stem in one sentence.
  struct Entry {
    var stem: UInt32
    var weight: Float
    var sentence: UInt16
    /// The first word of the sentence with that stem.
    var word: UInt16
    /// The entry before with a stem of the same bucket, or `none`.
    var next: UInt16
  }

  /// The weight from which a word tells something: that of a word in a third of all documents.
  static let leastWeight: Float = 1
  /// Stands for no entry.
  static let none = UInt16.max

  /// All entries, sentence by sentence.
  let entries: [Entry]
  /// The last entry of each bucket of stems, or `none`.
  let heads: [UInt16]

  /// Finds the telling words of a reading; words from the 65,535th on are not looked at.
  package init(_ reading: Reading) {
    var size = 128
    while size < reading.count / 2 { size *= 2 }
    var heads = [UInt16](repeating: Self.none, count: size)
    entries = withUnsafeTemporaryAllocation(of: Entry.self, capacity: reading.count + 1) { room in
      let count = heads.withUnsafeMutableBufferPointer {
        Self.gather(reading, into: room, heads: $0)
      }
      return Array(room[..<count])
    }
    self.heads = heads
  }

  /// Writes the entries of a reading to memory with room for one a word, and returns their number.
  private static func gather(
    _ reading: Reading, into entries: UnsafeMutableBufferPointer<Entry>,
    heads: UnsafeMutableBufferPointer<UInt16>
  ) -> Int {
    var count = 0
    for (sentence, range) in reading.sentences.enumerated() where range.upperBound < Int(none) {
      // Each word is written and only some move the end on: one in three tells, in no order.
      var end = count
      reading.withTelling { stems, weights, flags in
        for word in range {
          entries[end] = Entry(
            stem: stems[word], weight: weights[word],
            sentence: UInt16(truncatingIfNeeded: sentence),
            word: UInt16(truncatingIfNeeded: word), next: none)
          end &+= (weights[word] >= leastWeight).count & flags[word].isNarration.count
        }
      }
      for candidate in count..<end {
        var entry = entries[candidate]
        let bucket = bucket(of: entry.stem, heads.count)
        if stands(entry.stem, in: sentence, entries, last: heads[bucket]) { continue }
        entry.next = heads[bucket]
        entries[count] = entry
        heads[bucket] = UInt16(count)
        count += 1
      }
    }
    return count
  }

  /// Whether a chain that ends with an entry has a stem in a sentence, the newest so far.
  @inline(__always)
  private static func stands(
    _ stem: UInt32, in sentence: Int, _ entries: UnsafeMutableBufferPointer<Entry>, last: UInt16
  ) -> Bool {
    var index = last
    while index != none, entries[Int(index)].sentence == sentence {
      if entries[Int(index)].stem == stem { return true }
      index = entries[Int(index)].next
    }
    return false
  }

  /// The bucket of a stem, of so many, a power of two.
  @inline(__always)
  static func bucket(of stem: UInt32, _ count: Int) -> Int {
    Int((stem &* 0x9E37_79B1) &>> 7) & (count &- 1)
  }
}

extension Reading {
  /// Calls a closure with the columns that tell which words tell something.
  @inline(__always)
  fileprivate func withTelling(
    _ body: (
      UnsafeBufferPointer<UInt32>, UnsafeBufferPointer<Float>, UnsafeBufferPointer<Flags>
    ) -> Void
  ) {
    stems.withUnsafeBufferPointer { stems in
      weights.withUnsafeBufferPointer { weights in
        flags.withUnsafeBufferPointer { flags in body(stems, weights, flags) }
      }
    }
  }
}
