/// Two documents that may carry the same report, and what is known before their texts are read.
package struct Candidate: Sendable, Equatable {
  /// The two documents, in canonical order.
  package var pair: PairKey
  /// How many passage fingerprints they share that are not boilerplate.
  package var fingerprints: UInt16
  /// How many passage fingerprints they share that are boilerplate.
  package var boilerplate: UInt16
  /// The estimated Jaccard similarity of their sketches.
  package var similarity: Double
  /// The rare words they share, where these are many and the dates close, else 0.
  package var rareWords: UInt16
  /// The share of the poorer one's weight that these have.
  package var rareShare: Float

  /// Whether they share many rare words and are close in date.
  package var sharesRareWords: Bool { rareWords > 0 }
}

/// Which documents share passages, as candidates are gathered by it.
struct PassageLinks: Sendable {
  fileprivate let index: PassageIndex
  /// For each document, what it shares with later ones.
  fileprivate let memberships: Memberships
  /// Pairs from groups above the cap, with a repetition for each group, in order.
  fileprivate let representativePairs: [PairKey]

  /// Gathers the links of an index by what a profile knows to be boilerplate.
  init(_ index: PassageIndex, profile: Profile, neighbours: Neighbours, documents: Int) {
    self.index = index
    let isBoilerplate = index.hashes.map(profile.isBoilerplate)
    memberships = Memberships(index, isBoilerplate, documents: documents, cap: neighbours.cap)
    var pairs: [PairKey] = []
    for group in 0..<index.fingerprintGroups where !isBoilerplate[group] {
      let documents = index.documents(of: group)
      guard documents.count > neighbours.cap else { continue }
      neighbours.forEachPair(in: Array(documents)) { pairs.append($0) }
    }
    pairs.sort()
    representativePairs = pairs
  }
}

/// Gathers the candidate pairs of a collection from all channels.
struct CandidateFinder {
  let digests: Digests
  /// Pairs that the sketches propose, in order.
  let bandPairs: [PairKey]
  /// What passages propose.
  let passages: PassageLinks
  /// Finds pairs that share rare words; nil where they are not looked for.
  let rareWords: RareWordIndex?

  /// The candidates whose earlier document lies in a range, in order.
  ///
  /// Complexity: O(*n* · *c*) for *n* shared fingerprints and groups of at most *c* documents.
  func candidates(from documents: Range<Int>) -> [Candidate] {
    var counts = PairCounts(documents: digests.count)
    var candidates: [Candidate] = []
    let rarePairs = rareWords?.pairs(from: documents) ?? []
    var band = bandPairs.partitioningIndex(from: documents.lowerBound)
    var representative = passages.representativePairs.partitioningIndex(from: documents.lowerBound)
    var rare = 0
    for document in documents {
      countShared(of: document, into: &counts)
      bandPairs.forEach(with: document, from: &band) { counts.touch($0) }
      passages.representativePairs.forEach(with: document, from: &representative) {
        counts.add($0, isBoilerplate: false)
      }
      let firstRare = rare
      while rare < rarePairs.count, Int(rarePairs[rare].pair.a) == document {
        counts.touch(rarePairs[rare].pair.b)
        rare += 1
      }
      let rareOfDocument = rarePairs[firstRare..<rare]
      counts.drain { other, own, boilerplate in
        let shared = rareOfDocument.first { $0.pair.b == other }
        candidates.append(
          Candidate(
            pair: PairKey(UInt32(document), other), fingerprints: own, boilerplate: boilerplate,
            similarity: digests.sketches.estimatedJaccard(document, Int(other)),
            rareWords: shared?.words ?? 0, rareShare: shared?.share ?? 0))
      }
    }
    return candidates
  }

  private func countShared(of document: Int, into counts: inout PairCounts) {
    passages.memberships.forEachLater(than: document, in: passages.index) { other, isBoilerplate in
      counts.add(other, isBoilerplate: isBoilerplate)
    }
  }
}

extension Array where Element == PairKey {
  /// The index of the first pair whose earlier document is at or behind the given one.
  fileprivate func partitioningIndex(from document: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if Int(self[middle].a) < document { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls a closure with the later documents of the pairs that begin with a document, going on
  /// from an index in the sorted pairs.
  fileprivate func forEach(
    with document: Int, from index: inout Int, _ body: (UInt32) -> Void
  ) {
    while index < count, Int(self[index].a) == document {
      body(self[index].b)
      index += 1
    }
  }
}

/// Counts what one document shares with each later one.
private struct PairCounts {
  private var own: [UInt16]
  private var boilerplate: [UInt16]
  private var isTouched: [Bool]
  private var touched: [UInt32] = []

  init(documents: Int) {
    own = [UInt16](repeating: 0, count: documents)
    boilerplate = own
    isTouched = [Bool](repeating: false, count: documents)
  }

  mutating func touch(_ document: UInt32) {
    if !isTouched[Int(document)] {
      isTouched[Int(document)] = true
      touched.append(document)
    }
  }

  mutating func add(_ document: UInt32, isBoilerplate: Bool) {
    touch(document)
    let place = Int(document)
    if isBoilerplate {
      boilerplate[place] = boilerplate[place] == .max ? .max : boilerplate[place] + 1
    } else {
      own[place] = own[place] == .max ? .max : own[place] + 1
    }
  }

  /// Hands over the counts of all touched documents in order and forgets them.
  mutating func drain(_ body: (UInt32, UInt16, UInt16) -> Void) {
    touched.sort()
    for document in touched {
      let place = Int(document)
      body(document, own[place], boilerplate[place])
      own[place] = 0
      boilerplate[place] = 0
      isTouched[place] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
