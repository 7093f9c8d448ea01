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
