import Testing

@testable import NearDuplicates

struct LexiconTests {
  @Test func `common words of several languages are known as common`() {
    for word in ["the", "and", "der", "und", "в", "не"] {
      let share = Lexicon.shared.shares[Tokenizer.word(word)] ?? 0
      #expect(share >= 0.4, "\(word): \(share)")
    }
  }

  @Test func `shares are shares, and names are not listed`() {
    #expect(Lexicon.shared.shares.count > 1000)
    #expect(Lexicon.shared.shares.values.allSatisfy { $0 > Lexicon.uncommon && $0 <= 1 })
    for word in ["Zelensky", "Kurzarbeitergeld", "xylophone"] {
      #expect(Lexicon.shared.shares[Tokenizer.word(word)] == nil, "\(word)")
    }
  }

  @Test func `every listed word is one token`() {
    var tokenizer = Tokenizer()
    for (_, words) in CommonWords.byPercent {
      for word in words.split(whereSeparator: \.isWhitespace) {
        #expect(tokenizer.tokens(of: String(word)).count == 1, "\(word)")
      }
    }
  }

  @Test func `longer words are rarer`() {
    let shares = Lexicon.byLetters
    #expect(zip(shares.dropFirst(2), shares.dropFirst(3)).allSatisfy { $0 > $1 })
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `tells from which share on a quarter is listed`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let listed = Array(Lexicon.shared.shares.keys.sorted().prefix(50))
    for count in [0, 1, 2, 3, 4, 5, 8, 96, 97] {
      let common = Int.random(in: 0...count, using: &random)
      for common in [common, count / 4, (count + 3) / 4] {
        let words = (0..<count).map { $0 < common ? listed[$0 % 50] : UInt32($0) }
        let isQuarter = words.count { Lexicon.shared.shares[$0] != nil } * 4 >= count
        let found = Lexicon.shared.listsQuarter(of: words.shuffled(using: &random))
        #expect(found == isQuarter, "seed \(seed): \(common) of \(count)")
      }
    }
  }
}
