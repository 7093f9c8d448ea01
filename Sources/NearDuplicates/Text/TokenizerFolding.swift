/// Cuts a stretch of UTF-8 into tokens scalar by scalar: all of Unicode, at the pace of a table.
struct TokenFolder {
  let text: UnsafePointer<UInt8>
  /// Bytes of the text.
  private let count: Int
  /// Where the folded form of the token under way is gathered; ``scratchSize`` bytes.
  let folded: UnsafeMutablePointer<UInt8>
  let table = ScalarTable.shared
  private let letters: LetterHasher

  /// A word whose folded form is longer than this is hashed in links: the hash of the link before,
  /// eight bytes, stands before the next link.
  static let longestLink = 4096
  static let scratchSize = longestLink + 16

  init(text: UnsafePointer<UInt8>, count: Int, folded: UnsafeMutablePointer<UInt8>) {
    self.text = text
    self.count = count
    self.folded = folded
    letters = LetterHasher(text: text)
  }

  /// The token under way.
  private struct OpenToken {
    /// The offset of its first byte, or -1 where there is none.
    var begin = -1
    var isUnspaced = false
    /// Bytes of its folded form so far.
    var length = 0
  }

  /// Appends the tokens of a stretch that begins and ends at the borders of scalars.
  ///
  /// A script without spaces and the inside of a word have loops of their own: asking all questions
  /// of every scalar takes twice the instructions for Chinese.
  @inline(never)
  func tokenize(_ stretch: Range<Int>, into stage: inout TokenStage, _ list: inout TokenList) {
    // A copy can stay in registers.
    var target = stage
    var offset = stretch.lowerBound
    while offset < stretch.upperBound {
      offset = appendLetters(from: offset, before: stretch.upperBound, &target, &list)
      if offset < stretch.upperBound {
        offset = appendToken(from: offset, before: stretch.upperBound, &target, &list)
      }
    }
    stage = target
  }

  /// Appends letters that are tokens of their own, as long as they have three bytes folded and no
  /// mark behind them, and returns where another scalar stands.
  @inline(__always)
  private func appendLetters(
    from start: Int, before end: Int, _ stage: inout TokenStage, _ list: inout TokenList
  ) -> Int {
    guard text[start] > 0xE0 else { return start }
    let (offset, isBehindLetter) = stage.append(letters, from: start, before: end, &list)
    guard isBehindLetter, offset < end, continuesToken(at: offset, before: end) else {
      return offset
    }
    stage.removeLast()
    return offset &- LetterHasher.length
  }

  @inline(__always)
  private func continuesToken(at offset: Int, before end: Int) -> Bool {
    let kind = table.entry(of: scalar(at: offset, before: end).0).kind
    return kind == ScalarClass.mark.rawValue || kind == ScalarClass.ignorable.rawValue
  }

  /// Appends the token that begins at an offset or behind it, and returns where the next may begin:
  /// after one token, or one separator.
  private func appendToken(
    from start: Int, before end: Int, _ stage: inout TokenStage, _ list: inout TokenList
  ) -> Int {
    var token = OpenToken()
    var offset = start
    while offset < end {
      let (scalar, length) = scalar(at: offset, before: end)
      let entry = table.entry(of: scalar)
      if entry.kind == ScalarClass.separator.rawValue {
        close(token, at: offset, &stage, &list)
        return offset &+ length
      }
      if token.begin >= 0,
        entry.startsToken || (token.isUnspaced && entry.kind == ScalarClass.word.rawValue)
      {
        close(token, at: offset, &stage, &list)
        return offset
      }
      if entry.hasFold {
        if token.begin < 0 {
          token.begin = offset
          token.isUnspaced = entry.kind == ScalarClass.unspaced.rawValue
        }
        token.length = fold(scalar, entry, behind: token.length)
      }
      offset &+= length
      if token.begin >= 0, !token.isUnspaced {
        offset = foldWord(from: offset, before: end, &token.length)
      }
    }
    close(token, at: end, &stage, &list)
    return end
  }

  /// Folds letters of one and two bytes that go on a word, and returns where another scalar stands.
  @inline(__always)
  private func foldWord(from start: Int, before end: Int, _ length: inout Int) -> Int {
    var offset = start
    while offset < end, length <= TokenFolder.longestLink - 2 * ScalarTable.longestExpansion {
      let first = UInt32(text[offset])
      if first < 0x80, offset &+ 8 <= count {
        let plain = foldPlain(from: offset, before: end, to: folded + length)
        length &+= plain
        offset &+= plain
        continue
      }
      var scalar = first
      var size = 1
      if first >= 0x80 {
        guard first >= 0xC2, first < 0xE0, offset &+ 2 <= end else { return offset }
        let second = UInt32(text[offset &+ 1]) ^ 0x80
        guard second < 0x40 else { return offset }
        scalar = (first & 0x1F) &<< 6 | second
        size = 2
      }
      let entry = ScalarEntry(bits: table.firstPlane[Int(scalar)])
      guard entry.isPlainWord else { return offset }
      UnsafeMutableRawPointer(folded + length)
        .storeBytes(of: entry.bits.littleEndian, as: UInt32.self)
      length &+= entry.byteCount
      offset &+= size
    }
    return offset
  }

  /// Folds up to eight bytes of ASCII at once, and returns how many: in a stretch these are letters,
  /// digits and underscores, so that none has to be looked up.
  @inline(__always)
  private func foldPlain(
    from offset: Int, before end: Int, to target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let bytes = UInt64(
      littleEndian: UnsafeRawPointer(text + offset).loadUnaligned(as: UInt64.self))
    // The lowest five bits of an underscore, and of nothing else here, are ones.
    let underscores = (bytes & 0x1F1F_1F1F_1F1F_1F1F) &+ 0x0101_0101_0101_0101
    let letters = bytes & 0x4040_4040_4040_4040
    let small = bytes | letters &>> 1 & ~underscores
    UnsafeMutableRawPointer(target).storeBytes(of: small.littleEndian, as: UInt64.self)
    let outside = bytes & 0x8080_8080_8080_8080
    return min(outside.trailingZeroBitCount &>> 3, end &- offset)
  }

  /// The scalar at an offset and its length; U+FFFD, of length 1, for a byte that begins none.
  @inline(__always)
  private func scalar(at offset: Int, before end: Int) -> (UInt32, Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (first, 1) }
    let room = end &- offset
    if first < 0xE0 {
      guard first >= 0xC2, room >= 2 else { return (0xFFFD, 1) }
      let second = UInt32(text[offset &+ 1]) ^ 0x80
      return second < 0x40 ? ((first & 0x1F) &<< 6 | second, 2) : (0xFFFD, 1)
    }
    guard room >= 3 else { return (0xFFFD, 1) }
    let second = UInt32(text[offset &+ 1]) ^ 0x80
    let third = UInt32(text[offset &+ 2]) ^ 0x80
    guard second | third < 0x40 else { return (0xFFFD, 1) }
    if first < 0xF0 {
      let scalar = (first & 0xF) &<< 12 | second &<< 6 | third
      let isScalar = scalar >= 0x800 && scalar & 0xF800 != 0xD800
      return isScalar ? (scalar, 3) : (0xFFFD, 1)
    }
    guard room >= 4, first < 0xF5 else { return (0xFFFD, 1) }
    let fourth = UInt32(text[offset &+ 3]) ^ 0x80
    let scalar = (first & 7) &<< 18 | second &<< 12 | third &<< 6 | fourth
    let isScalar = fourth < 0x40 && scalar >= 0x10000 && scalar <= 0x10FFFF
    return isScalar ? (scalar, 4) : (0xFFFD, 1)
  }

  /// Writes the folded form of a scalar behind what there is, and returns how much there is then.
  @inline(__always)
  private func fold(_ scalar: UInt32, _ entry: ScalarEntry, behind length: Int) -> Int {
    var length = length
    if _fastPath(!entry.expands) {
      UnsafeMutableRawPointer(folded + length)
        .storeBytes(of: entry.bits.littleEndian, as: UInt32.self)
      length &+= entry.byteCount
    } else {
      length &+= ScalarTable.expand(scalar, entry: entry, to: folded + length)
    }
    let isFull = length > TokenFolder.longestLink - ScalarTable.longestExpansion
    return _slowPath(isFull) ? startNextLink(behind: length) : length
  }

  @inline(never)
  private func startNextLink(behind length: Int) -> Int {
    let link = xxh3(folded, length).littleEndian
    UnsafeMutableRawPointer(folded).storeBytes(of: link, as: UInt64.self)
    return 8
  }

  @inline(__always)
  private func close(
    _ token: OpenToken, at end: Int, _ stage: inout TokenStage, _ list: inout TokenList
  ) {
    guard token.begin >= 0 else { return }
    let bounds = TokenBounds(begin: token.begin, end: end, isUnspaced: token.isUnspaced)
    stage.append(hash(of: token.length), bounds, &list)
  }

  /// The hash of the first bytes of ``folded``, at least one.
  ///
  /// Most letters that are tokens have three, and are hashed without a call.
  @inline(__always)
  private func hash(of length: Int) -> UInt64 {
    guard length <= 3 else { return xxh3(folded, length) }
    let firstTwo = UInt64(folded[length &>> 1]) &<< 24 | UInt64(folded[0]) &<< 16
    return xxh3(of1To3: firstTwo | UInt64(folded[length &- 1]), UInt64(length))
  }
}
