/// What a document's narration states: its names and figures, and the rare words it tells them in.
struct StatedWords {
  /// The names and figures; a word with a capital is a name unless it begins a sentence.
  let facts: FirstMentions
  /// The names alone, headlines left out.
  let names: Vocabulary
  /// The rare words beside names and figures: who rewrites a report keeps some of them, who reports
  /// the same event has words of his own.
  let rareWords: FirstMentions

  /// The weight from which a capitalised word is a name, that of a word in one document in seven.
  ///
  /// In German, where all nouns have capitals, these are the rarer nouns.
  private static let leastNameWeight: Float = 2

  /// The share of longer words that begin with a capital from which a sentence is a headline in
  /// title case, so that its capitals tell no names; of German prose, where nouns have capitals, it
  /// is below one half.
  private static let headlineShare = 0.7
  private static let longerWord = 4

  /// The weight from which a word is rare, as a share of the weight that is rare to this profile.
  private static let leastRareWeight: Float = 0.8

  /// Gathers the words of a reading.
  init(_ reading: Reading) {
    var facts: [Int] = []
    var names: [UInt64] = []
    let stating = Self.wordsThatMayState(reading.flags)
    var next = 0
    for sentence in reading.sentences {
      let namesBefore = names.count
      while next < stating.count, stating[next] < sentence.upperBound {
        let word = stating[next]
        next += 1
        if reading.flags[word].contains(.figure) {
          facts.append(word)
        } else if word > sentence.lowerBound, reading.weights[word] >= Self.leastNameWeight {
          facts.append(word)
          names.append(Vocabulary.packed(reading.stems[word], reading.weights[word]))
        }
      }
      if names.count > namesBefore, Self.isHeadline(sentence, reading) {
        names.removeLast(names.count - namesBefore)
      }
    }
    self.facts = FirstMentions(facts, of: reading)
    self.names = Vocabulary(packed: names)
    rareWords = FirstMentions(Self.rareWords(of: reading), of: reading, without: self.facts)
  }

  /// The rare words of the narration; characters of a script without spaces are no words.
  private static func rareWords(of reading: Reading) -> [Int] {
    let least = leastRareWeight * reading.rareWeight
    return (0..<reading.count).gathered { word in
      (reading.weights[word] >= least).count
        & reading.flags[word].isDisjoint(with: [.quoted, .boilerplate, .unspaced]).count
    }
  }

  /// The words that may be names or figures of the narration, one in ten.
  private static func wordsThatMayState(_ flags: [Reading.Flags]) -> [Int] {
    flags.indices.gathered { word in
      flags[word].isNarration.count & flags[word].isNameOrFigure.count
    }
  }

  /// Whether a sentence is set in title case.
  private static func isHeadline(_ sentence: Range<Int>, _ reading: Reading) -> Bool {
    var longer = 0
    var capitalised = 0
    reading.letters.withUnsafeBufferPointer { letters in
      reading.flags.withUnsafeBufferPointer { flags in
        for word in sentence {
          let isFigure = flags[word].contains(.figure)
          let isLonger = (letters[word] >= longerWord).count & (!isFigure).count
          longer &+= isLonger
          capitalised &+= isLonger & flags[word].contains(.capitalised).count
        }
      }
    }
    return Double(capitalised) > headlineShare * Double(longer)
  }
}

extension Reading.Flags {
  /// Whether a word may be a name or is a figure.
  @inline(__always)
  fileprivate var isNameOrFigure: Bool { !isDisjoint(with: [.figure, .capitalised]) }
}
