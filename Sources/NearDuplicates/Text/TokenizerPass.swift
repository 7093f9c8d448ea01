import CKernels

/// One text on its way through the tokenizer: edges of words are found block by block, and every
/// few blocks the words between them are hashed.
struct TokenizerPass {
  /// Bytes from the search for edges to the hashing of words: small enough for all of it to stay in
  /// the first cache.
  static let pieceSize = 2048
  /// The last piece takes in what is too little for a block with its lookahead, in two more.
  static let longestPiece = pieceSize + 128

  private let text: UnsafePointer<UInt8>
  private let count: Int
  private var scanner = WordScanner()
  /// The piece with small letters; ``reach`` bytes before it are those of the piece before.
  private let copy: UnsafeMutablePointer<UInt8>
  private let edges: UnsafeMutablePointer<UInt32>
  private var edgeCount = 0
  private let words: WordHasher
  private var hasIrregularWords = false
  private var stage: TokenStage
  private let folder: TokenFolder
  private let kernels: KernelTable
  /// The state of a kernel that scans, in place of ``scanner``.
  private var wideScan = WordScan()

  /// The bytes before a piece that are at hand: more than a word has that is hashed in registers.
  private static let reach = 64
  /// An edge a byte, one left over from the piece before, and what is written behind the last.
  private static let edgesSize = 4 * (longestPiece + 16 + 64)
  private static let copySize = reach + longestPiece

  static let scratchSize =
    WordHasher.scratchSize + copySize + edgesSize + TokenStage.size + TokenFolder.scratchSize

  /// Prepares the pass; `scratch` has ``scratchSize`` bytes.
  init(
    text: UnsafePointer<UInt8>, count: Int, scratch: UnsafeMutableRawPointer, kernels: KernelTable
  ) {
    self.text = text
    self.count = count
    self.kernels = kernels
    var next = scratch
    words = WordHasher(scratch: next, kernels: kernels)
    next += WordHasher.scratchSize
    copy = next.assumingMemoryBound(to: UInt8.self) + TokenizerPass.reach
    next += TokenizerPass.copySize
    edges = next.assumingMemoryBound(to: UInt32.self)
    next += TokenizerPass.edgesSize
    stage = TokenStage(next)
    next += TokenStage.size
    folder = TokenFolder(
      text: text, count: count, folded: next.assumingMemoryBound(to: UInt8.self))
    wideScan.edges = edges
    wideScan.irregularWords = words.irregular
  }

  /// Appends the tokens of the text.
  mutating func tokenize(into list: inout TokenList) {
    let lastBlock = count - 64 - WordScanner.lookahead
    var start = 0
    var end: Int
    repeat {
      end = scanBlocks(from: start, through: lastBlock)
      if end > lastBlock { scanTail(from: end, piece: start) }
      hashWords(piece: start, into: &list)
      keepEnd(of: end - start)
      start = end
    } while end <= lastBlock
    stage.flush(into: &list)
  }

  /// Scans the whole blocks of a piece, and returns where they end.
  @inline(__always)
  private mutating func scanBlocks(from start: Int, through lastBlock: Int) -> Int {
    let end = min(start &+ TokenizerPass.pieceSize, lastBlock &+ 1)
    let blocks = (max(0, end &- start) &+ 63) &>> 6
    scan(blocks, from: text + start, copy: copy, at: start)
    return start &+ blocks &<< 6
  }

  /// Scans blocks that stand at an offset of the text.
  @inline(__always)
  private mutating func scan(
    _ blocks: Int, from first: UnsafePointer<UInt8>, copy: UnsafeMutablePointer<UInt8>,
    at offset: Int
  ) {
    if let scanWords = kernels.scanWords {
      wideScan.edgeCount = edgeCount
      scanWords(first, blocks, UInt32(truncatingIfNeeded: offset), copy, &wideScan)
      edgeCount = wideScan.edgeCount
    } else {
      for block in stride(from: 0, to: blocks &<< 6, by: 64) {
        take(scanner.scan(first + block, copy: copy + block), at: offset &+ block)
      }
    }
  }

  /// Keeps the last bytes of a piece at hand for a word that goes on.
  @inline(__always)
  private func keepEnd(of size: Int) {
    (copy - TokenizerPass.reach).update(
      from: copy + (size &- TokenizerPass.reach), count: TokenizerPass.reach)
  }

  /// Scans the end of the text in a copy, behind which there are zeros to read.
  private mutating func scanTail(from offset: Int, piece start: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { tail in
      tail.initialize(repeating: 0)
      guard let first = tail.baseAddress else { return }
      first.update(from: text + offset, count: count - offset)
      scan((count - offset + 63) / 64, from: first, copy: copy + (offset - start), at: offset)
      if scanner.carriedWord | wideScan.carriedWord != 0 {
        // Of a letter that is a token, the uppermost bit of the end is set, as in the scan.
        let letterFlag = Int(wideScan.carriedLetters & 1) &<< 31
        write(1, at: count | letterFlag)
      }
    }
  }

  /// Takes in what was found in a block.
  @inline(__always)
  private mutating func take(_ block: ScannedBlock, at offset: Int) {
    if _slowPath(block.irregularBegins != 0) { markWords(of: block) }
    write(block.edges, at: offset)
  }

  /// Marks the words with irregular bytes: the number of edges up to such a byte, always odd, tells
  /// which word that is.
  @inline(never)
  private mutating func markWords(of block: ScannedBlock) {
    hasIrregularWords = true
    var begins = block.irregularBegins
    while begins != 0 {
      let upToBegin = begins ^ (begins &- 1)
      words.setIrregular((edgeCount &+ (block.edges & upToBegin).nonzeroBitCount) / 2)
      begins &= begins &- 1
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
  private mutating func hashWords(piece start: Int, into list: inout TokenList) {
    let count = edgeCount / 2
    edges.withMemoryRebound(to: WordEdges.self, capacity: count) { pairs in
      let hasMarks = hasIrregularWords || wideScan.hasIrregularWords
      let isMixed = !hash(pairs, count, piece: start, hasMarks: hasMarks)
      if isMixed {
        appendMixed(pairs, count, to: &list)
      } else {
        append(pairs, count, to: &list)
      }
      if isMixed || hasMarks {
        hasIrregularWords = words.keepMark(ofOpen: count, isOpen: edgeCount & 1)
        wideScan.hasIrregularWords = false
      }
    }
    edges[0] = edges[2 &* count]
    edgeCount &= 1
  }

  /// Hashes words as if all of them were regular, then those with marks as far as a kernel can, and
  /// returns whether all have their hash.
  @inline(__always)
  private func hash(
    _ pairs: UnsafeMutablePointer<WordEdges>, _ count: Int, piece start: Int, hasMarks: Bool
  ) -> Bool {
    guard count > 0 else { return true }
    // A word that began before what is at hand is too long to be regular, and stays so.
    let first = pairs[0]
    let earliest = max(Int(first.begin), start &- WordHasher.longestRegular &- 1)
    pairs[0] = WordEdges(begin: UInt32(truncatingIfNeeded: earliest), end: first.end)
    defer { pairs[0] = first }
    let areShort = words.hash(pairs, count: count, in: copy, from: start)
    if areShort, !hasMarks { return true }
    return words.hashLatin(pairs, count: count, in: copy, from: start)
  }

  /// Appends words of which all are regular.
  @inline(__always)
  private mutating func append(
    _ pairs: UnsafePointer<WordEdges>, _ count: Int, to list: inout TokenList
  ) {
    stage.flush(into: &list)
    UnsafeRawPointer(pairs).withMemoryRebound(to: TokenBounds.self, capacity: count) { bounds in
      list.append(
        UnsafeBufferPointer(start: words.hashes, count: count),
        UnsafeBufferPointer(start: bounds, count: count))
    }
  }

  /// Appends words of which some have to be read scalar by scalar.
  private mutating func appendMixed(
    _ pairs: UnsafePointer<WordEdges>, _ count: Int, to list: inout TokenList
  ) {
    var next = 0
    words.forEachIrregular(of: count) { word in
      stage.append(words.hashes, pairs, next..<word, &list)
      folder.tokenize(Int(pairs[word].begin)..<Int(pairs[word].end), into: &stage, &list)
      next = word &+ 1
    }
    stage.append(words.hashes, pairs, next..<count, &list)
  }
}
