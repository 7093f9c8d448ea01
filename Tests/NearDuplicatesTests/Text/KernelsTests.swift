import Testing

@testable import NearDuplicates

/// What each kind of processor finds in real texts and in noise, against Swift alone and its twin.
///
/// The tests of the tokenizer hold every kind against the twin as well.
struct KernelsTests {
  @Test func `Swift alone runs everywhere`() {
    #expect(Kernels.available.first == .portable)
    #expect(Kernels.available.last == .best)
    #expect(Kernels.portable.table.scanWords == nil && Kernels.portable.table.hashWords == nil)
  }

  @Test(arguments: Kernels.available, ["de", "ru", "zh"])
  func `finds the same in texts of other scripts`(kernels: Kernels, language: String) throws {
    expectSame(try SeedFiles.sample(language), kernels)
  }

  @Test(arguments: Kernels.available)
  func `finds the same in news`(kernels: Kernels) throws {
    for article in try SeedFiles.documents() { expectSame(article.text, kernels) }
  }

  /// Noise, and noise of a few bytes that punctuation and Cyrillic are made of.
  @Test(arguments: Kernels.available, 0..<20 as Range<UInt64>)
  func `finds the same in random bytes`(kernels: Kernels, seed: UInt64) throws {
    var random = SplitMix(seed: 3000 + seed)
    let few: [UInt8] = [
      0x20, 0x61, 0x41, 0xC2, 0xA0, 0xAB, 0xBB, 0xE2, 0x80, 0x90, 0x9D, 0xA9, 0xAA, 0xD0, 0xD1,
      0x94, 0xB9, 0xAF, 0xBF,
    ]
    var tokenizer = Tokenizer(kernels: kernels)
    for count in [1, 63, 64, 65, 66, 130, 2047, 2048, 2114, 5000] {
      let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      let marks = (0..<count).map { _ in few.randomElement(using: &random) ?? 0 }
      for text in [noise, marks] {
        #expect(tokenizer.tokens(of: text) == TokenizerTwin.tokens(of: text), "seed \(seed)")
      }
    }
  }

  /// Words whose letters outside ASCII are folded in place, are not, or stand at the edge of 32 bytes.
  @Test(arguments: Kernels.available)
  func `finds the same in words of every Latin letter and length`(kernels: Kernels) {
    var tokenizer = Tokenizer(kernels: kernels)
    for scalar in (0xA0..<0x250 as Range<UInt32>).compactMap({ Unicode.Scalar($0) }) {
      for length in [0, 1, 2, 6, 13, 14, 15, 28, 29, 30, 31, 32] {
        let front = String(repeating: "x", count: length)
        let words = "\(front)\(scalar) \(scalar)\(front) a\(scalar)b\(scalar)\(scalar) \(scalar)é中"
        let text = Array((words + " \(front)\(scalar)").utf8)
        let agrees = tokenizer.tokens(of: text) == TokenizerTwin.tokens(of: text)
        #expect(agrees, "U+\(String(scalar.value, radix: 16)), \(length)")
      }
    }
  }

  /// Letters of Latin cut in two, alone or with others between them.
  @Test(arguments: Kernels.available, 0..<10 as Range<UInt64>)
  func `finds the same in parts of Latin letters`(kernels: Kernels, seed: UInt64) {
    var random = SplitMix(seed: 4000 + seed)
    let bytes: [UInt8] = [0x20, 0x61, 0x7A, 0xC3, 0xC4, 0xC5, 0xA4, 0xBC, 0x9F, 0xB7, 0xC6, 0xE4]
    var tokenizer = Tokenizer(kernels: kernels)
    for _ in 0..<200 {
      let count = Int.random(in: 0..<300, using: &random)
      let text = (0..<count).map { _ in bytes.randomElement(using: &random) ?? 0 }
      #expect(tokenizer.tokens(of: text) == TokenizerTwin.tokens(of: text), "seed \(seed)")
    }
  }

  /// Every scalar of three bytes among ideographs: punctuation, marks, kana and what else there is.
  @Test(arguments: Kernels.available)
  func `finds the same in ideographs with anything between them`(kernels: Kernels) {
    var tokenizer = Tokenizer(kernels: kernels)
    for first in stride(from: 0x800 as UInt32, to: 0x10000, by: 64) {
      var text = ""
      for scalar in (first..<first + 64).compactMap({ Unicode.Scalar($0) }) {
        text += "中国新闻\(scalar)报道\(scalar)\(scalar)一二三四五六七八九十\(scalar)"
      }
      let bytes = Array(text.utf8)
      for cut in [0, 1, 2, 5] {
        let part = Array(bytes.dropLast(cut))
        #expect(tokenizer.tokens(of: part) == TokenizerTwin.tokens(of: part), "U+\(first)")
      }
    }
  }

  /// Letters that are tokens of their own, all that may stand beside them, and parts of both.
  @Test(arguments: Kernels.available, 0..<12 as Range<UInt64>)
  func `finds the same in mixtures with ideographs`(kernels: Kernels, seed: UInt64) {
    var random = SplitMix(seed: 5000 + seed)
    let parts = [
      "中", "国", "一", "鿿", "䷿", "㐀", "か", "が", "ん", "ー", "ヴ", "々", "한", "𠀀", "Ａ", "９", "，", "。",
      "、", "「", "》", "！", "：", "“", "—", "·", "\u{3000}", "\u{3099}", "\u{302A}", "\u{FE0F}",
      "\u{200D}",
      "\u{E0100}", "\u{301}", "é", "д", "ab", "Z", "_", "7", " ", " ", "\n",
    ].map { Array($0.utf8) }
    let broken: [[UInt8]] = [[0xE4], [0xE4, 0xB8], [0xB8], [0xE3, 0x80], [0xEF], [0xE4, 0xB7]]
    var tokenizer = Tokenizer(kernels: kernels)
    for round in 0..<60 {
      // Some texts are ideographs for the most part, and some are whole.
      let known = round % 2 == 0 ? parts : parts + broken
      var text = [UInt8](repeating: 0x20, count: round)
      for _ in 0..<Int.random(in: 0..<400, using: &random) {
        let isIdeograph = round % 3 != 0 && Bool.random(using: &random)
        text += isIdeograph ? parts[0] : known.randomElement(using: &random) ?? []
      }
      let agrees = tokenizer.tokens(of: text) == TokenizerTwin.tokens(of: text)
      #expect(agrees, "seed \(seed), round \(round)")
    }
  }

  /// Ideographs that end anywhere in a block, and where the text does.
  @Test(arguments: Kernels.available)
  func `finds the same in ideographs at every place of a block`(kernels: Kernels) {
    var tokenizer = Tokenizer(kernels: kernels)
    for begin in [0, 1, 2, 1985, 1986, 1987] {
      for count in 0..<70 {
        for end in ["", " ", "\u{3099}", "\u{FE0F}", "。", "a"] {
          let front = String(repeating: " ", count: begin)
          let text = Array((front + String(repeating: "国", count: count) + end).utf8)
          let agrees = tokenizer.tokens(of: text) == TokenizerTwin.tokens(of: text)
          #expect(agrees, "\(count) from \(begin), then \(end)")
        }
      }
    }
  }

  /// Each cut of a text ends in another place of a block, and of a word.
  private func expectSame(_ text: String, _ kernels: Kernels) {
    let text = Array(text.utf8)
    var tokenizer = Tokenizer(kernels: kernels)
    var portable = Tokenizer(kernels: .portable)
    #expect(tokenizer.tokens(of: text) == TokenizerTwin.tokens(of: text))
    for begin in 0..<min(130, text.count) {
      let cut = Array(text[begin..<(begin + text.count) / 2])
      #expect(tokenizer.tokens(of: cut) == portable.tokens(of: cut), "from \(begin)")
    }
  }
}
