/// Hashes the words of a piece of text, given by their edges.
///
/// Words of up to 16 letters and digits of ASCII, all but a few of an English text, are hashed in
/// registers. XXH3 has three formulas for their lengths: the words are sorted by formula first, and
/// each has a loop of its own, since asking word after word for its length costs a mispredicted
/// branch for every other one (7.3 ns a word in all, where this takes 4.7).
struct WordHasher {
  /// Bytes of a word that is hashed in registers.
  static let longestRegular = 16
  /// Words in a piece at most.
  static let capacity = TokenizerPass.pieceSize / 2 + 8
  /// The bytes of scratch memory that a hasher takes.
  static let scratchSize = (8 + 3 * 2) * capacity

  private let text: UnsafePointer<UInt8>
  /// The hash of each word that is regular.
  let hashes: UnsafeMutablePointer<UInt64>
  /// The words of 1 to 3, of 4 to 8, and of more bytes.
  private let short, middle, long: UnsafeMutablePointer<UInt16>

  init(text: UnsafePointer<UInt8>, scratch: UnsafeMutableRawPointer) {
    self.text = text
    hashes = scratch.assumingMemoryBound(to: UInt64.self)
    short = (scratch + 8 * WordHasher.capacity).assumingMemoryBound(to: UInt16.self)
    middle = short + WordHasher.capacity
    long = middle + WordHasher.capacity
  }

  /// Hashes words as if all of them were regular, and returns whether none is too long for that.
  @inline(__always)
  func hash(_ words: UnsafePointer<WordEdges>, count: Int) -> Bool {
    let counts = sort(words, count: count)
    hashShort(words, count: counts.short)
    hashMiddle(words, count: counts.middle)
    return hashLong(words, count: counts.long)
  }

  /// Appends each word to one of three lists: by writing it to all and moving the end of one, in
  /// arithmetic, because the compiler makes branches of comparisons.
  @inline(__always)
  private func sort(
    _ words: UnsafePointer<WordEdges>, count: Int
  ) -> (short: Int, middle: Int, long: Int) {
    var shortCount = 0
    var longCount = 0
    for word in 0..<count {
      let length = words[word].length
      let number = UInt16(truncatingIfNeeded: word)
      short[shortCount] = number
      middle[word &- shortCount &- longCount] = number
      long[longCount] = number
      shortCount &+= Int(truncatingIfNeeded: (length &- 4) &>> 31)
      longCount &+= Int(truncatingIfNeeded: (8 &- length) &>> 31)
    }
    return (shortCount, count - shortCount - longCount, longCount)
  }

  @inline(__always)
  private func hashShort(
    _ words: UnsafePointer<WordEdges>, count: Int
  ) {
    for index in 0..<count {
      let word = Int(short[index])
      let bytes = AsciiBytes(upTo3: text, words[word])
      hashes[word] = xxh3(of1To3: bytes.folded, UInt64(words[word].length))
    }
  }

  @inline(__always)
  private func hashMiddle(
    _ words: UnsafePointer<WordEdges>, count: Int
  ) {
    for index in 0..<count {
      let word = Int(middle[index])
      let bytes = AsciiBytes(upTo8: text, words[word])
      hashes[word] = xxh3(of4To8: bytes.folded, UInt64(words[word].length))
    }
  }

  @inline(__always)
  private func hashLong(_ words: UnsafePointer<WordEdges>, count: Int) -> Bool {
    var greatest: UInt32 = 0
    for index in 0..<count {
      let word = Int(long[index])
      let first = AsciiBytes(firstOf: text, words[word])
      let last = AsciiBytes(lastOf: text, words[word])
      let length = words[word].length
      hashes[word] = xxh3(of9To16: first.folded, last.folded, UInt64(length))
      greatest = max(greatest, length)
    }
    return greatest <= WordHasher.longestRegular
  }
}

/// Where a word begins and ends.
struct WordEdges {
  let begin: UInt32
  let end: UInt32

  @inline(__always)
  var length: UInt32 { end &- begin }
}

/// Up to eight letters and digits of a word, with small letters for capitals, in the order in which
/// XXH3 wants them.
///
/// Nothing is read outside the word.
private struct AsciiBytes {
  let folded: UInt64

  /// The middle, first and last byte of a word of one to three.
  @inline(__always)
  init(upTo3 text: UnsafePointer<UInt8>, _ word: WordEdges) {
    let start = text + Int(word.begin)
    let middle = UInt64(start[Int(word.length &>> 1)])
    self.init(middle &<< 24 | UInt64(start[0]) &<< 16 | UInt64(text[Int(word.end) &- 1]))
  }

  /// The first four bytes of a word of four to eight above the last four.
  @inline(__always)
  init(upTo8 text: UnsafePointer<UInt8>, _ word: WordEdges) {
    let first = AsciiBytes.load(text + Int(word.begin), as: UInt32.self)
    let last = AsciiBytes.load(text + Int(word.end) - 4, as: UInt32.self)
    self.init(UInt64(first) &<< 32 | UInt64(last))
  }

  /// The first eight bytes of a word of at least as many.
  @inline(__always)
  init(firstOf text: UnsafePointer<UInt8>, _ word: WordEdges) {
    self.init(AsciiBytes.load(text + Int(word.begin), as: UInt64.self))
  }

  /// The last eight bytes of a word of at least as many.
  @inline(__always)
  init(lastOf text: UnsafePointer<UInt8>, _ word: WordEdges) {
    self.init(AsciiBytes.load(text + Int(word.end) - 8, as: UInt64.self))
  }

  /// Of letters and digits, the letters alone have bit 6, which is moved down to bit 5.
  @inline(__always)
  private init(_ bytes: UInt64) {
    folded = bytes | (bytes & 0x4040_4040_4040_4040) &>> 1
  }

  @inline(__always)
  private static func load<Bytes: FixedWidthInteger & BitwiseCopyable>(
    _ start: UnsafePointer<UInt8>, as _: Bytes.Type
  ) -> Bytes {
    Bytes(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: Bytes.self))
  }
}
