/// The tokens of one text, in reusable storage: hash, place in the original text, and whether the
/// token is a letter of a script without spaces.
///
/// Two flat arrays instead of an array of ``Token``: shingles and fingerprints read the hashes
/// alone. Filled by ``Tokenizer``.
package struct TokenList: Sendable {
  /// XXH3 (64 bits) of each token's folded UTF-8.
  package private(set) var hashes: [UInt64] = []
  /// Where each token begins and ends: see ``TokenBounds``.
  package private(set) var bounds: [TokenBounds] = []

  /// Creates an empty list.
  package init() {}

  /// The number of tokens.
  package var count: Int { hashes.count }
  /// Whether there is no token.
  package var isEmpty: Bool { hashes.isEmpty }

  /// The half-open range of a token in the UTF-8 of the original text.
  package func range(of token: Int) -> Range<Int> { bounds[token].range }

  /// The offset of the first byte of a token in the UTF-8 of the original text.
  @inline(__always)
  package func begin(_ token: Int) -> Int { bounds[token].begin }

  /// The offset after the last byte of a token in the UTF-8 of the original text.
  @inline(__always)
  package func end(_ token: Int) -> Int { bounds[token].end }

  /// The half-open range from the begin of the first to the end of the last of some tokens, at
  /// least one.
  package func range(of tokens: Range<Int>) -> Range<Int> {
    bounds[tokens.lowerBound].begin..<bounds[tokens.upperBound - 1].end
  }

  /// Whether a token is a letter of a script without spaces.
  package func isUnspaced(_ token: Int) -> Bool { bounds[token].isUnspaced }

  /// A token as a value, for display code.
  package subscript(token: Int) -> Token {
    Token(
      range: bounds[token].range, hash: hashes[token], isUnspaced: bounds[token].isUnspaced)
  }

  /// A hash of the whole sequence of tokens, 0 where there is none.
  package var identity: UInt64 {
    isEmpty ? 0 : hashes.withUnsafeBytes { xxh3(ofMany: $0) }
  }

  /// Removes all tokens and keeps the storage.
  package mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
  }

  mutating func append(
    _ newHashes: UnsafeBufferPointer<UInt64>, _ newBounds: UnsafeBufferPointer<TokenBounds>
  ) {
    hashes.append(contentsOf: newHashes)
    bounds.append(contentsOf: newBounds)
  }
}

/// Begin and end of a token in the UTF-8 of its text, in eight bytes.
///
///     bit  0…30  the offset of its first byte
///         32…62  the offset after its last byte
///            63  set where it is a letter of a script without spaces
package struct TokenBounds: Sendable, Equatable {
  private let bits: UInt64

  @inline(__always)
  init(begin: Int, end: Int, isUnspaced: Bool = false) {
    bits =
      UInt64(truncatingIfNeeded: begin) | UInt64(truncatingIfNeeded: end) &<< 32
      | (isUnspaced ? 1 &<< 63 : 0)
  }

  /// A word.
  @inline(__always)
  init(_ word: WordEdges) {
    bits = UInt64(word.begin) | UInt64(word.end) &<< 32
  }

  private init(bits: UInt64) { self.bits = bits }

  /// The bounds of a token as long and of the same kind, so many bytes later.
  @inline(__always)
  func moved(by distance: Int) -> TokenBounds {
    TokenBounds(bits: bits &+ UInt64(truncatingIfNeeded: distance) &* 0x1_0000_0001)
  }

  /// The offset of the first byte.
  @inline(__always)
  package var begin: Int { Int(truncatingIfNeeded: bits & 0x7FFF_FFFF) }
  /// The offset after the last byte.
  @inline(__always)
  package var end: Int { Int(truncatingIfNeeded: bits &>> 32 & 0x7FFF_FFFF) }
  /// Both as a half-open range.
  package var range: Range<Int> { begin..<end }
  /// Whether the token is a letter of a script without spaces.
  package var isUnspaced: Bool { bits &>> 63 != 0 }
}

/// One token of a text.
public struct Token: Sendable, Hashable {
  /// The half-open range in the UTF-8 of the original text.
  public let range: Range<Int>
  /// XXH3 (64 bits) of the folded word: equal words have equal hashes on every platform.
  public let hash: UInt64
  /// Whether the token is a letter of a script that puts no spaces between words.
  public let isUnspaced: Bool
}
