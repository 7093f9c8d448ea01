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
}
