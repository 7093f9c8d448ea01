/// A run of equal words in two documents.
package struct Tile: Equatable, Sendable {
  /// The first word in the earlier document.
  package var a: Int
  /// The first word in the later document.
  package var b: Int
  /// The number of words.
  package var count: Int

  package init(a: Int, b: Int, count: Int) {
    self.a = a
    self.b = b
    self.count = count
  }

  /// The words of the run in the earlier document.
  package var rangeInA: Range<Int> { a..<(a + count) }
  /// The words of the run in the later document.
  package var rangeInB: Range<Int> { b..<(b + count) }
}

/// Covers one document with the longest runs of words that another has too, wherever they stand.
///
/// Reading the earlier document from its start, the longest run that begins at a word is taken and
/// stepped over. Runs need not come in the same order, so that moved paragraphs are found; a run
/// of the later document may serve twice. The idea is that of greedy string tiling (Wise 1993,
/// *String similarity via greedy string tiling and running Karp-Rabin matching*) in one pass.
package struct Tiling {
  /// The least words of a run.
  package static let shortestRun = 5

  private var heads: [Int32] = []
  private var next: [Int32] = []

  package init() {}

  /// The runs that two sequences of words share, in the order of the first.
  ///
  /// Complexity: O(*n* + *m*) for sequences that repeat themselves little.
  package mutating func tiles(_ a: [UInt32], _ b: [UInt32]) -> [Tile] {
    guard a.count >= Self.shortestRun, b.count >= Self.shortestRun else { return [] }
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        withIndex(of: b) { index in
          var tiles: [Tile] = []
          var position = 0
          while position + Self.shortestRun <= a.count {
            if let tile = index.longestRun(at: position, a, after: tiles.last) {
              tiles.append(tile)
              position += tile.count
            } else {
              position += 1
            }
          }
          return tiles
        }
      }
    }
  }

  private mutating func withIndex<Result>(
    of b: UnsafeBufferPointer<UInt32>, _ body: (RunIndex) -> Result
  ) -> Result {
    var size = 256
    while size < b.count * 2 { size *= 2 }
    if heads.count < size { heads = [Int32](repeating: -1, count: size) }
    if next.count < b.count { next = [Int32](repeating: -1, count: b.count) }
    return heads.withUnsafeMutableBufferPointer { heads in
      next.withUnsafeMutableBufferPointer { next in
        body(RunIndex(b, heads: .init(rebasing: heads[..<size]), next: next))
      }
    }
  }
}

/// Where each five words of a document stand.
private struct RunIndex {
  private let b: UnsafeBufferPointer<UInt32>
  /// The first place of each bucket, or -1.
  private let heads: UnsafeMutableBufferPointer<Int32>
  /// The place behind each one in its bucket, or -1.
  private let next: UnsafeMutableBufferPointer<Int32>

  /// How many places of a run's first words are tried; more frequent ones are furniture.
  private static let mostPlaces = 32

  /// Indexes a document in memory with room for it.
  init(
    _ b: UnsafeBufferPointer<UInt32>, heads: UnsafeMutableBufferPointer<Int32>,
    next: UnsafeMutableBufferPointer<Int32>
  ) {
    (self.b, self.heads, self.next) = (b, heads, next)
    heads.update(repeating: -1)
    for position in stride(from: b.count - Tiling.shortestRun, through: 0, by: -1) {
      let bucket = bucket(of: b, position)
      next[position] = heads[bucket]
      heads[bucket] = Int32(truncatingIfNeeded: position)
    }
  }

  @inline(__always)
  private func bucket(of words: UnsafeBufferPointer<UInt32>, _ position: Int) -> Int {
    var hash = UInt64(words[position])
    for offset in 1..<Tiling.shortestRun {
      hash = (hash &<< 13 | hash &>> 51) &+ UInt64(words[position &+ offset])
    }
    let mixed = (hash &* 0x9E37_79B9_7F4A_7C15) &>> 32
    return Int(truncatingIfNeeded: mixed) & (heads.count &- 1)
  }

  /// The longest run of the other document's words from a position on.
  @inline(__always)
  func longestRun(
    at position: Int, _ a: UnsafeBufferPointer<UInt32>, after last: Tile?
  ) -> Tile? {
    var place = Int(heads[bucket(of: a, position)])
    guard place >= 0 else { return nil }
    let expected = last.map { position - $0.a + $0.b } ?? position
    var best: Tile?
    var tries = 0
    while place >= 0, tries < Self.mostPlaces {
      let count = commonRun(a, position, place)
      if count >= Tiling.shortestRun {
        let tile = Tile(a: position, b: place, count: count)
        if best.map({ Self.isBetter(tile, $0, expected: expected) }) ?? true { best = tile }
      }
      place = Int(next[place])
      tries += 1
    }
    return best
  }

  /// The longer run is better; of equal ones that which goes on where the last one left off.
  private static func isBetter(_ one: Tile, _ other: Tile, expected: Int) -> Bool {
    if one.count != other.count { return one.count > other.count }
    return abs(one.b - expected) < abs(other.b - expected)
  }

  @inline(__always)
  private func commonRun(_ a: UnsafeBufferPointer<UInt32>, _ i: Int, _ j: Int) -> Int {
    let limit = min(a.count &- i, b.count &- j)
    var count = 0
    while count < limit, a[i &+ count] == b[j &+ count] { count &+= 1 }
    return count
  }
}
