import DedupeFormats
import DedupeIndex
import NearDuplicates

extension LoadedCollection {
  /// Everything that an index holds, in the order of arrival, and the documents of another
  /// collection behind it.
  init(of index: DocumentIndex, before other: LoadedCollection?) throws {
    guard index.parameters["texts"] != "none" else {
      throw Failure(
        "\(index.path.printable): the index keeps sketches and no texts, which a scan reads; "
          + "scan the files that were added to it")
    }
    self.init()
    var ids: Set<String> = []
    var ordinals: [Ordinal] = []
    index.forEachLive(from: 0, to: index.nextOrdinal) { ordinals.append($0) }
    for ordinal in ordinals {
      // A writer may have removed it since.
      guard let header = index.header(of: ordinal) else { continue }
      let text = try OpenIndex.telling { try index.text(of: ordinal) }
      append(header.document(text: text), isNumeric: header.id.first != UInt8(ascii: "\""), &ids)
    }
    guard let other else { return }
    log = other.log
    byteCount = other.byteCount
    for (document, isNumeric) in zip(other.documents, other.hasNumericID) {
      append(document, isNumeric: isNumeric, &ids)
    }
  }

  /// Adds a document; an id that was used before gets the first suffix that is free.
  private mutating func append(_ document: Document, isNumeric: Bool, _ ids: inout Set<String>) {
    var document = document
    var isNumeric = isNumeric
    let id = document.id
    var suffix = 1
    while !ids.insert(document.id).inserted {
      suffix += 1
      document.id = "\(id)#\(suffix)"
      isNumeric = false
    }
    documents.append(document)
    hasNumericID.append(isNumeric)
  }
}
