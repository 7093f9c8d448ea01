import Testing

@testable import NearDuplicates

/// What a text states: names, figures, and the rare words it tells them in.
@Suite struct StatedWordsTests {
  @Test func namesAndFiguresOfTheNarrationAreFacts() {
    var reader = TextReader(profile: .empty)
    let plain = StatedWords(reader.read("Then Winnow paid 31 crowns in Ellery."))
    let quoted = StatedWords(
      reader.read("he said: \"Then Winnow paid 31 crowns in Ellery.\" and went on"))
    #expect(plain.facts.count == 3)
    #expect(plain.names.count == 2)
    #expect(quoted.facts.count == 0)
    // A text that is all quotation is told by it.
    let whole = StatedWords(reader.read("\"Then Winnow paid 31 crowns in Ellery.\""))
    #expect(whole.facts.count == 3)
  }

  @Test func headlinesTellNoNames() {
    var reader = TextReader(profile: .empty)
    let stated = StatedWords(reader.read("Harbour Board Pays Crowns In Ellery. winnow is 31."))
    #expect(stated.names.count == 0)
    #expect(stated.facts.count > 3)
  }

  private func rareWords(_ text: String) -> Int {
    var reader = TextReader(profile: .empty)
    return StatedWords(reader.read(text)).rareWords.count
  }

  @Test func rareWordsAreNoNamesNoFiguresAndNotQuoted() {
    #expect(rareWords("the trolley stood in the harbour of Ostmere for 31 days.") == 2)
    #expect(
      rareWords("he said: \"the trolley stood there, and the hauliers swore\" and went.") == 0)
    // What is a name further down is none where it begins a sentence.
    #expect(rareWords("Ostmere has a trolley. it stood in Ostmere for days.") == 1)
  }

  @Test func charactersAreNoWords() {
    #expect(rareWords("该公司周二在首都宣布将关闭其最古老的造船厂。") == 0)
  }
}
