import NearDuplicates

/// A row of blocks, one a paragraph of an article, that shows how much of each the other article
/// has.
///
/// A block's height of ink is the share of the paragraph's words that lie in shared stretches;
/// `≈` stands for a paragraph that is answered in other words, `·` for one that is not answered.
struct Strip: Sendable, Equatable {
  /// What one paragraph has in common with the other article.
  struct Block: Sendable, Equatable {
    /// Words in shared stretches.
    var sharedWords: Int
    /// Words in all.
    var words: Int
    /// How surely another paragraph says the same, 0 to 1.
    var certainty: Double

    var sign: Character {
      let share = words == 0 ? 0 : Double(sharedWords) / Double(words)
      switch share {
      case 0.75...: return "█"
      case 0.5..<0.75: return "▓"
      case 0.25..<0.5: return "▒"
      default: return certainty >= 0.5 ? "≈" : share >= 0.05 ? "░" : "·"
      }
    }
  }

  /// What the signs mean.
  static let legend =
    "█ over 75 %, ▓ 50 %, ▒ 25 %, ░ 5 % of a paragraph’s words shared, "
    + "≈ other words, · own"

  var blocks: [Block]

  /// The paragraphs of one article of a pair, against the other.
  init(of side: MarkedPair.Side, in pair: MarkedPair) {
    blocks = pair.paragraphs(of: side).indices.map { index in
      let words = pair.words(ofParagraph: index, of: side)
      let links = pair.comparison.links.lazy
        .filter { (side == .earlier ? $0.a : $0.b) == index }
      return Block(
        sharedWords: words.count { $0.mark.isShared }, words: words.count,
        certainty: links.map(\.certainty).max() ?? 0)
    }
  }

  init(blocks: [Block]) {
    self.blocks = blocks
  }

  /// The share of the article's words that lie in shared stretches, 0 to 1.
  var share: Double {
    let words = blocks.reduce(0) { $0 + $1.words }
    return words == 0 ? 0 : Double(blocks.reduce(0) { $0 + $1.sharedWords }) / Double(words)
  }

  /// The row of blocks; neighbours are pooled where there are more than fit.
  func text(columns: Int) -> String {
    guard blocks.count > columns, columns > 0 else { return String(blocks.map(\.sign)) }
    return String(
      (0..<columns).map { column in
        let first = column * blocks.count / columns
        let end = (column + 1) * blocks.count / columns
        return Self.pooled(blocks[first..<end]).sign
      })
  }

  private static func pooled(_ blocks: ArraySlice<Block>) -> Block {
    Block(
      sharedWords: blocks.reduce(0) { $0 + $1.sharedWords },
      words: blocks.reduce(0) { $0 + $1.words },
      certainty: blocks.reduce(0) { $0 + $1.certainty } / Double(max(1, blocks.count)))
  }
}

extension MarkedWord.Mark {
  /// Whether both articles have the word, in a shared stretch.
  var isShared: Bool {
    if case .shared = self { true } else { false }
  }
}
