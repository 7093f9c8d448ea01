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
/// Winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003, DOI 10.1145/872757.872770): of every
/// `window` shingles in a row the smallest is kept, the rightmost of equals. What is kept of a
/// window depends on its content alone, so a verbatim run of `guarantee` tokens (the defaults make
/// it 12) yields, in every text that has it, at least one fingerprint at the same place of the run.
/// About one shingle in three is kept: 2 ÷ (window + 1).
///
/// A text with fewer shingles than a window yields the smallest of them, so that 8 to 11 tokens
/// have one fingerprint; shorter texts have none.
package struct Winnower: Sendable {
  /// Tokens in a shingle, unless said otherwise.
  package static let defaultSize = 8
  /// Shingles in a window, unless said otherwise.
  package static let defaultWindow = 5

  /// Tokens in a shingle. The default is 8.
  package let shingleSize: Int
  /// Shingles in a window. The default is 5.
  package let window: Int

  /// Creates a winnower.
  package init(shingleSize: Int = defaultSize, window: Int = defaultWindow) {
    precondition((1...64).contains(shingleSize), "a shingle has 1 to 64 tokens")
    precondition(window >= 1, "a window has at least one shingle")
    self.shingleSize = shingleSize
    self.window = window
  }

  /// The length of a verbatim run that is never missed, in tokens.
  package var guarantee: Int { shingleSize + window - 1 }

  private var shingles: [UInt64] = []

  /// Replaces the content of `fingerprints` with those of a text, in the order of their positions.
  package mutating func fingerprints(
    of tokens: TokenList, into fingerprints: inout [Fingerprint]
  ) {
    fingerprints.removeAll(keepingCapacity: true)
    guard tokens.count >= shingleSize else { return }
    ShingleHasher(size: shingleSize).hashes(of: tokens, into: &shingles)
    let windows = max(1, shingles.count - window + 1)
    var last = -1
    for start in 0..<windows {
      var least = start
      for index in start..<min(start + window, shingles.count)
      where shingles[index] <= shingles[least] {
        least = index
      }
      if least != last {
        fingerprints.append(Fingerprint(hash: shingles[least], position: UInt32(least)))
        last = least
      }
    }
  }
}
