/// Finds where a text says the same form of words again and again: the captions of a photo
/// gallery, the links between the parts of a page.
///
///     Hide Caption 3 of 27 Photos: The debate – Romney greets his wife.
///     Hide Caption 4 of 27 Photos: The debate – Obama makes a point.
///
/// Such stretches are furniture even where no other story has them, so that no profile can learn
/// them. Figures count as equal. What stands between two instances of the form belongs to them.
enum RepeatedForms {
  /// The words of a form.
  private static let formWords = 6
  /// The most words from one instance to the next; captions run to 80.
  private static let widestStep = 90
  /// The instances that make a stretch; parallel sentences, of a poll say, rarely come to five.
  private static let leastInstances = 5

  /// The stretches as ranges of words, in order and without overlap.
  ///
  /// Complexity: O(*n*) for *n* words.
  static func ranges(in words: [UInt32], flags: [Reading.Flags]) -> [Range<Int>] {
    guard words.count >= formWords * leastInstances else { return [] }
    var chains = Chains(capacity: words.count)
    var ranges: [Range<Int>] = []
    var form = RollingForm()
    for word in 0..<(formWords - 1) { form.append(value(of: word, words, flags)) }
    for start in 0...(words.count - formWords) {
      form.append(value(of: start + formWords - 1, words, flags))
      defer { form.drop(value(of: start, words, flags)) }
      if flags[start].contains(.unspaced) { continue }
      let chain = chains.extend(form.hash, to: start, within: widestStep)
      guard chain.count >= leastInstances else { continue }
      note(Int(chain.start)..<(start + formWords), in: &ranges)
    }
    return ranges
  }

  /// What a word counts as in a form: figures are all equal.
  @inline(__always)
  private static func value(of word: Int, _ words: [UInt32], _ flags: [Reading.Flags]) -> UInt64 {
    flags[word].contains(.figure) ? 0 : UInt64(words[word])
  }

  /// The hash of the last words, as a polynomial of their values.
  private struct RollingForm {
    private var sum: UInt64 = 0
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// The power of the base that the oldest word has.
    private static let oldest = (1..<formWords).reduce(UInt64(1)) { power, _ in power &* base }

    var hash: UInt32 { UInt32(truncatingIfNeeded: (sum ^ sum &>> 29) &>> 16) }

    mutating func append(_ value: UInt64) { sum = sum &* Self.base &+ value }
    mutating func drop(_ value: UInt64) { sum = sum &- value &* Self.oldest }
  }

  private static func note(_ range: Range<Int>, in ranges: inout [Range<Int>]) {
    var range = range
    while let last = ranges.last, last.upperBound >= range.lowerBound {
      range = min(last.lowerBound, range.lowerBound)..<max(last.upperBound, range.upperBound)
      ranges.removeLast()
    }
    ranges.append(range)
  }
}

/// For each form the chain of its instances, each close to the one before.
private struct Chains {
  struct Chain {
    var form: UInt32 = 0
    var start: UInt32 = 0
    var last: UInt32 = 0
    /// 0 where the place is empty.
    var count: UInt32 = 0
  }

  private var places: [Chain]

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    places = [Chain](repeating: Chain(), count: size)
  }

  /// Adds an instance to the chain of a form, or begins it anew where the last one is too far.
  mutating func extend(_ form: UInt32, to position: Int, within step: Int) -> Chain {
    let place = place(of: form)
    let chain = places[place]
    let isNear = chain.count > 0 && position - Int(chain.last) <= step
    let count = isNear ? chain.count + 1 : 1
    places[place] = Chain(
      form: form, start: isNear ? chain.start : UInt32(position), last: UInt32(position),
      count: count)
    return places[place]
  }

  private func place(of form: UInt32) -> Int {
    let mask = places.count - 1
    var place = Int(form) & mask
    while places[place].count != 0, places[place].form != form { place = (place + 1) & mask }
    return place
  }
}
