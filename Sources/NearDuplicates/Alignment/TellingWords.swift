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
  private(set) var entries: [Entry] = []
  private var heads: [UInt16]

  /// Finds the telling words of a reading; words from the 65,535th on are not looked at.
  package init(_ reading: Reading) {
    var size = 128
    while size < reading.count / 2 { size *= 2 }
    heads = [UInt16](repeating: Self.none, count: size)
    entries.reserveCapacity(reading.count / 2)
    for (sentence, range) in reading.sentences.enumerated() where range.upperBound < Int(Self.none)
    {
      for word in range { append(word, of: sentence, reading) }
    }
  }

  private mutating func append(_ word: Int, of sentence: Int, _ reading: Reading) {
    guard reading.weights[word] >= Self.leastWeight, reading.isNarration(word) else { return }
    let stem = reading.stems[word]
    guard !stands(stem, in: sentence) else { return }
    let bucket = bucket(of: stem)
    entries.append(
      Entry(
        stem: stem, weight: reading.weights[word], sentence: UInt16(sentence), word: UInt16(word),
        next: heads[bucket]))
    heads[bucket] = UInt16(entries.count - 1)
  }

  private func stands(_ stem: UInt32, in sentence: Int) -> Bool {
    var index = first(of: stem)
    while index != Self.none, entries[Int(index)].sentence == sentence {
      if entries[Int(index)].stem == stem { return true }
      index = entries[Int(index)].next
    }
    return false
  }

  /// The last entry of the bucket of a stem, or `none`.
  @inline(__always)
  func first(of stem: UInt32) -> UInt16 { heads[bucket(of: stem)] }

  @inline(__always)
  private func bucket(of stem: UInt32) -> Int {
    Int((stem &* 0x9E37_79B1) &>> 7) & (heads.count - 1)
  }
}
