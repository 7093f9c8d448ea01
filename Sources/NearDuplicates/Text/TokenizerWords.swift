import CKernels

/// Hashes the words of a piece of text, given by their edges.
///
/// Words of up to 32 regular bytes, all but a few of an English or Russian text, are hashed in
/// registers. XXH3 has four formulas for their lengths: the words are sorted by formula first, and
/// each has a loop of its own, since asking word after word for its length costs a mispredicted
/// branch for every other one (7.3 ns a word in all, where this takes 4.7). The loops are functions
/// of their own, so that each has all registers.
struct WordHasher {
  /// Bytes of a word that is hashed in registers.
  static let longestRegular = 32
  /// Words in a piece at most.
  static let capacity = TokenizerPass.longestPiece / 2 + 64
  /// The bytes of scratch memory that a hasher takes.
  static let scratchSize = (8 + 3 * 2) * capacity + 8 * irregularSize

  private static let irregularSize = capacity / 64 + 1

  /// The hash of each word that is regular.
  let hashes: UnsafeMutablePointer<UInt64>
  /// A bit for each word that is none: longer, or with irregular bytes.
  let irregular: UnsafeMutablePointer<UInt64>
  private let kernels: KernelTable
  /// The words of 1 to 3, of 4 to 8, and of more bytes.
  private let short, middle, long: UnsafeMutablePointer<UInt16>

  init(scratch: UnsafeMutableRawPointer, kernels: KernelTable) {
    self.kernels = kernels
    hashes = scratch.assumingMemoryBound(to: UInt64.self)
    irregular = hashes + WordHasher.capacity
    short = UnsafeMutableRawPointer(irregular + WordHasher.irregularSize)
      .assumingMemoryBound(to: UInt16.self)
    middle = short + WordHasher.capacity
    long = middle + WordHasher.capacity
    irregular.update(repeating: 0, count: WordHasher.irregularSize)
  }

  /// Marks a word of the piece as one whose hash is not to be used.
  @inline(__always)
  func setIrregular(_ word: Int) {
    irregular[word &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: word & 63)
  }

  /// Hashes words as if all of them were regular, and returns whether none is too long for that.
  ///
  /// `piece` holds the text from the offset `start` on, with small letters.
  func hash(
    _ words: UnsafeMutablePointer<WordEdges>, count: Int, in piece: UnsafePointer<UInt8>,
    from start: Int
  ) -> Bool {
    if let hashWords = kernels.hashWords {
      let edges = UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt32.self)
      return hashWords(edges, count, piece - start, hashes, irregular)
    }
    let counts = sort(words, count: count)
    hashShort(words, counts.short, piece, start)
    hashMiddle(words, counts.middle, piece, start)
    let longer = hashLong(words, counts.long, piece, start)
    return longer == 0 || hashLonger(words, longer, piece, start)
  }

  /// Hashes marked words of Latin letters, takes their marks away, and returns whether none is left.
  @inline(__always)
  func hashLatin(
    _ words: UnsafeMutablePointer<WordEdges>, count: Int, in piece: UnsafePointer<UInt8>,
    from start: Int
  ) -> Bool {
    guard let hashLatinWords = kernels.hashLatinWords else { return false }
    let edges = UnsafeRawPointer(words).assumingMemoryBound(to: UInt32.self)
    let folds = LatinFolds.shared.bytes
    return hashLatinWords(edges, count, piece - start, folds, hashes, irregular)
  }

  /// Calls `body` with the index of each of some words that is not regular, in order.
  @inline(__always)
  func forEachIrregular(of count: Int, _ body: (Int) -> Void) {
    for group in 0..<(count &+ 63) &>> 6 {
      var rest = irregular[group]
      while rest != 0 {
        let word = group &<< 6 &+ rest.trailingZeroBitCount
        if word < count { body(word) }
        rest &= rest &- 1
      }
    }
  }

  /// Removes all marks but that of the word after the last, which becomes the first if it is open,
  /// and returns whether there is that one.
  func keepMark(ofOpen word: Int, isOpen: Int) -> Bool {
    let mark = irregular[word &>> 6] &>> UInt64(truncatingIfNeeded: word & 63) & UInt64(isOpen)
    irregular.update(repeating: 0, count: word &>> 6 &+ 1)
    irregular[0] = mark
    return mark != 0
  }

  /// Appends each word to one of three lists: by writing it to all and moving the end of one, in
  /// arithmetic, because the compiler makes branches of comparisons.
  @inline(never)
  private func sort(
    _ words: UnsafePointer<WordEdges>, count: Int
  ) -> (short: Int, middle: Int, long: Int) {
    var (shortCount, longCount) = (0, 0)
    for word in 0..<count {
      let length = Int(words[word].length)
      let number = UInt16(truncatingIfNeeded: word)
      short[shortCount] = number
      middle[word &- shortCount &- longCount] = number
      long[longCount] = number
      shortCount &+= Int(bitPattern: UInt(bitPattern: length &- 4) &>> 63)
      longCount &+= Int(bitPattern: UInt(bitPattern: 8 &- length) &>> 63)
    }
    return (shortCount, count - shortCount - longCount, longCount)
  }

  @inline(never)
  private func hashShort(
    _ words: UnsafePointer<WordEdges>, _ count: Int, _ piece: UnsafePointer<UInt8>, _ start: Int
  ) {
    for index in 0..<count {
      let word = Int(short[index])
      let length = words[word].length
      let first = piece + (Int(words[word].begin) &- start)
      // The middle, first and last byte.
      let bytes =
        UInt64(first[Int(length &>> 1)]) &<< 24 | UInt64(first[0]) &<< 16
        | UInt64(first[Int(length) &- 1])
      hashes[word] = xxh3(of1To3: bytes, UInt64(length))
    }
  }

  @inline(never)
  private func hashMiddle(
    _ words: UnsafePointer<WordEdges>, _ count: Int, _ piece: UnsafePointer<UInt8>, _ start: Int
  ) {
    for index in 0..<count {
      let word = Int(middle[index])
      let length = words[word].length
      let first = piece + (Int(words[word].begin) &- start)
      // The first four above the last four.
      let bytes =
        UInt64(WordHasher.load(first, as: UInt32.self)) &<< 32
        | UInt64(WordHasher.load(first + (Int(length) &- 4), as: UInt32.self))
      hashes[word] = xxh3(of4To8: bytes, UInt64(length))
    }
  }

  /// Hashes words of nine and more bytes as if they had no more than 16, gathers those that have in
  /// the list they came from, and returns how many.
  @inline(never)
  private func hashLong(
    _ words: UnsafePointer<WordEdges>, _ count: Int, _ piece: UnsafePointer<UInt8>, _ start: Int
  ) -> Int {
    var longer = 0
    for index in 0..<count {
      let number = long[index]
      let word = Int(number)
      let length = Int(words[word].length)
      let begin = piece + (Int(words[word].begin) &- start)
      let first = WordHasher.load(begin, as: UInt64.self)
      let last = WordHasher.load(begin + (length &- 8), as: UInt64.self)
      hashes[word] = xxh3(of9To16: first, last, UInt64(length))
      long[longer] = number
      longer &+= Int(bitPattern: UInt(bitPattern: 16 &- length) &>> 63)
    }
    return longer
  }

  /// Hashes words of 17 and more bytes, and returns whether all of them are short enough for that;
  /// the others are marked.
  @inline(never)
  private func hashLonger(
    _ words: UnsafePointer<WordEdges>, _ count: Int, _ piece: UnsafePointer<UInt8>, _ start: Int
  ) -> Bool {
    var areRegular = true
    for index in 0..<count {
      let word = Int(long[index])
      let length = Int(words[word].length)
      let begin = piece + (Int(words[word].begin) &- start)
      let end = begin + length
      hashes[word] = xxh3(
        of17To32: WordHasher.load(begin, as: UInt64.self),
        WordHasher.load(begin + 8, as: UInt64.self),
        WordHasher.load(end - 16, as: UInt64.self), WordHasher.load(end - 8, as: UInt64.self),
        UInt64(length))
      if _slowPath(length > WordHasher.longestRegular) {
        setIrregular(word)
        areRegular = false
      }
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
///
/// A kernel that takes letters of scripts without spaces as tokens of their own sets the uppermost
/// bit of their end, where ``TokenBounds`` has it too; a length is that of a word.
struct WordEdges {
  let begin: UInt32
  let end: UInt32

  @inline(__always)
  var length: UInt32 { end &- begin }
}
