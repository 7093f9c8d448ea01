/// How two documents cut and word the quotations that both have.
///
/// Who takes quotations from another's report takes them as they stand there: they begin and end
/// at the same words. Who heard the speaker too quotes on where the other stops, and writes down a
/// word here and there otherwise.
struct SharedQuotations: Equatable {
  /// Places where a shared stretch is quoted up to its end in both documents, and no further.
  private(set) var cutAlike = 0
  /// Places where a shared stretch ends and one document quotes on.
  private(set) var cutByOne = 0
  /// Places where a shared stretch ends and both quote on, each in words of its own.
  private(set) var cutApart = 0
  /// Gaps of a few words between two shared stretches of one quotation.
  private(set) var variants = 0

  /// The most words of a gap in which both have written down the same speech.
  private static let widestVariant = 4

  init() {}

  /// Looks at the runs that two documents share.
  ///
  /// Complexity: O(*n*) for *n* words in runs.
  init(_ a: Reading, _ b: Reading, _ tiles: [Tile]) {
    for tile in tiles {
      countEnds(inside: tile, a, b)
      count(
        (tile.a, tile.a - 1), (tile.b, tile.b - 1), a, b)
      count(
        (tile.rangeInA.upperBound - 1, tile.rangeInA.upperBound),
        (tile.rangeInB.upperBound - 1, tile.rangeInB.upperBound), a, b)
    }
    for (tile, next) in zip(tiles, tiles.dropFirst()) where Self.isVariant(tile, next, a, b) {
      variants += 1
    }
  }

  /// Counts where a quotation begins or ends in both documents inside a run.
  private mutating func countEnds(inside tile: Tile, _ a: Reading, _ b: Reading) {
    a.flags.withUnsafeBufferPointer { a in
      b.flags.withUnsafeBufferPointer { b in
        for offset in 1..<tile.count
        where a[tile.a + offset].differsInQuotation(from: a[tile.a + offset - 1])
          && b[tile.b + offset].differsInQuotation(from: b[tile.b + offset - 1])
        {
          cutAlike += 1
        }
      }
    }
  }

  /// Counts the end of a run, given its last word and the word behind it in each document.
  private mutating func count(
    _ inA: (last: Int, next: Int), _ inB: (last: Int, next: Int), _ a: Reading, _ b: Reading
  ) {
    let (flagsOfA, flagsOfB) = (a.flags[inA.last], b.flags[inB.last])
    guard flagsOfA.intersection(flagsOfB).contains(.quoted),
      !flagsOfA.union(flagsOfB).contains(.boilerplate)
    else { return }
    switch (a.isQuoted(inA.next), b.isQuoted(inB.next)) {
    case (false, false): cutAlike += 1
    case (true, true): cutApart += 1
    default: cutByOne += 1
    }
  }

  private static func isVariant(_ tile: Tile, _ next: Tile, _ a: Reading, _ b: Reading) -> Bool {
    let inA = tile.rangeInA.upperBound..<max(tile.rangeInA.upperBound, next.a)
    let inB = tile.rangeInB.upperBound..<max(tile.rangeInB.upperBound, next.b)
    guard next.b >= inB.lowerBound, max(inA.count, inB.count) > 0,
      max(inA.count, inB.count) <= widestVariant
    else { return false }
    return [inA.lowerBound - 1, inA.upperBound].allSatisfy(a.isQuoted)
      && [inB.lowerBound - 1, inB.upperBound].allSatisfy(b.isQuoted)
  }

  /// The share of the places that are cut alike, 0 to 1: one half where there are none, and near it
  /// where there are few.
  var cutAlikeShare: Double {
    let places = Double(cutAlike + cutByOne + cutApart)
    return (Double(cutAlike) + 0.5 * Double(cutByOne) + Self.doubt / 2) / (places + Self.doubt)
  }

  /// The places that are added, of which half are cut alike.
  private static let doubt = 4.0
}

extension Reading {
  /// Whether a word is there and quoted.
  fileprivate func isQuoted(_ word: Int) -> Bool {
    flags.indices.contains(word) && flags[word].contains(.quoted)
  }
}

extension Reading.Flags {
  @inline(__always)
  fileprivate func differsInQuotation(from other: Self) -> Bool {
    contains(.quoted) != other.contains(.quoted)
  }
}
