/// A text as the alignment and the verification see it: words in house style with what is known
/// about each, grouped into sentences and paragraphs.
///
/// A reading is made only of documents that are candidates, about 20 ns a word.
package struct Reading: Sendable {
  /// What is known about a word.
  package struct Flags: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The word lies inside a quotation.
    package static let quoted = Flags(rawValue: 1)
    /// The word lies inside text that recurs across stories.
    package static let boilerplate = Flags(rawValue: 2)
    /// The word begins with a digit.
    package static let figure = Flags(rawValue: 4)
    /// The word begins with a capital letter.
    package static let capitalised = Flags(rawValue: 8)
    /// The word is a character of a script without spaces.
    package static let unspaced = Flags(rawValue: 16)
    /// The word lies inside text that three and more houses have, or in a post, which all can have.
    package static let widespread = Flags(rawValue: 32)

    /// Whether the word is the document's own: neither quoted nor boilerplate.
    @inline(__always)
    var isNarration: Bool { isDisjoint(with: [.quoted, .boilerplate]) }
  }

  /// What a word is compared by: equal words have equal values.
  package private(set) var words: [UInt32] = []
  /// What inflected forms of one word share: its first letters.
  package private(set) var stems: [UInt32] = []
  /// Where each word begins in the text, in UTF-8 offsets.
  package private(set) var begins: [UInt32] = []
  /// Where each word ends in the text, in UTF-8 offsets.
  package private(set) var ends: [UInt32] = []
  /// How many letters each word has, up to 255.
  package private(set) var letters: [UInt8] = []
  /// What is known about each word.
  package private(set) var flags: [Flags] = []
  /// How much each word tells, as the profile knows it; 0 until ``weigh(rareFrom:_:)``.
  package private(set) var weights: [Float] = []
  /// The sentences as ranges of words; none is empty.
  package private(set) var sentences: [Range<Int>] = []
  /// The paragraphs as ranges of words; a paragraph without words is empty.
  package private(set) var paragraphs: [Range<Int>] = []
  /// The paragraphs as UTF-8 ranges of the text.
  package private(set) var paragraphRanges: [Range<Int>] = []

  /// The number of words.
  package var count: Int { words.count }

  /// Reads a text that has been tokenised; `scratch` keeps its memory from text to text.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package init(
    of text: UnsafeBufferPointer<UInt8>, tokens: TokenList, scratch: inout ReadingScratch
  ) {
    ReadingColumns.withColumns(of: text, tokens: tokens, storage: &scratch.columns) {
      words = $0.wordArray
      stems = $0.stemArray
      begins = $0.beginArray
      ends = $0.endArray
      letters = $0.letterArray
      flags = $0.flagArray
    }
    paragraphRanges = Paragraphs.ranges(in: text)
    let quotations = Quotations.find(in: text, paragraphs: paragraphRanges)
    flag(.quoted, quotations.quoted)
    flag(.widespread, quotations.posts)
    clearQuotationOfWhole()
    for form in RepeatedForms.ranges(in: words, flags: flags, tally: &scratch.formTally) {
      for word in form { flags[word].insert(.boilerplate) }
    }
    group(text)
  }

  /// A text that is nearly all quotation, an interview or a statement printed whole, is told by it:
  /// nothing of it is set off as quoted.
  private mutating func clearQuotationOfWhole() {
    let quoted = flags.count { $0.contains(.quoted) }
    guard quoted * 10 >= count * 9 else { return }
    for word in flags.indices { flags[word].remove(.quoted) }
  }

  /// Sets a flag for every word that begins inside one of the ranges, which are in order.
  package mutating func flag(_ flag: Flags, _ ranges: [Range<Int>]) {
    guard !ranges.isEmpty else { return }
    let count = self.count
    begins.withUnsafeBufferPointer { begins in
      flags.withUnsafeMutableBufferPointer { flags in
        var word = 0
        for range in ranges {
          while word < count, Int(begins[word]) < range.lowerBound { word += 1 }
          while word < count, Int(begins[word]) < range.upperBound {
            flags[word].insert(flag)
            word += 1
          }
        }
      }
    }
  }

  /// The weight from which a word of this reading's profile counts as rare.
  package private(set) var rareWeight: Float = 0

  /// Sets the weight of every word from its value and its number of letters.
  package mutating func weigh(rareFrom rareWeight: Float, _ weight: (UInt32, Int) -> Float) {
    self.rareWeight = rareWeight
    weights = [Float](unsafeUninitializedCapacity: count) { weights, initialized in
      for word in 0..<count {
        weights.initializeElement(at: word, to: weight(words[word], Int(letters[word])))
      }
      initialized = count
    }
  }

  /// The UTF-8 range of the text that a range of words covers; the range must not be empty.
  package func textRange(of words: Range<Int>) -> Range<Int> {
    Int(begins[words.lowerBound])..<Int(ends[words.upperBound - 1])
  }

  /// Whether a word follows the one before with nothing but a space between.
  func followsClosely(_ word: Int) -> Bool {
    word > 0 && begins[word] == ends[word - 1] + 1
  }

  private mutating func group(_ text: UnsafeBufferPointer<UInt8>) {
    paragraphs.reserveCapacity(paragraphRanges.count)
    sentences.reserveCapacity(words.count / 16)
    var word = 0
    for paragraph in paragraphRanges {
      let start = word
      Sentences.forEachEnd(in: text, paragraph: paragraph) { end in
        let first = word
        word = firstWord(from: word, behind: end)
        if word > first { sentences.append(first..<word) }
      }
      paragraphs.append(start..<word)
    }
  }

  /// The first word from `start` on that begins at or behind an offset.
  private func firstWord(from start: Int, behind end: Int) -> Int {
    begins.withUnsafeBufferPointer { begins in
      var word = start
      while word < begins.count, Int(begins[word]) < end { word += 1 }
      return word
    }
  }
}

/// Memory that readings are made in, text after text.
package struct ReadingScratch: Sendable {
  fileprivate var columns: [UInt64] = []
  fileprivate var formTally: [UInt8] = []

  /// Creates scratch memory; it grows with the texts.
  package init() {}
}
