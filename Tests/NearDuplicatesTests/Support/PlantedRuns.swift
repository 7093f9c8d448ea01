/// Synthetic collections in which stretches of words stand in documents often and seldom, inside
/// and next to each other.
struct PlantedRuns {
  private var random: SplitMix
  /// Stretches of 8 to 11 words that stand in most documents: every fingerprint in them is
  /// frequent.
  private let furniture: [[String]]
  /// Stretches of 12 to 20 words, some around a piece of furniture, that few documents share.
  private let runs: [[String]]
  private let documents: Int

  init(seed: UInt64, documents: Int, furniture: Int = 3, runs: Int = 12) {
    var random = SplitMix(seed: seed)
    self.documents = documents
    let pieces = (0..<furniture).map { piece in
      (0..<Int.random(in: 8...11, using: &random)).map { "f\(piece)x\($0)" }
    }
    self.furniture = pieces
    self.runs = (0..<runs).map { run in
      let piece = pieces.randomElement(using: &random) ?? []
      let before = (0..<Int.random(in: 0...4, using: &random)).map { "r\(run)b\($0)" }
      let isPlain = Int.random(in: 0..<4, using: &random) == 0
      let middle = isPlain ? (0..<8).map { "r\(run)m\($0)" } : piece
      let least = max(0, 12 - before.count - middle.count)
      let after = (0..<Int.random(in: least...least + 4, using: &random)).map { "r\(run)a\($0)" }
      return before + middle + after
    }
    self.random = random
  }

  /// The texts: filler that nobody shares, furniture, and runs whole, cut at either end, or two of
  /// them back to back.
  mutating func texts() -> [String] {
    (0..<documents).map { document in
      var words: [String] = []
      for part in 0..<Int.random(in: 1...7, using: &random) {
        words += next()
        if Bool.random(using: &random) { words.append("d\(document)p\(part)") }
      }
      return words.joined(separator: " ")
    }
  }

  private mutating func next() -> [String] {
    switch Int.random(in: 0..<4, using: &random) {
    case 0, 1: furniture.randomElement(using: &random) ?? []
    case 2: runs.randomElement(using: &random) ?? []
    default: cut(runs.randomElement(using: &random) ?? [])
    }
  }

  private mutating func cut(_ run: [String]) -> [String] {
    let kept = run.dropFirst(.random(in: 0...2, using: &random))
    return Array(kept.dropLast(.random(in: 0...2, using: &random)))
  }
}
