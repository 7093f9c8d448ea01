/// A document as the verification sees it: its reading and what is known of its publication.
package struct ReadDocument: Sendable {
  /// The text.
  package let reading: Reading
  /// The values of the distinct telling words of the title, in order.
  package let titleWords: [UInt32]
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

  /// Reads a document.
  package init(_ document: Document, reader: inout TextReader) {
    let title = document.title.map { reader.read($0) }
    titleWords = title.map { Self.tellingWords(of: $0) } ?? []
    reading = reader.read(document.text)
    shingles = reader.shingles()
    identity = reader.identity()
    house = House(source: document.source, url: document.url)
    date = document.date
    credits = Credits(reading, source: document.source)
  }

  private static func tellingWords(of title: Reading) -> [UInt32] {
    let words = title.words.indices.filter { title.letters[$0] > 3 || title.weights[$0] > 2 }
    return Set(words.map { title.stems[$0] }).sorted()
  }
}
