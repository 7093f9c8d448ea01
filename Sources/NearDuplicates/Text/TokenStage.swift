/// Tokens on their way into a list, which is filled by the hundred: appending one by one to an
/// array costs more than finding the token.
struct TokenStage {
  /// From how many tokens on the stage is emptied.
  private static let full = 448
  private static let capacity = full + WordHasher.capacity

  /// The bytes that a stage takes.
  static let size = 16 * capacity

  private let hashes: UnsafeMutablePointer<UInt64>
  private let bounds: UnsafeMutablePointer<TokenBounds>
  private var count = 0

  init(_ scratch: UnsafeMutableRawPointer) {
    hashes = scratch.assumingMemoryBound(to: UInt64.self)
    bounds = (scratch + 8 * TokenStage.capacity).assumingMemoryBound(to: TokenBounds.self)
  }

  @inline(__always)
  mutating func append(_ hash: UInt64, _ token: TokenBounds, _ list: inout TokenList) {
    if count >= TokenStage.full { flush(into: &list) }
    hashes[count] = hash
    bounds[count] = token
    count &+= 1
  }

  /// Appends some of the words of a piece.
  @inline(__always)
  mutating func append(
    _ newHashes: UnsafePointer<UInt64>, _ newBounds: UnsafePointer<WordEdges>,
    _ words: Range<Int>, _ list: inout TokenList
  ) {
    if count >= TokenStage.full { flush(into: &list) }
    for word in words {
      hashes[count] = newHashes[word]
      bounds[count] = TokenBounds(newBounds[word])
      count &+= 1
    }
  }

  /// Appends the letters from an offset on, and returns where they end and whether the last scalar
  /// before was one.
  @inline(__always)
  mutating func append(
    _ letters: LetterHasher, from start: Int, before end: Int, _ list: inout TokenList
  ) -> (end: Int, isBehindLetter: Bool) {
    var begin = start
    while true {
      if count >= TokenStage.full { flush(into: &list) }
      let last = min(end, begin &+ LetterHasher.length &* WordHasher.capacity)
      let run = letters.hash(from: begin, before: last, to: hashes + count, bounds + count)
      count &+= run.count
      let isBehindLetter = run.count > 0 && bounds[count &- 1].end == run.end
      guard run.end == last, last < end else { return (run.end, isBehindLetter) }
      begin = run.end
      if isBehindLetter {
        // A mark may follow: both are read together.
        removeLast()
        begin &-= LetterHasher.length
      }
    }
  }

  /// Takes back the token that was appended last.
  @inline(__always)
  mutating func removeLast() { count &-= 1 }

  @inline(never)
  mutating func flush(into list: inout TokenList) {
    list.append(
      UnsafeBufferPointer(start: hashes, count: count),
      UnsafeBufferPointer(start: bounds, count: count))
    count = 0
  }
}
