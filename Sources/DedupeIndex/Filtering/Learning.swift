import NearDuplicates

/// A generation that is being learned: an even sample of the index, read piece by piece, then
/// learned in a task of its own.
struct Learning {
  /// The generation.
  let generation: Int
  private let start: Ordinal
  private let end: Ordinal
  /// The documents to be read, by date, then by id.
  private let sample: [Ordinal]
  private var read = 0
  private var trainer = ProfileTrainer()
  private var task: Task<Profile, Never>?

  /// The most documents of which a generation is learned; words are counted in no more anyway.
  private static let largestSample = 8_192
  /// The share of the time between start and end in which all is read; the rest is for learning.
  private static let readingShare = 0.75
  /// How many documents a task reads.
  private static let taskSize = 16

  /// Chooses what a generation is learned of: what was added before its start and is still there.
  init(generation: Int, schedule: GenerationSchedule, index: DocumentIndex) {
    self.generation = generation
    start = schedule.start(of: generation)
    end = schedule.end(of: generation)
    var live: [Ordinal] = []
    index.forEachLive(from: 0, to: start) { live.append($0) }
    let count = min(live.count, Self.largestSample)
    var chosen: [(ordinal: Ordinal, document: Document)] = []
    for place in 0..<count {
      let ordinal = live[place * live.count / count]
      if let header = index.header(of: ordinal) {
        chosen.append((ordinal, header.document(text: "")))
      }
    }
    chosen.sort {
      $0.document.precedes($1.document)
        || !$1.document.precedes($0.document) && $0.ordinal < $1.ordinal
    }
    sample = chosen.map(\.ordinal)
  }

  /// Reads as much as must be read before the record that gets an ordinal.
  mutating func advance(to ordinal: Ordinal, index: DocumentIndex, threads: Int)
    async throws(IndexError)
  {
    let passed = Double(ordinal - start + 1) / (Double(end - start) * Self.readingShare)
    let target = min(sample.count, Int(Double(sample.count) * min(1, passed)))
    let documents = try texts(of: sample[read..<max(read, target)], in: index)
    let pieces = stride(from: 0, to: documents.count, by: Self.taskSize).map {
      documents[$0..<min($0 + Self.taskSize, documents.count)]
    }
    if pieces.count == 1 {
      trainer.append(ProfileTrainer.read(documents))
    } else {
      let read = await mapInOrder(pieces, tasks: threads) { ProfileTrainer.read(Array($0)) }
      for piece in read { trainer.append(piece) }
    }
    read = max(read, target)
    if read == sample.count, task == nil {
      let trainer = trainer
      task = Task.detached { trainer.learn() }
      self.trainer = ProfileTrainer()
    }
  }

  private func texts(
    of ordinals: ArraySlice<Ordinal>, in index: DocumentIndex
  ) throws(IndexError) -> [Document] {
    var documents: [Document] = []
    for ordinal in ordinals {
      guard let header = index.header(of: ordinal) else { continue }
      documents.append(header.document(text: try index.text(of: ordinal)))
    }
    return documents
  }

  /// What was learned, once everything has been read.
  func profile() async -> Profile {
    await task?.value ?? .empty
  }
}
