import NearDuplicates
import Synchronization

/// The documents of a run, by their index in input order, as what is put out needs them.
package protocol DocumentList: Sendable {
  /// The number of documents.
  var count: Int { get }
  /// The name of a document.
  func id(of document: Int) -> String
  /// Whether a document's id was written as a JSON number.
  func hasNumericID(_ document: Int) -> Bool
  /// When a document was published.
  func date(of document: Int) -> Timestamp?
  /// A document with its text.
  func document(_ document: Int) -> Document
  /// Why a document that was asked for could not be read again, if that has happened.
  var failure: LoadError? { get }
}

extension DocumentList {
  /// A document with its text.
  package subscript(document: Int) -> Document { self.document(document) }
}

extension LoadedCollection: DocumentList {
  package func hasNumericID(_ document: Int) -> Bool { hasNumericID[document] }

  package func date(of document: Int) -> Timestamp? { documents[document].date }

  package func document(_ document: Int) -> Document { documents[document] }

  /// What is in memory can always be read.
  package var failure: LoadError? { nil }
}

/// The documents of a catalogue, read again when they are shown.
///
/// What shows them cannot fail half way: where a document cannot be read again, it is shown
/// without a text and the first reason is kept, to be told before anything is put out.
package final class CataloguedDocuments: DocumentList {
  private struct State: Sendable {
    var recent: [Int: Document] = [:]
    /// Readers that nobody uses: each has its file open and memory to read in.
    var idle: [CatalogueReader] = []
    var failure: LoadError?
  }

  private let catalogue: Catalogue
  private let texts: CatalogueTexts
  private let state = Mutex(State())

  /// Documents that are kept at a time: a cluster's members are looked at again and again.
  private static let mostRecent = 64

  /// Reads documents by the texts of their catalogue.
  package init(_ catalogue: Catalogue, texts: CatalogueTexts) {
    self.catalogue = catalogue
    self.texts = texts
  }

  package var failure: LoadError? { state.withLock { $0.failure } }

  package var count: Int { catalogue.count }

  package func id(of document: Int) -> String { catalogue.id(of: document) }

  package func hasNumericID(_ document: Int) -> Bool { catalogue.hasNumericID[document] }

  package func date(of document: Int) -> Timestamp? { catalogue.sketched.dates[document] }

  package func document(_ document: Int) -> Document {
    let (known, idle) = state.withLock { state in
      let known = state.recent[document]
      return (known, known == nil ? state.idle.popLast() : nil)
    }
    if let known { return known }
    var reader = idle ?? texts.reader()
    defer { state.withLock { [reader] in $0.idle.append(reader) } }
    do throws(LoadError) {
      let found = try reader.document(document)
      if TextReader.identity(of: found.text) != catalogue.sketched.texts.identities[document] {
        try reader.refuseChange(of: document)
      }
      state.withLock {
        if $0.recent.count >= Self.mostRecent { $0.recent.removeAll() }
        $0.recent[document] = found
      }
      return found
    } catch {
      state.withLock { $0.failure = $0.failure ?? error }
      return Document(id: id(of: document), text: "", date: date(of: document))
    }
  }
}
