/// Finds the stretches of a text that can hold words, 64 bytes at a time, and copies them with
/// small letters for the capitals of ASCII and of Russian.
///
/// A byte counts as part of a word where it is a letter or digit of ASCII, an underscore, or any
/// byte of a scalar outside ASCII, except for the punctuation that English is full of: curly
/// quotes, dashes, ellipses and spaces of U+2010 to U+2029, and U+00A0, «, » separate here already,
/// so that a page with typographer's quotes never leaves the fast path. What else separates, the
/// scalar by scalar path behind finds out: it reads the words with irregular bytes.
struct WordScanner {
  /// The bytes that may be read after the 64 of a block: two here, five by a kernel.
  static let lookahead = 5

  /// Whether the last byte of the block before was part of a word: 0 or 1.
  private(set) var carriedWord: UInt64 = 0
  /// The last byte of the block before.
  private var lastByte: UInt8 = 0
  /// Whether the last byte of the last block with more than ASCII was irregular: 0 or 1.
  private var carriedIrregular: UInt64 = 0
  /// The bytes at the begin of a block that belong to punctuation of the block before.
  private var carriedPunctuation: UInt64 = 0

  /// Looks through a block and writes it to `copy`.
  @inline(__always)
  mutating func scan(
    _ block: UnsafePointer<UInt8>, copy: UnsafeMutablePointer<UInt8>
  ) -> ScannedBlock {
    var (words, isPlain) = plainWordBytes(of: block, copy: copy)
    var irregularBegins: UInt64 = 0
    if _slowPath(!isPlain) {
      let scalars = scalarBytes(of: block, copy: copy)
      words |= scalars.bytes
      irregularBegins = begins(ofIrregular: scalars.irregular)
    }
    lastByte = block[63]
    let edges = words ^ (words &<< 1 | carriedWord)
    carriedWord = words &>> 63
    return ScannedBlock(edges: edges, irregularBegins: irregularBegins)
  }

  /// The letters and digits of ASCII, and whether there is nothing outside ASCII.
  @inline(__always)
  private func plainWordBytes(
    of block: UnsafePointer<UInt8>, copy: UnsafeMutablePointer<UInt8>
  ) -> (bits: UInt64, isPlain: Bool) {
    var words = ByteMask()
    var all = ByteLanes(repeating: 0)
    for part in 0..<4 {
      let bytes = ByteVector(from: block + 16 &* part)
      let letters = lanes(
        ((bytes | ByteVector(repeating: 0x20)) &- ByteVector(repeating: 0x61))
          .< ByteVector(repeating: 26))
      let digits = lanes((bytes &- ByteVector(repeating: 0x30)) .< ByteVector(repeating: 10))
      let underscores = lanes(bytes .== ByteVector(repeating: 0x5F))
      words.insert(letters | digits | underscores, part)
      let folded = bytes.lanes | letters & ByteLanes(repeating: 0x2020_2020_2020_2020)
      UnsafeMutableRawPointer(copy + 16 &* part).storeBytes(of: folded, as: ByteLanes.self)
      all |= bytes.lanes
    }
    return (words.bits, (all[0] | all[1]) & 0x8080_8080_8080_8080 == 0)
  }

  /// The bytes of words outside ASCII, and those of them that are irregular.
  @inline(__always)
  private mutating func scalarBytes(
    of block: UnsafePointer<UInt8>, copy: UnsafeMutablePointer<UInt8>
  ) -> (bytes: UInt64, irregular: UInt64) {
    var scalars = ByteMask()
    var punctuation = ByteLanes(repeating: 0)
    var cyrillic = ByteLanes(repeating: 0)
    for part in 0..<4 {
      let bytes = ByteVector(from: block + 16 &* part)
      scalars.insert(lanes(bytes .>= ByteVector(repeating: 0x80)), part)
      // C2 or E2.
      punctuation |= lanes((bytes & ByteVector(repeating: 0xDF)) .== ByteVector(repeating: 0xC2))
      cyrillic |= CyrillicFolder.leads(in: bytes)
    }
    var bytes = scalars.bits
    if punctuation[0] | punctuation[1] | carriedPunctuation != 0 {
      bytes &= ~punctuationBytes(of: block)
    }
    var irregular = bytes
    if cyrillic[0] | cyrillic[1] != 0 {
      irregular &= ~CyrillicFolder.fold(block, into: copy, after: lastByte)
    }
    return (bytes, irregular)
  }

  /// The bytes of well-known punctuation.
  @inline(__always)
  private mutating func punctuationBytes(of block: UnsafePointer<UInt8>) -> UInt64 {
    var begins = PunctuationBegins()
    begins.insert(block, 0)
    begins.insert(block, 1)
    begins.insert(block, 2)
    begins.insert(block, 3)
    let all = begins.all.bits
    let long = begins.long.bits
    let bytes = all | all &<< 1 | long &<< 2 | carriedPunctuation
    carriedPunctuation = all &>> 63 | long &>> 62
    return bytes
  }

  /// The first bytes of stretches of irregular bytes; what goes on from the block before is none.
  @inline(__always)
  private mutating func begins(ofIrregular bytes: UInt64) -> UInt64 {
    // After a block of ASCII what is carried is out of date.
    let carried = carriedIrregular & UInt64(lastByte &>> 7)
    carriedIrregular = bytes &>> 63
    return bytes & ~(bytes &<< 1 | carried)
  }
}

/// Where the well-known punctuation of a block begins.
private struct PunctuationBegins {
  /// That of two and three bytes.
  var all = ByteMask()
  /// That of three bytes.
  var long = ByteMask()

  /// Takes in the bytes from `16 * part`.
  @inline(__always)
  mutating func insert(_ block: UnsafePointer<UInt8>, _ part: Int) {
    let bytes = ByteVector(from: block + 16 &* part)
    let next = ByteVector(from: block + 16 &* part + 1)
    let last = ByteVector(from: block + 16 &* part + 2) &- ByteVector(repeating: 0x90)
    let three =
      lanes(bytes .== ByteVector(repeating: 0xE2)) & lanes(next .== ByteVector(repeating: 0x80))
      & lanes(last .< ByteVector(repeating: 0x1A))
    let two =
      lanes(bytes .== ByteVector(repeating: 0xC2))
      & (lanes(next .== ByteVector(repeating: 0xA0))
        | lanes((next & ByteVector(repeating: 0xEF)) .== ByteVector(repeating: 0xAB)))
    all.insert(two | three, part)
    long.insert(three, part)
  }
}

/// What was found in a block, a bit for each byte.
struct ScannedBlock {
  /// The bytes with which a stretch begins, or before which one ends.
  let edges: UInt64
  /// Where bytes begin that are not in the copy as they are hashed.
  let irregularBegins: UInt64
}
