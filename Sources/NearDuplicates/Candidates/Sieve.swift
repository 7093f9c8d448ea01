/// The cheapest test that can settle a candidate: what the channels counted, before any text is
/// read.
///
/// Of the 230,000 candidates among 37,554 news articles four in five share nothing but
/// boilerplate, and most of the others one quotation. Reports that are the same share more: of 40
/// labelled pairs the poorest shares 5 % of the shorter text's fingerprints, and briefs cut from
/// a report 3 % of their few. The test asks for 4 %, of texts below 300 words for 2 %.
package struct Sieve {
  /// How much of what is verified will be listed.
  let listing: Listing
  /// The least estimated Jaccard similarity of a candidate that the sketches propose.
  let leastSimilarity: Double
  /// What is known of each document's publication, in canonical order.
  let publications: [Publication]

  /// The least share of the shorter text's fingerprints that copies have in common.
  private static let leastShare = 0.04
  /// The same where the shorter text has few fingerprints, one for three words.
  private static let leastShareOfShort = 0.02
  /// The number of fingerprints below which a text is short.
  package static let shortText = 100
  /// The same where time lies between two documents: more than a week, or more than a day in one
  /// house, which re-uses its background.
  ///
  /// Of 4,000 such matches that were verified in full, 17 came to a score of one half, and those
  /// share more.
  private static let leastShareOfDistant = 0.12
  /// The same within one house, where versions share more than background does.
  private static let leastShareOfHouse = 0.08

  /// Whether the texts of a candidate must be read.
  func passes(_ candidate: Candidate, _ digests: Digests) -> Bool {
    if candidate.similarity >= leastSimilarity || candidate.sharesRareWords { return true }
    switch listing {
    case .all: return true
    case .listed: return candidate.fingerprints > 0
    case .clusters: return sharesEnough(candidate, digests)
    }
  }

  private func sharesEnough(_ candidate: Candidate, _ digests: Digests) -> Bool {
    let shorter = min(
      digests.fingerprintCount(of: Int(candidate.pair.a)),
      digests.fingerprintCount(of: Int(candidate.pair.b)))
    let least = leastShare(candidate.pair, isShort: shorter < Self.shortText)
    return Double(candidate.fingerprints) >= least * Double(max(1, shorter))
  }

  private func leastShare(_ pair: PairKey, isShort: Bool) -> Double {
    let one = publications[Int(pair.a)]
    let other = publications[Int(pair.b)]
    let isOneHouse = one.house != nil && one.house == other.house
    var daysApart: Int?
    if let first = one.day, let second = other.day { daysApart = abs(first - second) }
    return Self.leastShare(isOneHouse: isOneHouse, daysApart: daysApart, isShort: isShort)
  }

  /// The share of the shorter text's fingerprints that two documents must have in common.
  package static func leastShare(isOneHouse: Bool, daysApart: Int?, isShort: Bool) -> Double {
    if let daysApart, daysApart > (isOneHouse ? 1 : 7) { return leastShareOfDistant }
    if isOneHouse { return leastShareOfHouse }
    return isShort ? leastShareOfShort : leastShare
  }
}
