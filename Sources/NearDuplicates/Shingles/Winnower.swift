import CKernels

/// A hash of a few words in a row that stands for the passage around it.
package struct Fingerprint: Sendable, Hashable {
  /// The shingle hash of the words.
  package var hash: UInt64
  /// The index of the first of these tokens in its document.
  package var position: UInt32

  /// Creates a fingerprint.
  package init(hash: UInt64, position: UInt32) {
    self.hash = hash
    self.position = position
  }
}

/// Picks few of the shingles of a text so that texts that share a passage share a pick.
///
/// Winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003, DOI 10.1145/872757.872770): of every five
/// shingles in a row the smallest is kept, the rightmost of equals, where shingles are compared by
/// the upper halves of their hashes. What is kept of a window depends on its content alone, so a
/// verbatim run of ``guarantee`` tokens yields, in every text that has it, at least one fingerprint
/// at the same place of the run. One shingle in three is kept on average.
///
/// A text of fewer shingles than a window yields the smallest of them, so that 8 to 11 tokens have
/// one fingerprint; shorter texts have none.
package struct Winnower: Sendable {
  /// Tokens in a shingle, unless said otherwise.
  package static let defaultSize = 8
  /// Shingles in a window.
  package static let window = 5

  /// Tokens in a shingle: 1 to 64, by default 8.
  package let shingleSize: Int
  private let hasher: ShingleHasher
  private let kernels: Kernels
  private var shingles: [UInt64] = []
  /// Room for the positions of all picks; it only grows.
  private var picks: [UInt32] = []

  /// Creates a winnower.
  ///
  /// - Precondition: `shingleSize` is 1 to 64.
  package init(shingleSize: Int = defaultSize, kernels: Kernels = .best) {
    self.shingleSize = shingleSize
    self.kernels = kernels
    hasher = ShingleHasher(size: shingleSize)
  }

  /// The length of a verbatim run that is never missed, in tokens: 12 by default.
  package var guarantee: Int { shingleSize + Winnower.window - 1 }

  /// Replaces the content of `fingerprints` with those of a text, in the order of their positions.
  package mutating func fingerprints(
    of tokens: TokenList, into fingerprints: inout [Fingerprint]
  ) {
    guard tokens.count >= shingleSize else { return fingerprints.resize(to: 0, with: .none) }
    hasher.hashes(of: tokens, into: &shingles)
    let count = pick()
    fingerprints.resize(to: count, with: .none)
    fingerprints.withUnsafeMutableBufferPointer { gather(into: $0) }
  }

  /// Writes the positions of the picks over ``picks``, and returns how many there are.
  private mutating func pick() -> Int {
    // More than there can be: each step writes one or eight, and only some move on.
    let room = max(1, shingles.count - Winnower.window + 1) + 8
    if picks.count < room { picks.resize(to: room, with: 0) }
    return shingles.withUnsafeBufferPointer { shingles in
      picks.withUnsafeMutableBufferPointer { picks in
        if shingles.count < Winnower.window {
          return Winnower.pickLeast(of: shingles, into: picks)
        }
        if let winnow = kernels.table.winnow {
          return winnow(shingles.baseAddress, shingles.count, picks.baseAddress)
        }
        return Winnower.winnow(shingles, into: picks)
      }
    }
  }

  /// The hashes of the picks: fetched for one shingle in three, instead of at every step.
  private func gather(into fingerprints: UnsafeMutableBufferPointer<Fingerprint>) {
    shingles.withUnsafeBufferPointer { shingles in
      picks.withUnsafeBufferPointer { picks in
        for index in fingerprints.indices {
          let position = picks[index]
          fingerprints[index] = Fingerprint(hash: shingles[Int(position)], position: position)
        }
      }
    }
  }

  private static func pickLeast(
    of shingles: UnsafeBufferPointer<UInt64>, into picks: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var least = RankedShingle(shingles[0], at: 0)
    for index in 1..<max(1, shingles.count) {
      least = min(least, RankedShingle(shingles[index], at: index))
    }
    picks[0] = least.position
    return 1
  }

  /// Writes the pick of every window over the one before, unless that is another: without a branch
  /// it takes 2 ns a token, looking through each window 8.
  private static func winnow(
    _ shingles: UnsafeBufferPointer<UInt64>, into picks: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    // The least of four is that of two pairs; pairs and fours are kept from step to step.
    var newest = RankedShingle(shingles[3], at: 3)
    let third = RankedShingle(shingles[2], at: 2)
    let second = RankedShingle(shingles[1], at: 1)
    var pairs = (min(third, second), min(newest, third))
    var four = min(pairs.1, min(second, RankedShingle(shingles[0], at: 0)))
    var count = -1
    var last = UInt32.max
    for index in 4..<shingles.count {
      let shingle = RankedShingle(shingles[index], at: index)
      let pick = min(shingle, four)
      count &+= pick.position == last ? 0 : 1
      last = pick.position
      picks[count] = last
      let pair = min(shingle, newest)
      four = min(pair, pairs.0)
      pairs = (pairs.1, pair)
      newest = shingle
    }
    return count + 1
  }
}

/// The upper half of a shingle's hash and its index, in one number to compare: the smaller half
/// comes first, and of equal halves the one farther right.
private struct RankedShingle: Comparable {
  private let rank: UInt64

  @inline(__always)
  init(_ hash: UInt64, at index: Int) {
    rank = hash & 0xFFFF_FFFF_0000_0000 | UInt64(~UInt32(truncatingIfNeeded: index))
  }

  @inline(__always)
  var position: UInt32 { ~UInt32(truncatingIfNeeded: rank) }

  @inline(__always)
  static func < (left: RankedShingle, right: RankedShingle) -> Bool {
    left.rank < right.rank
  }
}

extension Fingerprint {
  /// Fills room that is written over.
  fileprivate static let none = Fingerprint(hash: 0, position: 0)
}
