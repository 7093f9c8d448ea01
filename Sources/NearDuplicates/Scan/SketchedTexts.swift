/// What is kept of texts that are compared by their shingles alone: an eighth of a kilobyte each.
package struct SketchedTexts: Sendable {
  /// The sketches, one row a text.
  package private(set) var sketches = ByteSketchTable()
  /// A hash of each text's whole sequence of tokens, 0 where it has none.
  package private(set) var identities: [UInt64] = []

  /// Creates an empty list.
  package init() {}

  /// The number of texts.
  package var count: Int { identities.count }

  /// Appends what is kept of the texts of another list.
  package mutating func append(contentsOf other: SketchedTexts) {
    sketches.append(contentsOf: other.sketches)
    identities.append(contentsOf: other.identities)
  }

  fileprivate mutating func append(
    _ slots: UnsafeBufferPointer<UInt32>, identity: UInt64
  ) {
    sketches.append(slots)
    identities.append(identity)
  }
}

/// Reads texts and keeps what ``SketchedTexts`` has of them; each task has its own.
package struct TextSketcher: Sendable {
  /// What was kept of the texts so far.
  package private(set) var sketched = SketchedTexts()
  private var scratch = SketchingScratch()
  private var row = SketchTable()

  /// Creates a sketcher that has read nothing.
  package init() {}

  /// Hands over what was kept, and begins anew.
  package mutating func take() -> SketchedTexts {
    defer { sketched = SketchedTexts() }
    return sketched
  }

  /// Reads a text in UTF-8; bytes that are no UTF-8 separate words.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    scratch.read(utf8)
    row.removeAll()
    scratch.appendSketch(to: &row)
    let identity = scratch.tokens.identity
    row.withSlots(of: 0) { sketched.append($0, identity: identity) }
  }

  /// Reads a text.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }
}

extension TokenList {
  /// A hash of the whole sequence of tokens, 0 where there is none.
  var identity: UInt64 {
    isEmpty ? 0 : hashes.withUnsafeBytes { xxh3($0.baseAddress, $0.count) }
  }
}
