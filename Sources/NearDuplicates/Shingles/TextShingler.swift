/// Reads texts as 5-word shingles; it keeps its buffers from text to text.
package struct TextShingler: Sendable {
  private let hasher = ShingleHasher()
  private var tokenizer = Tokenizer()
  private var tokens = TokenList()

  /// Creates a reader of shingles.
  package init() {}

  /// The hashes of the shingles of a text, in its order.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package mutating func shingles(of text: String) -> [UInt64] {
    var shingles: [UInt64] = []
    tokenizer.tokenize(text, into: &tokens)
    hasher.hashes(of: tokens, into: &shingles)
    return shingles
  }
}
