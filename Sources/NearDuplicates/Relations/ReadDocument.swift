/// A document as the verification sees it: its reading and what is known of its publication.
///
/// What is compared pair by pair is gathered here once, sorted and without repetitions.
package struct ReadDocument: Sendable {
  /// The text.
  package let reading: Reading
  /// The hashes of the 5-word shingles of the text, with repetitions.
  package let shingles: [UInt64]
  /// A hash of the whole sequence of tokens, 0 where there is none.
  package let identity: UInt64
  /// The publishing house.
  package let house: House?
  /// When the document was published.
  package let date: Timestamp?
  /// The agencies that the document credits.
  package let credits: Credits
  /// The stems of the narration that tell something, sentence by sentence.
  let telling: TellingWords
  /// The distinct names and figures of the narration.
  let facts: Vocabulary
  /// The words of the house's name as they stand in texts.
  private let houseWords: [UInt32]

  /// Reads a document.
  package init(_ document: Document, reader: inout TextReader) {
    reading = reader.read(document.text)
    shingles = reader.shingles()
    identity = reader.identity()
    house = House(source: document.source, url: document.url)
    houseWords = document.source.map { House.words(naming: $0) } ?? []
    date = document.date
    credits = Credits(reading, source: document.source)
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
