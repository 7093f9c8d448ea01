/// A document as the verification sees it: its reading and what is known of its publication.
///
/// What is compared pair by pair is gathered here once, sorted and without repetitions. A class,
/// because a value of some twenty arrays costs as many counted references wherever it is handed on.
package final class ReadDocument: Sendable {
  /// The text as it was read.
  package let reading: Reading
  /// The text itself, for what is measured of few pairs only.
  package let text: String
  /// A hash of the whole sequence of tokens, 0 where there is none.
  package let identity: UInt64
  /// The publishing house by the address, or else by the source.
  package let house: House?
  /// The publishing house by the source alone: an archive has an address of its own.
  let outlet: House?
  /// The name of the outlet.
  let source: String?
  /// The title as a form that years fill.
  let title: TitleForm
  /// When the document was published.
  package let date: Timestamp?
  /// The stems of the narration that tell something, sentence by sentence.
  let telling: TellingWords
  /// The distinct names and figures of the narration.
  let facts: FirstMentions
  /// The distinct names of the narration.
  let names: Vocabulary
  /// The distinct rare words of the narration beside names and figures.
  let rareWords: FirstMentions
  /// The first word behind the lead.
  let leadEnd: Int
  /// How far the narration is told in the first person, 0 to 1.
  let firstPerson: Double

  /// Reads a document.
  package init(_ document: Document, reader: inout TextReader) {
    title = TitleForm(document.title, reader: &reader)
    reading = reader.read(document.text)
    text = document.text
    source = document.source
    identity = reader.identity()
    house = reader.houses.house(source: document.source, url: document.url)
    outlet = reader.houses.house(source: document.source, url: nil)
    date = document.date
    telling = TellingWords(reading)
    let stated = StatedWords(reading)
    facts = stated.facts
    names = stated.names
    rareWords = stated.rareWords
    leadEnd = Self.leadEnd(of: reading)
    firstPerson = FirstPerson.degree(of: reading)
  }

  /// The words of a lead, boilerplate left out: the event itself, which all who report it name.
  private static let lead = 40

  private static func leadEnd(of reading: Reading) -> Int {
    var words = 0
    for (place, flags) in reading.flags.enumerated() where !flags.contains(.boilerplate) {
      if words == lead { return place }
      words += 1
    }
    return reading.count
  }

  /// Whether the document calls another's outlet by one of its names.
  func names(sourceOf other: ReadDocument, _ known: inout KnownSourceNames) -> Bool {
    guard let source = other.source else { return false }
    return known.names(of: source).stand(in: reading, of: text, 0..<reading.count)
  }

  /// Whether both documents are of one house, as far as is known.
  func isOfHouse(of other: ReadDocument) -> Bool {
    (house != nil && house == other.house) || (outlet != nil && outlet == other.outlet)
  }
}
