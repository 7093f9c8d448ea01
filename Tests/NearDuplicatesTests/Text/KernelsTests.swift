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
