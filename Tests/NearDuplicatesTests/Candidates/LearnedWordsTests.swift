import Testing

@testable import NearDuplicates

struct LearnedWordsTests {
  @Test func `counts in how many documents words stand`() {
    let learned = LearnedWords(
      of: Digests(of: ["apple apple pear", "apple plum", "pear apple fig", "kiwi"]))
    #expect(learned.sampled == 4)
    #expect(learned.documents[UInt64(Tokenizer.word("apple"))] == 3)
    #expect(learned.documents[UInt64(Tokenizer.word("pear"))] == 2)
    // Words of a single document are left to the prior.
    #expect(learned.documents[UInt64(Tokenizer.word("kiwi"))] == 0)
    #expect(learned.documents.count == 2)
  }

  @Test func `a profile tells what was learned`() async {
    let texts = ["apple apple pear", "apple plum", "pear apple fig", "kiwi"]
    let learned = LearnedWords(of: Digests(of: texts))
    let profile = await Deduplicator().learn(
      from: texts.enumerated().map { Document(id: "\($0.offset)", text: $0.element) })
    #expect(profile.documents == 4)
    #expect(profile.sampled == 4)
    #expect(profile.knownWords == 2)
    for word in ["apple", "pear", "kiwi", "fox"] {
      let hash = Tokenizer.word(word)
      #expect(profile.words[UInt64(hash)] == learned.documents[UInt64(hash)])
      #expect(profile.weights.coveredWeight(of: hash) == learned.weights.coveredWeight(of: hash))
    }
  }
}
