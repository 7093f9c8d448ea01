import NearDuplicates

/// The documents of all inputs, in input order, and what was wrong with the inputs.
package struct LoadedCollection: Sendable {
  /// The documents; no two have the same id.
  package var documents: [Document] = []
  /// For each document, whether its id was written as a JSON number.
  package var hasNumericID: [Bool] = []
  /// What was wrong, in input order.
  package var log = ProblemLog()
  /// How many bytes were read.
  package var byteCount = 0

  /// Creates an empty collection.
  package init() {}

  /// Creates a collection of documents that come from elsewhere, with strings as ids.
  package init(documents: [Document]) {
    self.documents = documents
    hasNumericID = [Bool](repeating: false, count: documents.count)
  }

  /// The number of documents.
  package var count: Int { documents.count }

  /// The id of a document.
  package func id(of document: Int) -> String { documents[document].id }
}

/// Why loading stopped: the first error of a strict run.
package struct LoadError: Error, Sendable, Equatable {
  /// What was wrong.
  package var problem: Problem
}
