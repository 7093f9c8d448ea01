/// A member of a cluster as far as its provenance goes.
///
/// A class, because members are handed on again and again and a value would cost as many counted
/// references as it has arrays.
final class ClusterMember: Sendable {
  /// The index of the document.
  let index: Int
  let source: String?
  let date: Timestamp?
  /// The names of the outlet, and the agencies that have it for their own.
  let outlet: Outlet
  /// The agencies that are credited near the head or foot of the text.
  let credited: AgencySet
  /// The shingles of the text, with repetitions.
  let shingles: [UInt64]
  private let house: House?
  private let text: String
  private let reading: Reading

  init(_ index: Int, _ document: Document, outlet: Outlet, reader: inout TextReader) {
    self.index = index
    self.outlet = outlet
    text = document.text
    source = document.source
    date = document.date
    house = reader.houses.house(source: document.source, url: document.url)
    reading = reader.read(document.text)
    shingles = reader.shingles()
    credited = AgencySet(creditedIn: reading, of: document.text)
  }

  /// Whether both are of one house, as far as is known.
  ///
  /// Where only one has an address, their houses have names of different kinds.
  func isOfHouse(of other: ClusterMember) -> Bool {
    (house != nil && house == other.house) || (source != nil && source == other.source)
  }

  /// How many words at either end of a text hold credits: dateline, byline, "contributed to this
  /// report", the copyright line.
  static let reach = 80

  /// Whether one of a source's names stands near the head or the foot of the text.
  func credits(_ names: SourceNames) -> Bool {
    names.stand(in: reading, of: text, 0..<min(Self.reach, reading.count))
      || names.stand(in: reading, of: text, max(0, reading.count - Self.reach)..<reading.count)
  }

  /// Whether one of a source's names stands anywhere in the text.
  func mentions(_ names: SourceNames) -> Bool {
    names.stand(in: reading, of: text, 0..<reading.count)
  }
}

/// What is known of an outlet by the name that its documents have for a source.
struct Outlet: Sendable {
  /// The names by which texts call it.
  let names: SourceNames
  /// The agencies whose own it is.
  let agencies: AgencySet

  /// Reads the names from that of a source.
  init(_ source: String, reader: inout TextReader) {
    names = SourceNames(of: source, reader: &reader)
    agencies = AgencySet(naming: source)
  }
}
