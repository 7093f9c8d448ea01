import CKernels

/// Hashes every run of `size` tokens in a row.
///
///     let hasher = ShingleHasher(size: 5)
///     var shingles: [UInt64] = []
///     hasher.hashes(of: tokens, into: &shingles)     // tokens.count - 4 of them
///
/// A shingle is the exclusive or of its token hashes, each rotated by its place, which the
/// finaliser then scatters: a cyclic polynomial (J. D. Cohen, "Recursive hashing functions for
/// n-grams", ACM TOIS 15(3), 1997, DOI 10.1145/256163.256168), so that each shingle comes from the
/// one before in constant time, whatever the size.
///
/// A text shorter than `size` is one shingle over all its tokens, which depends on their number
/// and so never equals a shingle of full size; a text without tokens has none.
public struct ShingleHasher: Sendable, Equatable {
  /// Tokens in a shingle: 1 to 64, by default 5.
  public let size: Int

  /// Creates a hasher for shingles of `size` tokens.
  ///
  /// - Precondition: `size` is 1 to 64.
  public init(size: Int = 5) {
    precondition((1...64).contains(size), "a shingle has 1 to 64 tokens")
    self.size = size
  }

  /// Replaces the content of `shingles` with the shingles of a text, in order, repetitions
  /// included.
  package func hashes(of tokens: TokenList, into shingles: inout [UInt64]) {
    hashes(of: tokens.hashes, into: &shingles)
  }

  /// Replaces the content of `shingles` with the shingles of a row of token hashes.
  public func hashes(of tokens: [UInt64], into shingles: inout [UInt64]) {
    hashes(of: tokens, into: &shingles, kernels: .best)
  }

  /// The same on a kind of processor.
  func hashes(of tokens: [UInt64], into shingles: inout [UInt64], kernels: Kernels) {
    guard tokens.count >= size else { return hashShortText(tokens, into: &shingles) }
    shingles.resize(to: tokens.count - size + 1, with: 0)
    tokens.withUnsafeBufferPointer { tokens in
      shingles.withUnsafeMutableBufferPointer { shingles in
        if let hashShingles = kernels.table.hashShingles {
          return hashShingles(tokens.baseAddress, shingles.count, size, shingles.baseAddress)
        }
        var rolling = RollingShingle(size: size)
        for index in 0..<size { rolling.append(tokens[index]) }
        shingles[0] = rolling.hash
        for index in 1..<shingles.count {
          rolling.roll(out: tokens[index &- 1], in: tokens[index &- 1 &+ size])
          shingles[index] = rolling.hash
        }
      }
    }
  }

  private func hashShortText(_ tokens: [UInt64], into shingles: inout [UInt64]) {
    shingles.removeAll(keepingCapacity: true)
    guard !tokens.isEmpty else { return }
    var rolling = RollingShingle(size: size)
    for token in tokens { rolling.append(token) }
    shingles.append(rolling.hash(ofFirst: tokens.count))
  }
}

/// The hash of the last few tokens of a row.
struct RollingShingle {
  /// Thirteen is prime to 64, so that each of up to 64 places has a rotation of its own.
  private static let step: UInt64 = 13

  private var state: UInt64 = 0
  private let lastRotation: UInt64

  init(size: Int) {
    lastRotation = UInt64(size - 1) &* RollingShingle.step & 63
  }

  /// Takes in a token while the first shingle is not yet full.
  @inline(__always)
  mutating func append(_ token: UInt64) {
    roll(out: 0, in: token)
  }

  /// Moves on by one token.
  @inline(__always)
  mutating func roll(out oldest: UInt64, in newest: UInt64) {
    state =
      (state ^ oldest).rotatedRight(by: RollingShingle.step)
      ^ newest.rotatedLeft(by: lastRotation)
  }

  @inline(__always)
  var hash: UInt64 { RollingShingle.finalised(state) }

  /// The hash of a text of fewer tokens than a shingle has.
  func hash(ofFirst count: Int) -> UInt64 {
    RollingShingle.finalised(state ^ UInt64(count) &* 0xD6E8_FEB8_6659_FD93)
  }

  /// Spreads every bit over the whole; one to one.
  @inline(__always)
  private static func finalised(_ state: UInt64) -> UInt64 {
    let product = (state ^ state &>> 32) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product &>> 29
  }
}

extension Array {
  /// Cuts or extends the array; what it holds afterwards is for the caller to overwrite.
  ///
  /// Fills only what is new: reused for document after document, it costs next to nothing.
  mutating func resize(to newCount: Int, with filler: Element) {
    if newCount <= count {
      removeLast(count - newCount)
    } else {
      append(contentsOf: repeatElement(filler, count: newCount - count))
    }
  }
}
