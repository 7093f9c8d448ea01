/// Where the texts of a collection are, of which a run keeps sketches alone.
package protocol TextSource: Sendable {
  /// What reads them.
  associatedtype Reader: TextSourceReader

  /// A reader of its own for each task.
  func reader() -> Reader
}

/// Reads documents again, when their texts are compared.
package protocol TextSourceReader {
  /// Why a text cannot be read again.
  associatedtype Failure: Error

  /// Calls a closure with the text of a document in UTF-8; bytes that are no UTF-8 may stand in it.
  mutating func withText(
    of document: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(Failure)

  /// A document with its text.
  mutating func document(_ document: Int) throws(Failure) -> Document

  /// Is told that the text of a document is no longer what it was.
  func refuseChange(of document: Int) throws(Failure)
}

/// Documents whose texts are in memory.
struct HeldTexts: TextSource, TextSourceReader {
  let documents: [Document]

  func reader() -> HeldTexts { self }

  func withText(of document: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    var text = documents[document].text
    text.withUTF8 { body($0) }
  }

  func document(_ document: Int) -> Document { documents[document] }

  /// What is in memory does not change.
  func refuseChange(of document: Int) {}
}
