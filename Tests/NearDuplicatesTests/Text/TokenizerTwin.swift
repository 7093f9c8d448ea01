@testable import NearDuplicates

/// The tokenizer by its definition: decode, look up, collect, one scalar after the other.
struct TokenizerTwin {
  private struct Word {
    var begin: Int
    var isUnspaced: Bool
    var folded: [UInt8] = []
  }

  static func tokens(of bytes: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var word: Word?
    func close(at end: Int) {
      guard let open = word else { return }
      tokens.append(
        Token(
          range: open.begin..<end, hash: xxh3(open.folded, open.folded.count),
          isUnspaced: open.isUnspaced))
      word = nil
    }
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decode(bytes[offset...])
      let kind = ScalarClass(rawValue: ScalarTable.shared.entry(of: scalar.value).kind)
      switch kind {
      case .word where word?.isUnspaced != false, .unspaced:
        close(at: offset)
        word = Word(begin: offset, isUnspaced: kind == .unspaced)
      case .mark where word == nil:
        word = Word(begin: offset, isUnspaced: false)
      case .separator:
        close(at: offset)
      default:
        break
      }
      word?.folded += fold(scalar, kind)
      offset += length
    }
    close(at: bytes.count)
    return tokens
  }

  static func fold(_ scalar: Unicode.Scalar, _ kind: ScalarClass?) -> [UInt8] {
    guard kind == .word || kind == .unspaced || kind == .mark else { return [] }
    return folds[scalar.value] ?? utf8(scalar.value)
  }

  /// What every letter that does not stay as it is folds to.
  private static let folds: [UInt32: [UInt8]] = {
    var folds: [UInt32: [UInt8]] = [:]
    var row = 0
    while row < ScalarTable.expansions.count {
      let end = row + 2 + Int(ScalarTable.expansions[row + 1])
      folds[ScalarTable.expansions[row]] =
        ScalarTable.expansions[row + 2..<end].flatMap { utf8($0) }
      row = end
    }
    for run in ScalarTable.foldRuns.map(FoldRun.init(bits:)) {
      for index in 0...run.more {
        folds[run.first + run.step * index] = utf8(run.target + run.advance * index)
      }
    }
    return folds
  }()

  private static func utf8(_ value: UInt32) -> [UInt8] {
    Unicode.Scalar(value).map { Array(UTF8.encode($0) ?? .init()) } ?? []
  }

  /// The first scalar by the standard library's decoder, or U+FFFD for one byte.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int) {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }
}

extension Tokenizer {
  /// The tokens of bytes that stand alone in memory, so that reading past them can be caught.
  mutating func tokens(of bytes: [UInt8]) -> [Token] {
    var list = TokenList()
    bytes.withUnsafeBufferPointer { tokenize($0, into: &list) }
    return (0..<list.count).map { list[$0] }
  }
}

/// A tokenizer for each kind of processor that this one can be.
final class EveryTokenizer {
  private var tokenizers = Kernels.available.map { Tokenizer(kernels: $0) }

  /// Whether all of them find the tokens of the twin.
  func agree(on text: [UInt8]) -> Bool {
    let expected = TokenizerTwin.tokens(of: text)
    return tokenizers.indices.allSatisfy { tokenizers[$0].tokens(of: text) == expected }
  }
}
