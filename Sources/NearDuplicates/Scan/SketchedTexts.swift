/// What is kept of texts until they are compared, in the order in which they were given.
///
/// For the preset `corpus` that is a sketch of an eighth of a kilobyte, for all others what
/// ``Digests`` are made of.
package struct SketchedTexts: Sendable {
  /// A hash of each text's whole sequence of tokens, 0 where it has none.
  package private(set) var identities: [UInt64] = []
  /// The sketches of texts that are compared by their shingles alone, one row a text.
  package private(set) var sketches = ByteSketchTable()
  /// The digests of all others.
  private var pages: [DigestPage] = []

  /// Creates an empty list.
  package init() {}

  /// The number of texts.
  package var count: Int { identities.count }

  /// Appends what is kept of the texts of another list.
  package mutating func append(contentsOf other: SketchedTexts) {
    identities.append(contentsOf: other.identities)
    sketches.append(contentsOf: other.sketches)
    pages.append(contentsOf: other.pages)
  }

  /// Keeps nothing but the identities.
  mutating func forgetTexts() {
    sketches = ByteSketchTable()
    pages = []
  }

  /// Hands over the digests in an order.
  mutating func takeDigests(in order: [UInt32]) -> Digests {
    let pages = self.pages
    self.pages = []
    return Digests(pages, order: order)
  }

  fileprivate mutating func append(_ slots: UnsafeBufferPointer<UInt32>) { sketches.append(slots) }

  fileprivate mutating func append(_ page: DigestPage) { pages.append(page) }

  fileprivate mutating func append(identity: UInt64) { identities.append(identity) }
}

/// Reads texts and keeps what ``SketchedTexts`` has of them; each task has its own.
package struct TextSketcher: Sendable {
  private let preset: Preset
  private var sketched = SketchedTexts()
  private var scratch = SketchingScratch()
  private var row = SketchTable()
  private var stage = DigestStage()

  /// Creates a sketcher that has read nothing.
  package init(for preset: Preset) {
    self.preset = preset
  }

  /// Hands over what was kept, and begins anew.
  package mutating func take() -> SketchedTexts {
    endPage()
    defer { sketched = SketchedTexts() }
    return sketched
  }

  /// Reads a text in UTF-8; bytes that are no UTF-8 separate words.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    scratch.read(utf8)
    sketched.append(identity: scratch.tokens.identity)
    switch preset.scoring {
    case .jaccard:
      row.removeAll()
      scratch.appendSketch(to: &row)
      row.withSlots(of: 0) { sketched.append($0) }
    case .evidence:
      if preset.findsPassages { scratch.fingerprint() }
      if !stage.hasRoom(forTokens: scratch.tokens.count) { endPage() }
      stage.append(scratch, fingerprints: scratch.fingerprints)
    }
  }

  /// Reads a text.
  package mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  private mutating func endPage() {
    if stage.count > 0 { sketched.append(stage.take()) }
  }
}
