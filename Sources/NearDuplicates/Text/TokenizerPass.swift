/// One text on its way through the tokenizer: edges of words are found block by block, and every
/// few blocks the words between them are hashed.
struct TokenizerPass {
  /// Bytes from the search for edges to the hashing of words: small enough for all of it to stay in
  /// the first cache.
  static let pieceSize = 4096

  private let text: UnsafePointer<UInt8>
  private let count: Int
  private var scanner = WordScanner()
  private let edges: UnsafeMutablePointer<UInt32>
  private var edgeCount = 0
  private let special: SpecialBytes
  private var hasSpecial = false
  private let words: WordHasher
  private var stage: TokenStage
  private let folder: TokenFolder

  /// Prepares the pass; `scratch` has ``scratchSize`` bytes.
  init(text: UnsafePointer<UInt8>, count: Int, scratch: UnsafeMutableRawPointer) {
    self.text = text
    self.count = count
    var next = scratch
    words = WordHasher(text: text, scratch: next)
    next += WordHasher.scratchSize
    special = SpecialBytes(scratch: next)
    next += SpecialBytes.scratchSize
    edges = next.assumingMemoryBound(to: UInt32.self)
    next += TokenizerPass.edgesSize
    stage = TokenStage(next)
    next += TokenStage.size
    folder = TokenFolder(text: text, folded: next.assumingMemoryBound(to: UInt8.self))
  }

  /// An edge a byte, one left over from the piece before, and what ``write(_:at:)`` overshoots.
  private static let edgesSize = 4 * (pieceSize + 16)

  static let scratchSize =
    WordHasher.scratchSize + SpecialBytes.scratchSize + edgesSize + TokenStage.size
    + TokenFolder.scratchSize

  /// Appends the tokens of the text.
  mutating func tokenize(into list: inout TokenList) {
    var offset = 0
    let lastBlock = count - 64 - WordScanner.lookahead
    while offset <= lastBlock {
      let end = min(offset &+ TokenizerPass.pieceSize, lastBlock &+ 1)
      while offset < end {
        scan(text + offset, at: offset)
        offset &+= 64
      }
      hashWords(into: &list)
    }
    scanTail(from: offset)
    hashWords(into: &list)
    stage.flush(into: &list)
  }

  @inline(__always)
  private mutating func scan(_ block: UnsafePointer<UInt8>, at offset: Int) {
    write(scanner.edges(of: block), at: offset)
    special.note(scanner.special, at: offset)
    hasSpecial = hasSpecial || scanner.special != 0
  }

  /// Scans the end of the text in a copy, behind which there are zeros to read.
  private mutating func scanTail(from offset: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { tail in
      tail.initialize(repeating: 0)
      guard let start = tail.baseAddress else { return }
      start.update(from: text + offset, count: count - offset)
      for block in stride(from: 0, to: count - offset, by: 64) {
        scan(start + block, at: offset + block)
      }
      if scanner.carriedWord != 0 { write(1, at: count) }
    }
  }

  /// Appends the offsets of the bits that are set, and up to seven more that the next ones
  /// overwrite: eight at a time without asking, since a branch for each is mispredicted.
  @inline(__always)
  private mutating func write(_ bits: UInt64, at offset: Int) {
    var rest = bits
    var target = edges + edgeCount
    edgeCount &+= bits.nonzeroBitCount
    let end = edges + edgeCount
    while target < end {
      for index in 0..<8 {
        // The uppermost bit spares the question whether there is a bit left.
        let bit = (rest | 1 &<< 63).trailingZeroBitCount
        target[index] = UInt32(truncatingIfNeeded: offset &+ bit)
        rest &= rest &- 1
      }
      target += 8
    }
  }

  /// Hashes the words whose edges are known; the begin of one that goes on stays for the next time.
  @inline(__always)
  private mutating func hashWords(into list: inout TokenList) {
    let count = edgeCount / 2
    edges.withMemoryRebound(to: WordEdges.self, capacity: count) { pairs in
      let areShort = words.hash(pairs, count: count)
      if _fastPath(areShort && !hasSpecial) {
        append(pairs, count, to: &list)
      } else {
        appendMixed(pairs, count, to: &list)
      }
    }
    edges[0] = edges[2 &* count]
    edgeCount &= 1
    hasSpecial = scanner.special != 0 && edgeCount != 0
  }

  /// Appends words of which all are regular.
  @inline(__always)
  private mutating func append(
    _ pairs: UnsafeMutablePointer<WordEdges>, _ count: Int, to list: inout TokenList
  ) {
    stage.flush(into: &list)
    pairs.withMemoryRebound(to: TokenBounds.self, capacity: count) { bounds in
      list.append(
        UnsafeBufferPointer(start: words.hashes, count: count),
        UnsafeBufferPointer(start: bounds, count: count))
    }
  }

  /// Appends words of which some have to be read scalar by scalar.
  private mutating func appendMixed(
    _ pairs: UnsafePointer<WordEdges>, _ count: Int, to list: inout TokenList
  ) {
    for word in 0..<count {
      let edges = pairs[word]
      if edges.length <= WordHasher.longestRegular && !special.areIn(edges) {
        let bounds = TokenBounds(begin: Int(edges.begin), end: Int(edges.end))
        stage.append(words.hashes[word], bounds, &list)
      } else {
        folder.tokenize(Int(edges.begin)..<Int(edges.end), into: &stage, &list)
      }
    }
  }
}

/// Where the last two pieces of the text have bytes that ``WordScanner/special`` reports.
private struct SpecialBytes {
  private static let blocks = 2 * TokenizerPass.pieceSize / 64
  /// The bytes of scratch memory that this takes.
  static let scratchSize = 8 * blocks

  private let masks: UnsafeMutablePointer<UInt64>

  init(scratch: UnsafeMutableRawPointer) {
    masks = scratch.assumingMemoryBound(to: UInt64.self)
  }

  @inline(__always)
  func note(_ mask: UInt64, at offset: Int) {
    masks[offset &>> 6 & (SpecialBytes.blocks &- 1)] = mask
  }

  /// Whether a word of up to 64 bytes has such bytes.
  @inline(__always)
  func areIn(_ word: WordEdges) -> Bool {
    let block = Int(word.begin &>> 6)
    let lower = masks[block & (SpecialBytes.blocks &- 1)]
    let upper = masks[(block &+ 1) & (SpecialBytes.blocks &- 1)]
    let shift = UInt64(word.begin & 63)
    let bits = lower &>> shift | (upper &<< 1) &<< (63 &- shift)
    return bits & ~(~0 &<< UInt64(word.length)) != 0
  }
}
