/// Learns a profile from documents that are read piece by piece, of which no text is kept.
///
///     var trainer = ProfileTrainer()
///     for piece in pieces { trainer.append(ProfileTrainer.read(piece)) }
///     let profile = trainer.learn()
///
/// Documents taken in canonical order teach what ``Deduplicator/learn(from:progress:)`` learns of
/// them.
package struct ProfileTrainer: Sendable {
  /// What is kept of some documents.
  package struct Piece: Sendable {
    fileprivate var texts: SketchedTexts
    fileprivate var documents: [Document]
  }

  private var kept = SketchedCollection()
  private let documentFrequencyCap: Int

  /// Creates a trainer that has read nothing.
  package init(documentFrequencyCap: Int = Settings().documentFrequencyCap) {
    self.documentFrequencyCap = documentFrequencyCap
  }

  /// Reads documents, on any thread.
  package static func read(_ documents: [Document]) -> Piece {
    var sketcher = TextSketcher(for: .wire)
    var piece = Piece(texts: SketchedTexts(), documents: documents)
    for index in documents.indices {
      sketcher.append(documents[index].text)
      piece.documents[index].text = ""
    }
    piece.texts = sketcher.take()
    return piece
  }

  /// Takes documents that come after all before, by date, then by id; undated ones come last.
  package mutating func append(_ piece: Piece) {
    for document in piece.documents { kept.append(document) }
    kept.append(contentsOf: piece.texts)
  }

  /// What was learned of all documents.
  package func learn() -> Profile {
    var kept = kept
    let order = Array(0..<UInt32(kept.count))
    let digests = kept.takeDigests(in: order)
    let preset = Preset.wire
    let bandIndex = BandIndex(
      bands: preset.bands(slots: digests.sketches.parameters.slots),
      leastSimilarity: preset.leastSimilarity)
    let neighbours = Neighbours(digests.sketches, cap: documentFrequencyCap)
    let index = PassageIndex(digests, cap: documentFrequencyCap)
    let publications = kept.publications(in: order)
    let stories = Stories(
      bandIndex.pairs(digests.sketches, neighbours: neighbours), sketches: digests.sketches,
      publications: publications)
    return Profile(
      of: digests.count, LearnedWords(of: digests),
      LearnedPassages(index, stories: stories, publications: publications))
  }
}
