/// The second half of a run: texts are read again and compared, candidate by candidate.
struct Verification<Source: TextSource> {
  /// What came of the candidates whose texts were compared, in order.
  private(set) var verified: [VerifiedPair] = []

  /// How many pairs a task takes at a time: few, for at the end of each wave all wait for the last.
  private static var batchSize: Int { 64 }

  /// Verifies pairs, which are in order.
  init(
    _ pairs: [PairKey], of search: Search, texts source: Source, settings: Settings,
    progress: (@Sendable (Progress) -> Void)?
  ) async throws(Source.Reader.Failure) {
    for wave in Wave.waves(of: pairs, documents: search.collection.count) {
      let before = verified.count
      let documents = try await wave.read(search, source, tasks: settings.threads)
      let batches = await mapInOrder(
        wave.batches(of: Self.batchSize), tasks: settings.threads,
        { Self.verify($0, documents, settings) },
        progress: { done in
          let count = min(before + done * Self.batchSize, pairs.count)
          progress?(Progress(stage: .verifying, done: count, total: pairs.count))
        })
      for batch in batches { verified.append(contentsOf: batch) }
    }
    verified.sort { $0.pair < $1.pair }
  }

  private static func verify(
    _ pairs: ArraySlice<PairKey>, _ documents: ReadDocuments, _ settings: Settings
  ) -> [VerifiedPair] {
    var verifier = Verifier(scoring: settings.preset.scoring)
    return pairs.map { pair in
      verifier.verify(
        pair, documents[pair.a], documents[pair.b], details: settings.lists)
    }
  }
}

extension Settings {
  /// Whether a verified pair makes its documents one cluster.
  package func clusters(_ relation: Relation, _ score: Double) -> Bool {
    guard score >= threshold else { return false }
    // Below one half the score says that most of a partial match is own work; a lower threshold
    // is the wish to see it joined all the same.
    return relation.clusters || relation == .partial
  }

  /// Whether a verified pair is listed.
  func lists(_ relation: Relation, _ score: Double) -> Bool {
    switch listing {
    case .clusters: clusters(relation, score)
    case .listed: relation.isListedByDefault || clusters(relation, score)
    case .all: true
    }
  }
}

/// Pairs that are verified together, because not all documents fit into memory as readings.
private struct Wave {
  let pairs: [PairKey]
  let documents: [UInt32]

  /// How many documents are held as readings at a time, about: 60 MB of news articles.
  private static let usualDocuments = 2_048
  /// The most documents that are held, where they all hang together: 0.5 GB.
  private static let mostDocuments = 16_384

  /// Cuts pairs into waves by what hangs together, so that each document is read once: only a whole
  /// of more documents than fit is cut through.
  static func waves(of pairs: [PairKey], documents count: Int) -> [Wave] {
    let wholes = Wholes(of: pairs, documents: count)
    let pairs = wholes.sorted(pairs)
    var waves: [Wave] = []
    var documents: Set<UInt32> = []
    var start = 0
    for (index, pair) in pairs.enumerated() {
      documents.insert(pair.a)
      documents.insert(pair.b)
      let isEnd = index == pairs.count - 1
      let endsWhole = isEnd || wholes[pairs[index + 1].a] != wholes[pair.a]
      if isEnd || documents.count >= (endsWhole ? usualDocuments : mostDocuments) {
        waves.append(Wave(pairs: Array(pairs[start...index]), documents: documents.sorted()))
        documents.removeAll()
        start = index + 1
      }
    }
    return waves
  }

  func batches(of size: Int) -> [ArraySlice<PairKey>] {
    stride(from: 0, to: pairs.count, by: size).map { pairs[$0..<min($0 + size, pairs.count)] }
  }

  /// How many documents a task reads at a time: 5 ms, for then all wait for the last.
  private static let readAtATime = 64

  func read<Source: TextSource>(
    _ search: Search, _ source: Source, tasks: Int
  ) async throws(Source.Reader.Failure) -> ReadDocuments {
    let chunks = stride(from: 0, to: documents.count, by: Self.readAtATime).map {
      documents[$0..<min($0 + Self.readAtATime, documents.count)]
    }
    let (collection, profile) = (search.collection, search.profile)
    let results = await mapInOrder(chunks, tasks: tasks) { chunk in
      Self.read(chunk, CollectionReader(collection, source), TextReader(profile: profile))
    }
    var read: [ReadDocument] = []
    read.reserveCapacity(documents.count)
    for result in results { read.append(contentsOf: try result.get()) }
    return ReadDocuments(places: documents, documents: read)
  }

  private static func read<Source: TextSource>(
    _ documents: ArraySlice<UInt32>, _ source: consuming CollectionReader<Source>,
    _ reader: consuming TextReader
  ) -> Result<[ReadDocument], Source.Reader.Failure> {
    do throws(Source.Reader.Failure) {
      var read: [ReadDocument] = []
      for document in documents { read.append(try source.read(document, by: &reader)) }
      return .success(read)
    } catch {
      return .failure(error)
    }
  }
}

/// The documents of a wave by their places in canonical order.
private struct ReadDocuments: Sendable {
  private let indices: [UInt32: Int]
  private let documents: [ReadDocument]

  init(places: [UInt32], documents: [ReadDocument]) {
    indices = Dictionary(uniqueKeysWithValues: zip(places, documents.indices))
    self.documents = documents
  }

  /// The document at a place, which must be one of those that were read.
  subscript(place: UInt32) -> ReadDocument {
    guard let index = indices[place] else { preconditionFailure("\(place) was not read") }
    return documents[index]
  }
}
