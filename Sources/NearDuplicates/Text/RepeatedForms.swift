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
  /// Nine texts in ten have no form that often, which a tally of bytes tells in a third of the time
  /// that the chains take; `tally` is memory for it.
  ///
  /// Complexity: O(*n*) for *n* words.
  static func ranges(
    in words: [UInt32], flags: [Reading.Flags], tally: inout [UInt8]
  ) -> [Range<Int>] {
    guard words.count >= formWords * leastInstances, mayRecur(words, flags, tally: &tally) else {
      return []
    }
    var chains = Chains(capacity: words.count)
    var ranges: [Range<Int>] = []
    forEachForm(of: words, flags) { start, form in
      let chain = chains.extend(form, to: start, within: widestStep)
      guard chain.count >= leastInstances else { return }
      note(Int(chain.start)..<(start + formWords), in: &ranges)
    }
    return ranges
  }

  /// Whether a form may stand ``leastInstances`` times: never wrongly denied, and seldom wrongly
  /// affirmed with eight and more bytes for a word.
  private static func mayRecur(
    _ words: [UInt32], _ flags: [Reading.Flags], tally: inout [UInt8]
  ) -> Bool {
    var size = 1024
    while size < words.count * 8 { size *= 2 }
    if tally.count < size { tally = [UInt8](repeating: 0, count: size) }
    var most: UInt8 = 0
    tally.withUnsafeMutableBufferPointer { tally in
      let tally = UnsafeMutableBufferPointer(rebasing: tally[..<size])
      tally.update(repeating: 0)
      forEachForm(of: words, flags) { _, form in
        let place = Int(form) & (size - 1)
        tally[place] = min(tally[place], 254) + 1
        most = max(most, tally[place])
      }
    }
    return Int(most) >= leastInstances
  }

  /// Calls a closure with the first word and the hash of each form of words with spaces between.
  @inline(__always)
  private static func forEachForm(
    of words: [UInt32], _ flags: [Reading.Flags], _ body: (Int, UInt32) -> Void
  ) {
    words.withUnsafeBufferPointer { words in
      flags.withUnsafeBufferPointer { flags in
        var form = RollingForm()
        for word in 0..<(formWords - 1) { form.append(value(of: word, words, flags)) }
        for start in 0...(words.count - formWords) {
          form.append(value(of: start + formWords - 1, words, flags))
          if !flags[start].contains(.unspaced) { body(start, form.hash) }
          form.drop(value(of: start, words, flags))
        }
      }
    }
  }

  /// What a word counts as in a form: figures are all equal.
  @inline(__always)
  private static func value(
    of word: Int, _ words: UnsafeBufferPointer<UInt32>, _ flags: UnsafeBufferPointer<Reading.Flags>
  ) -> UInt64 {
    flags[word].contains(.figure) ? 0 : UInt64(words[word])
  }

  /// The hash of the last words, as a polynomial of their values.
  private struct RollingForm {
    private var sum: UInt64 = 0
    private static let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    /// The power of the base that the oldest word has.
    private static let oldest = (1..<formWords).reduce(UInt64(1)) { power, _ in power &* base }

    @inline(__always)
    var hash: UInt32 { UInt32(truncatingIfNeeded: (sum ^ sum &>> 29) &>> 16) }

    @inline(__always)
    mutating func append(_ value: UInt64) { sum = sum &* Self.base &+ value }
    @inline(__always)
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
