/// Cuts texts into tokens by the rules of ``Normalization``.
///
///     var tokenizer = Tokenizer()
///     tokenizer.tokens(of: "Don’t panic")     // don, t, panic
///
/// A tokenizer owns a few kilobytes of scratch memory and is meant to be kept: each worker has its
/// own and calls ``tokenize(_:into:)-swift.method`` for one document after the other without
/// allocating. Time is linear in the length of the text.
///
/// Only the first 2 GiB (2³¹ − 1 bytes) of a text are read.
public struct Tokenizer: Sendable {
  /// The longest text that is read, in bytes of UTF-8; the rest is ignored.
  public static let longestText = 0x7FFF_FFFF

  private var scratch = [UInt64](repeating: 0, count: TokenizerPass.scratchSize / 8)
  private let kernels: Kernels

  /// Creates a tokenizer.
  public init() { self.init(kernels: .best) }

  /// Creates a tokenizer for a kind of processor.
  package init(kernels: Kernels) { self.kernels = kernels }

  /// The tokens of a text, in order.
  public mutating func tokens(of text: String) -> [Token] {
    var list = TokenList()
    tokenize(text, into: &list)
    return (0..<list.count).map { list[$0] }
  }

  /// The lower half of the hash of a single word, as ``TokenList/hashes`` has it; 0 where the
  /// string has no word.
  package static func word(_ word: String) -> UInt32 {
    var tokenizer = Tokenizer()
    return UInt32(truncatingIfNeeded: tokenizer.tokens(of: word).first?.hash ?? 0)
  }

  /// Replaces the content of `list` with the tokens of a text.
  package mutating func tokenize(_ text: String, into list: inout TokenList) {
    var text = text
    text.withUTF8 { tokenize($0, into: &list) }
  }

  /// Replaces the content of `list` with the tokens of a text in UTF-8; bytes that are no UTF-8
  /// separate.
  package mutating func tokenize(
    _ utf8: UnsafeBufferPointer<UInt8>, into list: inout TokenList
  ) {
    list.removeAll()
    guard let text = utf8.baseAddress, !utf8.isEmpty else { return }
    let count = min(utf8.count, Tokenizer.longestText)
    scratch.withUnsafeMutableBytes { scratch in
      guard let scratch = scratch.baseAddress else { return }
      var pass = TokenizerPass(
        text: text, count: count, scratch: scratch, kernels: kernels.table)
      pass.tokenize(into: &list)
    }
  }
}
