/// Distinct words of a document with what each tells, for quick comparison with another's.
struct Vocabulary: Sendable, Equatable {
  /// The distinct words, in rising order.
  private var words: [UInt32] = []
  /// What each word tells.
  private var weights: [Float] = []
  /// What all words tell together.
  private(set) var total: Float = 0

  /// The number of words.
  var count: Int { words.count }

  /// The weight from which a capitalised word is a name, that of a word in one document in seven.
  ///
  /// In German, where all nouns have capitals, these are the rarer nouns.
  private static let leastNameWeight: Float = 2

  /// Gathers the names and figures of a document's narration.
  ///
  /// A word with a capital is a name unless it begins a sentence.
  init(factsOf reading: Reading) {
    var pairs: [(word: UInt32, weight: Float)] = []
    for sentence in reading.sentences {
      for word in sentence where reading.isNarration(word) {
        let flags = reading.flags[word]
        let isName =
          flags.contains(.capitalised) && word > sentence.lowerBound
          && reading.weights[word] >= Self.leastNameWeight
        if isName || flags.contains(.figure) {
          pairs.append((reading.stems[word], reading.weights[word]))
        }
      }
    }
    self.init(pairs)
  }

  /// Gathers the names of a document's narration, headlines left out.
  init(namesOf reading: Reading) {
    var pairs: [(word: UInt32, weight: Float)] = []
    for sentence in reading.sentences where !reading.isHeadline(sentence) {
      for word in sentence.dropFirst() where reading.isNarration(word) {
        if reading.flags[word].contains(.capitalised), reading.weights[word] >= Self.leastNameWeight
        {
          pairs.append((reading.stems[word], reading.weights[word]))
        }
      }
    }
    self.init(pairs)
  }

  /// Gathers words given in any order and with repetitions.
  init(_ pairs: [(word: UInt32, weight: Float)]) {
    // Forms of one stem may weigh differently; the weight that counts must not depend on order.
    let sorted = pairs.sorted { ($0.word, $0.weight) < ($1.word, $1.weight) }
    for (word, weight) in sorted where words.last != word {
      words.append(word)
      weights.append(weight)
      total += weight
    }
  }

  /// How many words both have, and what these tell together, each less a discount.
  ///
  /// Complexity: O(*n* + *m*).
  func common(with other: Vocabulary, less discount: Float = 0) -> (count: Int, weight: Float) {
    var (i, j, count) = (0, 0, 0)
    var weight: Float = 0
    while i < words.count, j < other.words.count {
      let (one, two) = (words[i], other.words[j])
      if one == two {
        count += 1
        weight += max(0, min(weights[i], other.weights[j]) - discount)
      }
      i += one <= two ? 1 : 0
      j += two <= one ? 1 : 0
    }
    return (count, weight)
  }

  /// What the words tell together that a text lacks, whose distinct stems are given in rising
  /// order.
  ///
  /// Complexity: O(*n* + *m*).
  func weightMissing(from stems: [UInt32]) -> Float {
    var next = 0
    var weight: Float = 0
    for (word, ownWeight) in zip(words, weights) {
      while next < stems.count, stems[next] < word { next += 1 }
      if next == stems.count || stems[next] != word { weight += ownWeight }
    }
    return weight
  }
}

extension Reading {
  /// The share of longer words that begin with a capital from which a sentence is a headline in
  /// title case; of German prose, where nouns have capitals, it is below one half.
  private static let headlineShare = 0.7
  private static let longerWord = 4

  /// Whether a sentence is set in title case, so that its capitals tell no names.
  fileprivate func isHeadline(_ sentence: Range<Int>) -> Bool {
    var longer = 0
    var capitalised = 0
    for word in sentence
    where letters[word] >= Self.longerWord && !flags[word].contains(.figure) {
      longer += 1
      if flags[word].contains(.capitalised) { capitalised += 1 }
    }
    return Double(capitalised) > Self.headlineShare * Double(longer)
  }
}
