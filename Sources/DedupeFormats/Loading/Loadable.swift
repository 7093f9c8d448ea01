import NearDuplicates

/// What the records of all inputs are put together to, in input order.
package protocol Loadable: Sendable {
  /// Nothing yet.
  init()
  /// What was wrong, in input order.
  var log: ProblemLog { get set }
  /// How many bytes were read.
  var byteCount: Int { get set }
  /// The number of documents.
  var count: Int { get }
  /// The name of a document.
  func id(of document: Int) -> String
}

/// What a loader fills.
protocol RecordTarget: Loadable {
  /// Adds a record of a batch, under an id that no other has.
  mutating func append(_ record: LoadedRecord, of batch: Batch)
  /// Is told that all records of a batch were added.
  mutating func end(_ batch: Batch)
}

extension LoadedCollection: RecordTarget {
  mutating func append(_ record: LoadedRecord, of batch: Batch) {
    documents.append(record.document)
    hasNumericID.append(record.hasNumericID)
  }

  mutating func end(_ batch: Batch) {}
}
