/// A stretch of text that a profile takes for boilerplate, as it stands in a collection.
package struct BoilerplateStretch: Sendable, Equatable {
  /// The text, in the wording that is most frequent.
  package var text: String
  /// In how many documents its most frequent eight words stand.
  package var documents: Int
  /// The outlets of these documents, with how many are theirs, the most frequent first.
  package var outlets: [Outlet]

  /// An outlet in which a stretch stands.
  package struct Outlet: Sendable, Equatable {
    /// The name of the source, or nil where none is known.
    package var name: String?
    /// The number of its documents that have the stretch.
    package var documents: Int
  }
}

extension Profile {
  /// The boilerplate that stands in most of some documents, as text, for a person to check.
  ///
  /// Each stretch is told once: what is part of one that was told before is left out.
  ///
  /// Complexity: O(*n*) in the words of the documents, and a sort of the boilerplate found.
  package func mostFrequentBoilerplate(
    in documents: [Document], most: Int
  ) -> [BoilerplateStretch] {
    var census = BoilerplateCensus(self)
    for index in documents.indices { census.count(documents[index].text, document: index) }
    return census.mostFrequent(most, of: documents)
  }

  /// The stretches of a text that are boilerplate, and those that three and more houses have, as
  /// ranges of tokens in order, from the hashes of its shingles.
  func repeatedStretches(
    of shingles: [UInt64]
  ) -> (boilerplate: [Range<Int>], widespread: [Range<Int>]) {
    var boilerplate: [Range<Int>] = []
    var widespread: [Range<Int>] = []
    for first in shingles.indices.gathered(counting: { mayRepeat(shingles[$0]).count }) {
      if self.boilerplate[shingles[first]] > 0 {
        Self.add(first, to: &boilerplate)
      } else if self.widespread[shingles[first]] > 0 {
        Self.add(first, to: &widespread)
      }
    }
    return (boilerplate, widespread)
  }

  /// Adds a shingle to stretches; those no more than four words apart are one, for winnowing leaves
  /// such gaps.
  private static func add(_ first: Int, to ranges: inout [Range<Int>]) {
    let end = first + Winnower.defaultSize
    if let last = ranges.last, first <= last.upperBound + 4 {
      ranges[ranges.count - 1] = last.lowerBound..<end
    } else {
      ranges.append(first..<end)
    }
  }
}

/// Counts the boilerplate of documents that come one after the other.
private struct BoilerplateCensus {
  /// One wording.
  private struct Wording {
    var count = 0
    var document: Int
    var range: Range<Int>
    var fingerprints: [UInt64]
  }

  private let profile: Profile
  private let hasher = ShingleHasher(size: Winnower.defaultSize)
  private var tokenizer = Tokenizer()
  private var tokens = TokenList()
  private var shingles: [UInt64] = []
  private var wordings: [Wording] = []
  /// The wording of each sequence of tokens.
  private var known: [UInt64: Int] = [:]
  /// The documents of each fingerprint, in order.
  private var places: [UInt64: [Int]] = [:]

  init(_ profile: Profile) {
    self.profile = profile
  }

  mutating func count(_ text: String, document: Int) {
    tokenizer.tokenize(text, into: &tokens)
    guard tokens.count >= Winnower.defaultSize else { return }
    hasher.hashes(of: tokens, into: &shingles)
    for stretch in profile.repeatedStretches(of: shingles).boilerplate {
      let hashes = tokens.hashes[stretch]
      let name = hashes.withUnsafeBytes { xxh3($0.baseAddress, $0.count) }
      if known[name] == nil {
        known[name] = wordings.count
        wordings.append(
          Wording(
            document: document, range: tokens.range(of: stretch),
            fingerprints: fingerprints(of: stretch)))
      }
      guard let wording = known[name] else { continue }
      wordings[wording].count += 1
      for fingerprint in wordings[wording].fingerprints
      where places[fingerprint]?.last != document {
        places[fingerprint, default: []].append(document)
      }
    }
  }

  private func fingerprints(of stretch: Range<Int>) -> [UInt64] {
    shingles[stretch.lowerBound...(stretch.upperBound - Winnower.defaultSize)]
      .filter { profile.boilerplate[$0] > 0 }
  }

  func mostFrequent(_ most: Int, of documents: [Document]) -> [BoilerplateStretch] {
    let wordingOf = mostFrequentWordings()
    let ranked = places.keys.sorted {
      let (one, other) = (places[$0]?.count ?? 0, places[$1]?.count ?? 0)
      return one == other ? (wordingOf[$0] ?? 0, $0) < (wordingOf[$1] ?? 0, $1) : one > other
    }
    var told: Set<UInt64> = []
    var stretches: [BoilerplateStretch] = []
    for fingerprint in ranked where !told.contains(fingerprint) {
      guard stretches.count < most, let index = wordingOf[fingerprint] else { break }
      told.formUnion(wordings[index].fingerprints)
      stretches.append(stretch(wordings[index], places[fingerprint] ?? [], of: documents))
    }
    return stretches
  }

  /// For each fingerprint the wording around it that is most frequent, the first of equals.
  private func mostFrequentWordings() -> [UInt64: Int] {
    var best: [UInt64: Int] = [:]
    for (index, wording) in wordings.enumerated() {
      for fingerprint in wording.fingerprints {
        guard let other = best[fingerprint], wordings[other].count >= wording.count else {
          best[fingerprint] = index
          continue
        }
      }
    }
    return best
  }

  private func stretch(
    _ wording: Wording, _ places: [Int], of documents: [Document]
  ) -> BoilerplateStretch {
    let text = documents[wording.document].text.utf8
    let bytes = Array(text.dropFirst(wording.range.lowerBound).prefix(wording.range.count))
    var counts: [String?: Int] = [:]
    for document in places { counts[documents[document].source, default: 0] += 1 }
    let outlets = counts.map { BoilerplateStretch.Outlet(name: $0.key, documents: $0.value) }
    return BoilerplateStretch(
      text: String(decoding: bytes, as: UTF8.self), documents: places.count,
      outlets: outlets.sorted {
        ($1.documents, $0.name ?? "") < ($0.documents, $1.name ?? "")
      })
  }
}
