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

  /// Whether a word is the document's own: neither quoted nor boilerplate.
  @inline(__always)
  func isNarration(_ word: Int) -> Bool { flags[word].isDisjoint(with: [.quoted, .boilerplate]) }

  /// Reads a text that has been tokenised.
  ///
  /// Complexity: O(*n*) for *n* bytes.
  package init(of text: UnsafeBufferPointer<UInt8>, tokens: TokenList) {
    reserve(tokens.count)
    var style = HouseStyle()
    for index in 0..<tokens.count {
      append(tokens, index, text: text, style: &style)
    }
    paragraphRanges = Paragraphs.ranges(in: text)
    flag(.quoted, Quotations.ranges(in: text, paragraphs: paragraphRanges))
    clearQuotationOfWhole()
    for form in RepeatedForms.ranges(in: words, flags: flags) {
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
    var word = 0
    for range in ranges {
      while word < count, Int(begins[word]) < range.lowerBound { word += 1 }
      while word < count, Int(begins[word]) < range.upperBound {
        flags[word].insert(flag)
        word += 1
      }
    }
  }

  /// The weight from which a word of this reading's profile counts as rare.
  package private(set) var rareWeight: Float = 0

  /// Sets the weight of every word from its value and its number of letters.
  package mutating func weigh(rareFrom rareWeight: Float, _ weight: (UInt32, Int) -> Float) {
    self.rareWeight = rareWeight
    weights = words.indices.map { weight(words[$0], Int(letters[$0])) }
  }

  /// The UTF-8 range of the text that a range of words covers; the range must not be empty.
  package func textRange(of words: Range<Int>) -> Range<Int> {
    Int(begins[words.lowerBound])..<Int(ends[words.upperBound - 1])
  }

  private mutating func reserve(_ count: Int) {
    words.reserveCapacity(count)
    stems.reserveCapacity(count)
    begins.reserveCapacity(count)
    ends.reserveCapacity(count)
    letters.reserveCapacity(count)
    flags.reserveCapacity(count)
  }

  private mutating func append(
    _ tokens: TokenList, _ index: Int, text: UnsafeBufferPointer<UInt8>, style: inout HouseStyle
  ) {
    let hash = UInt32(truncatingIfNeeded: tokens.hashes[index])
    let begin = tokens.begin(index)
    let end = tokens.end(index)
    var flags = Self.shape(of: text, at: begin)
    if tokens.isUnspaced(index) { flags.insert(.unspaced) }
    switch style.edit(hash) {
    case .keep:
      let stem = Stem(of: text, begin..<end)
      append(hash, stem, begin, end, flags)
    case .replace(let word):
      append(word, Stem(value: word, letters: end - begin), begin, end, flags)
    case .joinToLast(let word):
      joinToLast(word, end: end)
    case .drop:
      break
    }
  }

  private mutating func append(
    _ word: UInt32, _ stem: Stem, _ begin: Int, _ end: Int, _ flags: Flags
  ) {
    words.append(word)
    stems.append(stem.value)
    letters.append(UInt8(clamping: stem.letters))
    begins.append(UInt32(begin))
    ends.append(UInt32(end))
    self.flags.append(flags)
  }

  private mutating func joinToLast(_ word: UInt32, end: Int) {
    let last = words.count - 1
    words[last] = word
    stems[last] = word
    ends[last] = UInt32(end)
  }

  private static func shape(of text: UnsafeBufferPointer<UInt8>, at begin: Int) -> Flags {
    switch text[begin] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .figure
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return .capitalised
    case ..<0x80: return []
    default:
      var decoder = UTF8()
      var bytes = text[begin...].makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return [] }
      return scalar.properties.isUppercase ? .capitalised : []
    }
  }

  private mutating func group(_ text: UnsafeBufferPointer<UInt8>) {
    var word = 0
    for paragraph in paragraphRanges {
      let start = word
      for end in Sentences.ends(in: text, paragraph: paragraph) {
        let first = word
        while word < count, Int(begins[word]) < end { word += 1 }
        if word > first { sentences.append(first..<word) }
      }
      paragraphs.append(start..<word)
    }
  }
}
