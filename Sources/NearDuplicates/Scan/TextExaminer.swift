/// Looks at pairs by all that their texts say.
final class TextExaminer: Examiner {
  private(set) var verified: [VerifiedPair]
  private var known: [PairKey: Int]
  private var verifier: Verifier
  private var reader: TextReader
  private var documents: [UInt32: ReadDocument] = [:]
  private let search: Search
  private let settings: Settings

  /// Readings that are kept at a time, 20 KB each.
  private static let mostDocuments = 2048

  init(_ search: Search, settings: Settings, verified: [VerifiedPair]) {
    self.search = search
    self.settings = settings
    self.verified = verified
    known = Dictionary(uniqueKeysWithValues: zip(verified.map(\.pair), verified.indices))
    verifier = Verifier(scoring: settings.preset.scoring)
    reader = TextReader(profile: search.profile)
  }

  func link(_ pair: PairKey) -> Clustering.Link? {
    result(of: pair).link(settings)
  }

  func score(of pair: PairKey) -> Double {
    result(of: pair).score
  }

  private func result(of pair: PairKey) -> VerifiedPair {
    known[pair].map { verified[$0] } ?? examine(pair)
  }

  func examine(_ pairs: [PairKey]) async -> [VerifiedPair] { pairs.map { examine($0) } }

  private func examine(_ pair: PairKey) -> VerifiedPair {
    if let index = known[pair], verified[index].details != nil || verified[index].relation == nil {
      return verified[index]
    }
    let result = verifier.verify(pair, document(pair.a), document(pair.b)) { _, _ in true }
    if let index = known[pair] {
      verified[index] = result
    } else {
      known[pair] = verified.count
      verified.append(result)
    }
    return result
  }

  private func document(_ index: UInt32) -> ReadDocument {
    if let document = documents[index] { return document }
    if documents.count >= Self.mostDocuments { documents.removeAll() }
    let document = ReadDocument(search.collection[Int(index)], reader: &reader)
    documents[index] = document
    return document
  }
}
