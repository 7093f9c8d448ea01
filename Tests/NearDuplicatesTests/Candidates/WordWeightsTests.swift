import RealModule
import Testing

@testable import NearDuplicates

struct WordWeightsTests {
  private func hashes(_ text: String) -> [UInt32] {
    var tokenizer = Tokenizer()
    return tokenizer.tokens(of: text).map { UInt32(truncatingIfNeeded: $0.hash) }
  }

  /// Weights of a collection in which each word stands in so many of 10,000 documents.
  private func weights(_ documents: [String: UInt32] = [:], sampled: Int = 0) -> WordWeights {
    var table = FrequencyTable()
    for (word, count) in documents { table.set(UInt64(Tokenizer.word(word)), to: count) }
    return WordWeights(table, sampled: sampled)
  }

  @Test func `common words weigh little and unknown ones much`() {
    let weights = weights()
    #expect(weights.coveredWeight(of: Tokenizer.word("the")) < 0.2)
    #expect(weights.coveredWeight(of: Tokenizer.word("government")) < 3)
    let name = weights.coveredWeight(of: Tokenizer.word("Tkachenkivska"))
    #expect(abs(name - Float(Double.log(1 / Lexicon.uncommon))) < 0.001)
    #expect(name > weights.rareWeight(isCovered: true))
    #expect(weights.coveredWeight(of: Tokenizer.word("the")) < weights.rareWeight(isCovered: true))
  }

  @Test func `what a collection has often weighs less, by the formula`() {
    let weights = weights(["brexit": 4000, "quorvin": 1], sampled: 10_000)
    let expected = Double.log(10_500 / (4000 + 500 * Lexicon.uncommon))
    #expect(abs(Double(weights.coveredWeight(of: Tokenizer.word("brexit"))) - expected) < 1e-5)
    #expect(weights.coveredWeight(of: Tokenizer.word("quorvin")) > 8)
  }

  @Test func `a folder of reports on one event does not make its words common`() {
    let weights = weights(["tkachenko": 20], sampled: 20)
    #expect(weights.coveredWeight(of: Tokenizer.word("tkachenko")) > 3)
  }

  @Test func `the length of a word speaks where the language is not covered`() {
    let weights = weights()
    let byLetters = (2...12).map { weights.uncoveredWeight(of: 77, letters: $0) }
    #expect(zip(byLetters, byLetters.dropFirst()).allSatisfy { $0 < $1 })
    #expect(weights.uncoveredWeight(of: 77, letters: 200) == byLetters.last)
    let known = self.weights(["och": 900], sampled: 1000)
    #expect(
      known.uncoveredWeight(of: Tokenizer.word("och"), letters: 3)
        < known.uncoveredWeight(of: 77, letters: 3))
  }

  @Test func `tells which languages are covered`() {
    let weights = weights()
    for text in [
      "The president said on Monday that the talks would go on for another week.",
      "Die Regierung hat am Montag mitgeteilt, dass die Gespräche fortgesetzt werden.",
      "В понедельник президент заявил, что переговоры не были прерваны и будут продолжены.",
    ] {
      #expect(weights.covers(hashes(text)), "\(text)")
    }
    for text in [
      "Hallitus kertoi maanantaina neuvottelujen jatkuvan ensi viikolla Helsingissä.",
      "Η κυβέρνηση ανακοίνωσε τη Δευτέρα πως οι συνομιλίες συνεχίζονται.",
      "政府星期一宣布谈判将继续进行",
    ] {
      #expect(!weights.covers(hashes(text)), "\(text)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `agrees with a dictionary for many words`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    var table = FrequencyTable()
    var known: [UInt32: UInt32] = [:]
    for _ in 0..<3000 {
      let word = UInt32(truncatingIfNeeded: random.next())
      let count = UInt32.random(in: 2...500, using: &random)
      known[word] = count
      table.set(UInt64(word), to: count)
    }
    let weights = WordWeights(table, sampled: 1000)
    for (word, count) in known where Lexicon.shared.shares[word] == nil {
      let expected = Double.log(1500 / (Double(count) + 500 * Lexicon.uncommon))
      #expect(abs(Double(weights.coveredWeight(of: word)) - expected) < 1e-5, "seed \(seed)")
    }
  }
}
