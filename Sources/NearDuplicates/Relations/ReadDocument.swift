/// A document as the verification sees it: its reading and what is known of its publication.
///
/// What is compared pair by pair is gathered here once, sorted and without repetitions.
package struct ReadDocument: Sendable {
  /// The text as it was read.
  package let reading: Reading
  /// The text itself, for what is measured of few pairs only.
  package let text: String
  /// A hash of the whole sequence of tokens, 0 where there is none.
  package let identity: UInt64
  /// The publishing house.
  package let house: House?
  /// When the document was published.
  package let date: Timestamp?
  /// The stems of the narration that tell something, sentence by sentence.
  let telling: TellingWords
  /// The distinct names and figures of the narration.
  let facts: Vocabulary
  /// The words of the house's name as they stand in texts.
  private let houseWords: [UInt32]

  /// Reads a document.
  package init(_ document: Document, reader: inout TextReader) {
    reading = reader.read(document.text)
    text = document.text
    identity = reader.identity()
    house = House(source: document.source, url: document.url)
    houseWords = reader.words(naming: document.source)
    date = document.date
    telling = TellingWords(reading)
    facts = Vocabulary(factsOf: reading)
  }

  /// Whether the document names the house of another outside its furniture.
  func names(houseOf other: ReadDocument) -> Bool {
    guard let first = other.houseWords.first, other.houseWords != houseWords else { return false }
    return reading.words.indices.contains { word in
      reading.words[word] == first && stands(other.houseWords, at: word)
    }
  }

  private func stands(_ name: [UInt32], at word: Int) -> Bool {
    guard word + name.count <= reading.count, !reading.flags[word].contains(.boilerplate),
      reading.flags[word + name.count - 1].contains(.capitalised)
    else { return false }
    return reading.words[word..<(word + name.count)].elementsEqual(name)
  }
}
