/// Changes to texts that an editor, a converter or a test makes.
enum Editing {
  /// The text with a share of its words, at least one, replaced by words that nobody else has.
  static func changed(_ text: String, share: Double, _ random: inout SplitMix) -> String {
    var words = text.split(separator: " ").map(String.init)
    let count = max(1, Int((Double(words.count) * share).rounded()))
    for place in words.indices.shuffled(using: &random).prefix(count) {
      words[place] = word(&random)
    }
    return words.joined(separator: " ")
  }

  /// An invented word of two to four syllables.
  static func word(_ random: inout SplitMix) -> String {
    let consonants = Array("bdfgklmnprstvz")
    let vowels = Array("aeiou")
    return (0..<Int.random(in: 2...4, using: &random)).reduce(into: "") { word, _ in
      word.append(consonants.randomElement(using: &random) ?? "b")
      word.append(vowels.randomElement(using: &random) ?? "a")
    }
  }

  /// Sentences of invented words among common ones, `words` of them: a text on nothing else's
  /// subject.
  static func unrelated(words: Int, _ random: inout SplitMix) -> String {
    let common = "the of and in to a was for on that with as at by from it".split(separator: " ")
    var text = ""
    for place in 0..<words {
      let isCommon = Int.random(in: 0..<3, using: &random) == 0
      let word = isCommon ? common.randomElement(using: &random).map(String.init) : nil
      text += (word ?? Self.word(&random)) + (place % 14 == 13 ? ". " : " ")
    }
    return text
  }
}
