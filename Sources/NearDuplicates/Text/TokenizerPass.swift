/// One text on its way through the tokenizer: edges of words are found block by block, and every
/// few blocks the words between them are hashed.
struct TokenizerPass {
  /// Bytes from the search for edges to the hashing of words: small enough for all of it to stay in
  /// the first cache.
  private static let pieceSize = 4096

  private let text: UnsafePointer<UInt8>
  private let count: Int
  private let edges: UnsafeMutablePointer<UInt32>
  private var edgeCount = 0
  private var scanner = WordScanner()
  private var stage: TokenStage
  private let words: WordHasher

  /// Prepares the pass; `scratch` has ``scratchSize`` bytes.
  init(text: UnsafePointer<UInt8>, count: Int, scratch: UnsafeMutableRawPointer) {
    self.text = text
    self.count = count
    edges = scratch.assumingMemoryBound(to: UInt32.self)
    let stage = scratch + TokenizerPass.edgesSize
    self.stage = TokenStage(stage)
    let folded = (stage + TokenStage.size).assumingMemoryBound(to: UInt8.self)
    words = WordHasher(
      text: text, count: count, folder: TokenFolder(text: text, folded: folded))
  }

  /// An edge a byte, one left over from the piece before, and what ``write(_:at:)`` overshoots.
  private static let edgesSize = 4 * (pieceSize + 16)

  static let scratchSize = edgesSize + TokenStage.size + TokenFolder.scratchSize

  /// Appends the tokens of the text.
  mutating func tokenize(into list: inout TokenList) {
    var offset = 0
    let lastBlock = count - 64 - WordScanner.lookahead
    while offset <= lastBlock {
      let end = min(offset &+ TokenizerPass.pieceSize, lastBlock &+ 1)
      while offset < end {
        write(scanner.edges(of: text + offset), at: offset)
        offset &+= 64
      }
      hashWords(into: &list)
    }
    scanTail(from: offset)
    hashWords(into: &list)
    stage.flush(into: &list)
  }

  /// Scans the end of the text in a copy, behind which there are zeros to read.
  private mutating func scanTail(from offset: Int) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { tail in
      tail.initialize(repeating: 0)
      guard let start = tail.baseAddress else { return }
      start.update(from: text + offset, count: count - offset)
      for block in stride(from: 0, to: count - offset, by: 64) {
        write(scanner.edges(of: start + block), at: offset + block)
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
    let pairs = edgeCount / 2
    words.append(edges, pairs: pairs, to: &stage, &list)
    edges[0] = edges[2 &* pairs]
    edgeCount &= 1
  }
}
