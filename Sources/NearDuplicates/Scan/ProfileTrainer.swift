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
    fileprivate var digests: Digests
    fileprivate var publications: [Document]
  }

  private var pieces: [Piece] = []
  private let documentFrequencyCap: Int

  /// Creates a trainer that has read nothing.
  package init(documentFrequencyCap: Int = Settings().documentFrequencyCap) {
    self.documentFrequencyCap = documentFrequencyCap
  }

  /// Reads documents, on any thread.
  package static func read(_ documents: [Document]) -> Piece {
    var scratch = SketchingScratch()
    var piece = Piece(digests: Digests(parameters: SketchParameters()), publications: [])
    for var document in documents {
      scratch.read(document.text)
      scratch.fingerprint()
      piece.digests.append(scratch, fingerprints: scratch.fingerprints)
      document.text = ""
      piece.publications.append(document)
    }
    return piece
  }

  /// Takes documents that come after all before, by date, then by id; undated ones come last.
  package mutating func append(_ piece: Piece) {
    pieces.append(piece)
  }

  /// What was learned of all documents.
  package func learn() -> Profile {
    let digests = Digests(joining: pieces.map(\.digests), parameters: SketchParameters())
    var numbering = HouseNumbering()
    let publications = pieces.flatMap(\.publications).map { numbering.publication(of: $0) }
    let preset = Preset.wire
    let bandIndex = BandIndex(
      bands: preset.bands(slots: digests.sketches.parameters.slots),
      leastSimilarity: preset.leastSimilarity)
    let neighbours = Neighbours(digests.sketches, cap: documentFrequencyCap)
    return Profile.learn(
      digests, index: PassageIndex(digests, cap: documentFrequencyCap),
      bandPairs: bandIndex.pairs(digests.sketches, neighbours: neighbours),
      publications: publications)
  }
}

extension Profile {
  /// Learns from what a search has gathered.
  static func learn(
    _ digests: Digests, index: PassageIndex, bandPairs: [PairKey], publications: [Publication]
  ) -> Profile {
    let stories = Stories(bandPairs, sketches: digests.sketches, publications: publications)
    return ProfileLearner(
      digests: digests, index: index, stories: stories, publications: publications
    ).learn()
  }
}
