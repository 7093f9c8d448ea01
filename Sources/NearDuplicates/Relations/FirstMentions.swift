/// The distinct words of a document with the place where each stands first, for quick comparison
/// with another's.
struct FirstMentions: Sendable {
  /// The distinct words, in rising order.
  private var words: [UInt32] = []
  /// Where each stands first, as an index of the reading.
  private var places: [UInt32] = []
  /// What each tells where it stands first.
  private var weights: [Float] = []
  /// What all words tell together.
  private(set) var total: Float = 0

  /// The number of distinct words.
  var count: Int { words.count }

  /// Gathers the stems at some places of a reading, without those that stand in other mentions.
  ///
  /// Complexity: O(*n* log *n*) for *n* places.
  init(_ mentions: some Sequence<Int>, of reading: Reading, without others: FirstMentions? = nil) {
    // Numbers that hold a word and its place sort by both: the first of a word comes first.
    let sorted = mentions.map { UInt64(reading.stems[$0]) &<< 32 | UInt64($0) }.sorted()
    var other = 0
    for mention in sorted {
      let word = UInt32(truncatingIfNeeded: mention &>> 32)
      guard words.last != word else { continue }
      if let others {
        while other < others.words.count, others.words[other] < word { other += 1 }
        if other < others.words.count, others.words[other] == word { continue }
      }
      let place = UInt32(truncatingIfNeeded: mention)
      words.append(word)
      places.append(place)
      weights.append(reading.weights[Int(place)])
      total += weights[weights.count - 1]
    }
  }

  /// Calls a closure with what each word tells that both have, the lesser of the two, and where it
  /// stands first in either.
  ///
  /// Complexity: O(*n* + *m*).
  func forEachCommon(with other: FirstMentions, _ body: (Float, Int, Int) -> Void) {
    var (i, j) = (0, 0)
    while i < words.count, j < other.words.count {
      let (one, two) = (words[i], other.words[j])
      if one == two {
        body(min(weights[i], other.weights[j]), Int(places[i]), Int(other.places[j]))
      }
      i += one <= two ? 1 : 0
      j += two <= one ? 1 : 0
    }
  }
}
