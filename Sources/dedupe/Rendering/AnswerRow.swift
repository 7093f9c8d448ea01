import NearDuplicates

/// A paragraph of the earlier article with the paragraphs of the later one that answer it, or a
/// series of paragraphs that both have word for word.
enum AnswerRow: Sendable, Equatable {
  case same(earlier: ClosedRange<Int>, later: ClosedRange<Int>, words: Int)
  case answer(earlier: Int, links: [ParagraphLink])

  /// The rows of a comparison, in the order of the earlier article.
  static func rows(of links: [ParagraphLink]) -> [AnswerRow] {
    var rows: [AnswerRow] = []
    for link in links {
      switch rows.last {
      case .same(let earlier, let later, let words)
      where link.isWhole && link.a == earlier.upperBound + 1 && link.b == later.upperBound + 1:
        rows[rows.count - 1] = .same(
          earlier: earlier.lowerBound...link.a, later: later.lowerBound...link.b,
          words: words + link.sharedWords)
      case .answer(link.a, let links):
        rows[rows.count - 1] = .answer(earlier: link.a, links: links + [link])
      default:
        rows.append(
          link.isWhole
            ? .same(earlier: link.a...link.a, later: link.b...link.b, words: link.sharedWords)
            : .answer(earlier: link.a, links: [link]))
      }
    }
    return rows
  }

  /// The rows that tell most, in their order: so many answers, first those that share most words,
  /// and so many series of equal paragraphs, first the longest.
  static func most(_ count: Int, of rows: [AnswerRow]) -> [AnswerRow] {
    let (answers, same) = (
      rows.indices.filter { !rows[$0].isSame }, rows.indices.filter { rows[$0].isSame }
    )
    let kept = [answers, same].flatMap { indices in
      indices.sorted { (rows[$1].weight, $0) < (rows[$0].weight, $1) }.prefix(count)
    }
    return kept.sorted().map { rows[$0] }
  }

  private var isSame: Bool {
    if case .same = self { true } else { false }
  }

  /// A paragraph that surely says the same is worth as much as a verbatim run of 20 words.
  private var weight: Double {
    switch self {
    case .same(_, _, let words): Double(words)
    case .answer(_, let links):
      links.reduce(0) { $0 + Double($1.sharedWords) + 20 * $1.certainty }
    }
  }
}

extension ParagraphLink {
  /// Whether both paragraphs are the same word for word.
  fileprivate var isWhole: Bool { shareOfA >= 0.999 && shareOfB >= 0.999 }
}
