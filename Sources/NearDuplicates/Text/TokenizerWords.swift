/// Hashes the words of a piece of text, given by their edges.
///
/// Words of up to 16 letters and digits of ASCII, all but a few of an English text, are hashed in
/// registers. XXH3 has three formulas for their lengths: the words are sorted by formula first, and
/// each has a loop of its own, since asking word after word for its length costs a mispredicted
/// branch for every other one (7.3 ns a word in all, where this takes 4.7). The loops are functions
/// of their own, so that each has all registers.
struct WordHasher {
  /// Bytes of a word that is hashed in registers.
  static let longestRegular = 16
  /// Words in a piece at most.
  static let capacity = TokenizerPass.longestPiece / 2 + 64
  /// The bytes of scratch memory that a hasher takes.
  static let scratchSize = (8 + 3 * 2) * capacity + 8 * irregularSize

  private static let irregularSize = capacity / 64 + 1

  /// The hash of each word that is regular.
  let hashes: UnsafeMutablePointer<UInt64>
  /// A bit for each word that is none: longer, or with bytes outside ASCII.
  private let irregular: UnsafeMutablePointer<UInt64>
  /// The words of 1 to 3, of 4 to 8, and of more bytes.
  private let short, middle, long: UnsafeMutablePointer<UInt16>

  init(scratch: UnsafeMutableRawPointer) {
    hashes = scratch.assumingMemoryBound(to: UInt64.self)
    irregular = hashes + WordHasher.capacity
    short = UnsafeMutableRawPointer(irregular + WordHasher.irregularSize)
      .assumingMemoryBound(to: UInt16.self)
    middle = short + WordHasher.capacity
    long = middle + WordHasher.capacity
  }

  /// Hashes words as if all of them were regular, and returns whether they are.
  ///
  /// `piece` holds the text from the offset `start` on, with small letters.
  func hash(
    _ words: UnsafePointer<WordEdges>, count: Int, in piece: UnsafePointer<UInt8>, from start: Int
  ) -> Bool {
    irregular.update(repeating: 0, count: count &>> 6 &+ 1)
    let counts = sort(words, count: count)
    let areShortRegular = hashShort(words, counts.short, piece, start)
    let areMiddleRegular = hashMiddle(words, counts.middle, piece, start)
    let areLongRegular = hashLong(words, counts.long, piece, start)
    return areShortRegular && areMiddleRegular && areLongRegular
  }

  /// Calls `body` with the index of each word that is not regular, in order.
  @inline(__always)
  func forEachIrregular(of count: Int, _ body: (Int) -> Void) {
    for group in 0...(count &>> 6) {
      var rest = irregular[group]
      while rest != 0 {
        body(group &<< 6 &+ rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  @inline(__always)
  private func setIrregular(_ word: Int) {
    irregular[word &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: word & 63)
  }

  /// Appends each word to one of three lists: by writing it to all and moving the end of one, in
  /// arithmetic, because the compiler makes branches of comparisons.
  @inline(never)
  private func sort(
    _ words: UnsafePointer<WordEdges>, count: Int
  ) -> (short: Int, middle: Int, long: Int) {
    var counts = (short: 0, middle: 0, long: 0)
    for word in 0..<count {
      let length = Int(words[word].length)
      let number = UInt16(truncatingIfNeeded: word)
      short[counts.short] = number
      middle[counts.middle] = number
      long[counts.long] = number
      let isShort = Int(bitPattern: UInt(bitPattern: length &- 4) &>> 63)
      let isLong = Int(bitPattern: UInt(bitPattern: 8 &- length) &>> 63)
      counts.short &+= isShort
      counts.long &+= isLong
      counts.middle &+= 1 &- isShort &- isLong
    }
    return counts
  }

  @inline(never)
  private func hashShort(
    _ words: UnsafePointer<WordEdges>, _ count: Int, _ piece: UnsafePointer<UInt8>, _ start: Int
  ) -> Bool {
    var areRegular = true
    for index in 0..<count {
      let word = Int(short[index])
      let length = words[word].length
      let first = piece + (Int(words[word].begin) &- start)
      // The middle, first and last byte.
      let bytes =
        UInt64(first[Int(length &>> 1)]) &<< 24 | UInt64(first[0]) &<< 16
        | UInt64(first[Int(length) &- 1])
      if _slowPath(bytes & 0x8080_0080 != 0) {
        setIrregular(word)
        areRegular = false
      }
      hashes[word] = xxh3(of1To3: bytes, UInt64(length))
    }
    return areRegular
  }

  @inline(never)
  private func hashMiddle(
    _ words: UnsafePointer<WordEdges>, _ count: Int, _ piece: UnsafePointer<UInt8>, _ start: Int
  ) -> Bool {
    var areRegular = true
    for index in 0..<count {
      let word = Int(middle[index])
      let length = words[word].length
      let first = piece + (Int(words[word].begin) &- start)
      // The first four above the last four.
      let bytes =
        UInt64(WordHasher.load(first, as: UInt32.self)) &<< 32
        | UInt64(WordHasher.load(first + (Int(length) &- 4), as: UInt32.self))
      if _slowPath(bytes & 0x8080_8080_8080_8080 != 0) {
        setIrregular(word)
        areRegular = false
      }
      hashes[word] = xxh3(of4To8: bytes, UInt64(length))
    }
    return areRegular
  }

  @inline(never)
  private func hashLong(
    _ words: UnsafePointer<WordEdges>, _ count: Int, _ piece: UnsafePointer<UInt8>, _ start: Int
  ) -> Bool {
    var areRegular = true
    for index in 0..<count {
      let word = Int(long[index])
      let length = words[word].length
      let begin = piece + (Int(words[word].begin) &- start)
      let first = WordHasher.load(begin, as: UInt64.self)
      let last = WordHasher.load(begin + (Int(length) &- 8), as: UInt64.self)
      let isShort = length <= WordHasher.longestRegular
      if _slowPath((first | last) & 0x8080_8080_8080_8080 != 0 || !isShort) {
        setIrregular(word)
        areRegular = false
      }
      hashes[word] = xxh3(of9To16: first, last, UInt64(length))
    }
    return areRegular
  }

  @inline(__always)
  private static func load<Bytes: FixedWidthInteger & BitwiseCopyable>(
    _ start: UnsafePointer<UInt8>, as _: Bytes.Type
  ) -> Bytes {
    Bytes(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: Bytes.self))
  }
}

/// Where a word begins and ends.
struct WordEdges {
  let begin: UInt32
  let end: UInt32

  @inline(__always)
  var length: UInt32 { end &- begin }
}
