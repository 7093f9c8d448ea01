import Testing

@testable import NearDuplicates

/// Readings hold, word for word, what the tokens of the text say.
@Suite struct ReadingTests {
  private static let texts = [
    "",
    "Mr. Smith of the U.S. Senate paid 20 per cent, one of Three.",
    "Привет, Мир! Ёлка стоит. ДЕСЯТЬ раз по 17.",
    "Die Übung, Ärger und «Öl»: äußerst groß. Straßenbahnhaltestellenverzeichnis.",
    "新华社北京2月17日电 国务院总理今天会见了外国客人。会谈后发表声明。",
    "Ἀθήνα ΣΟΦΟΣ Հայաստան ქართული Ⅳ 𐐀𐐨 naïve Ünï",
  ]

  /// The words by the rules of house style, one by one.
  private static func naiveWords(_ tokens: [Token]) -> [(word: UInt32, range: Range<Int>)] {
    var style = HouseStyle()
    var words: [(word: UInt32, range: Range<Int>)] = []
    for token in tokens {
      let hash = UInt32(truncatingIfNeeded: token.hash)
      switch style.edit(hash) {
      case .keep: words.append((hash, token.range))
      case .replace(let other): words.append((other, token.range))
      case .joinToLast(let joined):
        words[words.count - 1].word = joined
        words[words.count - 1].range =
          words[words.count - 1].range.lowerBound..<token.range.upperBound
      case .drop: break
      }
    }
    return words
  }

  @Test(arguments: texts)
  func `words and places are those of the tokens`(text: String) {
    let reading = Reading(text)
    var tokenizer = Tokenizer()
    let words = Self.naiveWords(tokenizer.tokens(of: text))
    #expect(reading.words == words.map(\.word))
    #expect(reading.begins == words.map { UInt32($0.range.lowerBound) })
    #expect(reading.ends == words.map { UInt32($0.range.upperBound) })
    #expect(reading.stems.count == words.count && reading.weights.count == words.count)
  }

  @Test(arguments: texts)
  func `a capital is what Unicode calls one, a figure begins with a digit`(text: String) {
    let reading = Reading(text)
    let utf8 = Array(text.utf8)
    for word in reading.words.indices {
      let letters = String(decoding: utf8[Int(reading.begins[word])...], as: UTF8.self)
      let first = letters.unicodeScalars.first
      #expect(
        reading.flags[word].contains(.capitalised) == (first?.properties.isUppercase ?? false),
        "\(letters)")
      #expect(
        reading.flags[word].contains(.figure) == first.map { ("0"..."9").contains($0) },
        "\(letters)")
    }
  }

  @Test func `scratch memory carries nothing from text to text`() {
    var reader = TextReader(profile: .empty)
    for text in Self.texts + Self.texts.reversed() {
      let again = reader.read(text)
      let fresh = Reading(text)
      #expect(again.words == fresh.words && again.flags == fresh.flags)
      #expect(again.stems == fresh.stems && again.sentences == fresh.sentences)
    }
  }
}
