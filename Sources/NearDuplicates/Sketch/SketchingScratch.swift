/// All that a worker needs to turn texts into tokens, shingles, fingerprints and sketches, one
/// document after the other, without allocating.
///
///     var scratch = SketchingScratch(parameters: parameters)
///     var table = SketchTable(parameters: parameters)
///     for document in documents {
///       scratch.read(document.text)
///       scratch.appendSketch(to: &table)
///       scratch.fingerprint()               // only where passages are looked for
///     }
package struct SketchingScratch: Sendable {
  /// The tokens of the text that was read last.
  package private(set) var tokens = TokenList()
  /// The shingles of that text, in order, repetitions included.
  package private(set) var shingles: [UInt64] = []
  /// The passage fingerprints of the text for which they were last asked.
  package private(set) var fingerprints: [Fingerprint] = []

  private let sketcher: SimilaritySketcher
  private let hasher: ShingleHasher
  private var tokenizer = Tokenizer()
  private var winnower = Winnower()

  /// Creates scratch memory for sketches of one kind.
  package init(parameters: SketchParameters = SketchParameters()) {
    sketcher = SimilaritySketcher(parameters: parameters)
    hasher = ShingleHasher(size: parameters.shingleSize)
  }

  /// Reads a text: afterwards ``tokens`` and ``shingles`` are its own.
  package mutating func read(_ text: String) {
    tokenizer.tokenize(text, into: &tokens)
    hasher.hashes(of: tokens, into: &shingles)
  }

  /// Reads a text in UTF-8.
  package mutating func read(_ utf8: UnsafeBufferPointer<UInt8>) {
    tokenizer.tokenize(utf8, into: &tokens)
    hasher.hashes(of: tokens, into: &shingles)
  }

  /// Appends the sketch of the text to a table of the same parameters.
  package func appendSketch(to table: inout SketchTable) {
    table.append(shingles, by: sketcher)
  }

  /// Fills ``fingerprints`` with those of the text.
  package mutating func fingerprint() {
    winnower.fingerprints(of: tokens, into: &fingerprints)
  }
}
