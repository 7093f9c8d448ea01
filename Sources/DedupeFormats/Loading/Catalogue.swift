import NearDuplicates

/// The documents of all inputs, in input order, of which is kept what a preset asks for, and of the
/// texts where they stand.
///
/// Texts of pipes and of standard input, which can be read only once, are kept in memory.
package struct Catalogue: Sendable {
  /// What is kept of the documents for finding copies.
  package private(set) var sketched = SketchedCollection()
  /// What was wrong, in input order.
  package var log = ProblemLog()
  /// How many bytes were read.
  package var byteCount = 0
  /// For each document, whether its id was written as a JSON number.
  package private(set) var hasNumericID: [Bool] = []

  /// Where a document stands.
  struct Place: Sendable {
    /// Where its bytes begin, or its index in ``Catalogue/held``.
    var offset: Int
    /// How many bytes it has.
    var length: Int
    /// The index of the file, or ``held``.
    var file: UInt32

    /// The file of documents that are in memory.
    static let held = UInt32.max
  }

  private(set) var places: [Place] = []
  private(set) var files: [InputFile] = []
  /// The documents that cannot be read again.
  private(set) var held: [Document] = []

  /// Creates an empty catalogue.
  package init() {}

  /// Hands over what is kept for finding copies; the names, dates and identities stay here too.
  package mutating func takeSketched() -> SketchedCollection { sketched.take() }

  /// Where the texts are, to be read again as they were read before.
  package func texts(names: FieldNames, dates: DateParser) -> CatalogueTexts {
    CatalogueTexts(self, names: names, dates: dates)
  }
}

extension Catalogue: RecordTarget {
  package var count: Int { sketched.count }

  package func id(of document: Int) -> String { sketched.id(of: document) }

  mutating func append(_ record: LoadedRecord, of batch: Batch) {
    sketched.append(record.document)
    hasNumericID.append(record.hasNumericID)
    guard batch.file.canBeReadAgain else {
      places.append(Place(offset: held.count, length: 0, file: Place.held))
      held.append(record.document)
      return
    }
    if files.last != batch.file { files.append(batch.file) }
    places.append(
      Place(
        offset: batch.offset + record.bytes.lowerBound, length: record.bytes.count,
        file: UInt32(files.count - 1)))
  }

  mutating func end(_ batch: Batch) {
    sketched.append(contentsOf: batch.sketched)
  }
}
