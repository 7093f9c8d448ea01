/// What one document shares with others, of rare words.
///
/// Of eight million pairs of news articles that share a rare word 3,300 come to be proposed: counts
/// carry the number of their round, so that none must be gone through to be forgotten, and a
/// document is noted when it has come to enough words.
struct RareCounts {
  /// What is shared with one document: in one place, for one visit to memory.
  fileprivate struct Shared {
    var weight: Float = 0
    var count: UInt16 = 0
    /// The round in which it was counted.
    var round: UInt16 = 0
  }

  private var shared: [Shared]
  /// The round under way, from 1.
  private var round: UInt16 = 1
  /// The documents that share enough words, and room for one more.
  private var reached: [UInt32]
  private var reachedCount = 0

  init(documents: Int) {
    shared = [Shared](repeating: Shared(), count: documents)
    reached = [UInt32](repeating: 0, count: documents + 1)
  }

  /// Counts while memory is at hand.
  struct Adder {
    fileprivate let shared: UnsafeMutableBufferPointer<Shared>
    fileprivate let reached: UnsafeMutableBufferPointer<UInt32>
    fileprivate let round: UInt16
    fileprivate var reachedCount: Int

    /// Adds a word that is shared with a document; of each document fewer than 2^16.
    @inline(__always)
    mutating func add(_ weight: Float, to document: Int) {
      let before = shared[document]
      let isFirst = before.round != round
      let count = isFirst ? 1 : before.count &+ 1
      shared[document] = Shared(
        weight: isFirst ? weight : before.weight + weight, count: count, round: round)
      reached[reachedCount] = UInt32(truncatingIfNeeded: document)
      reachedCount &+= (count == UInt16(RareWordIndex.leastShared)).count
    }
  }

  @inline(__always)
  mutating func withAdder(_ body: (inout Adder) -> Void) {
    let (start, round) = (reachedCount, round)
    reachedCount = shared.withUnsafeMutableBufferPointer { shared in
      reached.withUnsafeMutableBufferPointer { reached in
        var adder = Adder(shared: shared, reached: reached, round: round, reachedCount: start)
        body(&adder)
        return adder.reachedCount
      }
    }
  }

  /// The documents that share enough words and for which a closure finds a closeness, closest
  /// first; everything is forgotten.
  mutating func drain(
    _ closeness: (_ document: Int, _ weight: Float) -> Float?
  ) -> [(document: Int, words: UInt16, closeness: Float)] {
    var close: [(document: Int, words: UInt16, closeness: Float)] = []
    for document in reached[..<reachedCount].lazy.map({ Int($0) }) {
      let common = shared[document]
      if let value = closeness(document, common.weight) {
        close.append((document, common.count, value))
      }
    }
    reachedCount = 0
    startRound()
    return close.sorted { ($0.closeness, $1.document) > ($1.closeness, $0.document) }
  }

  private mutating func startRound() {
    if round == .max {
      for document in shared.indices { shared[document] = Shared() }
      round = 0
    }
    round += 1
  }
}
