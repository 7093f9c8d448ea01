/// Learns the profile of a collection.
struct ProfileLearner {
  let digests: Digests
  let index: PassageIndex
  let stories: Stories
  let publications: [Publication]

  /// In how many documents words are counted at most; the inverse document frequency of a word
  /// that stands in 1 % of them is then off by 11 %, which is 2 % of its weight.
  private static let largestSample = 8192

  func learn() -> Profile {
    let sample = Self.sample(of: digests.count)
    let repeated = repeatedPassages()
    return Profile(
      documents: digests.count, sampled: sample.count, words: wordFrequencies(in: sample),
      boilerplate: repeated.boilerplate, widespread: repeated.widespread)
  }

  private static func sample(of count: Int) -> [Int] {
    guard count > largestSample else { return Array(0..<count) }
    return (0..<largestSample).map { $0 * count / largestSample }
  }

  // MARK: Words

  /// In how many documents of the sample each word stands; words of a single one are left out,
  /// for what ``WordWeights`` takes an unknown word for is as good.
  private func wordFrequencies(in sample: [Int]) -> FrequencyTable {
    var counter = DocumentCounter()
    for (number, document) in sample.enumerated() {
      digests.withTokens(of: document) { counter.count($0, in: UInt32(number + 1)) }
    }
    return counter.repeated()
  }

  // MARK: Boilerplate and what many quote

  /// Stretches that recur across stories, and others that stand in several houses.
  private func repeatedPassages() -> (boilerplate: FrequencyTable, widespread: FrequencyTable) {
    var boilerplate = FrequencyTable()
    var widespread = FrequencyTable()
    for group in 0..<index.count {
      let documents = index.documents(of: group)
      guard documents.count >= 3 else { continue }
      if recursAcrossStories(documents) {
        boilerplate.set(index.hashes[group], to: UInt32(documents.count))
      } else {
        let houses = houseCount(documents)
        guard houses >= Self.leastHouses else { continue }
        widespread.set(index.hashes[group], to: UInt32(houses))
      }
    }
    return (boilerplate, widespread)
  }

  /// Houses from which a stretch is widespread.
  ///
  /// Two are those of a pair that is compared: a third shows that the stretch was for all to quote.
  private static let leastHouses = 3

  /// The number of houses that have a stretch, counted no further than 8; documents of unknown
  /// houses are each of one of their own.
  private func houseCount(_ documents: ArraySlice<UInt32>) -> Int {
    distinctCount(documents.prefix(Self.houseSample)) {
      publications[Int($0)].house ?? -1 - Int($0)
    }
  }

  /// Whether documents that share a stretch are of different stories and times, so that the
  /// stretch belongs to none of them: four stories in three four-day spans, three of each within
  /// one house, eight stories where dates are unknown.
  private func recursAcrossStories(_ documents: ArraySlice<UInt32>) -> Bool {
    if isRepeatedByHouse(documents) { return true }
    let stories = distinctCount(documents) { Int(self.stories.story(of: $0)) }
    guard stories >= 3 else { return false }
    let dated = documents.count { publications[Int($0)].day != nil }
    guard dated * 2 >= documents.count else { return stories >= 8 }
    let spans = distinctCount(documents) { publications[Int($0)].span }
    return spans >= 3 && (stories >= 4 || isOneHouse(documents))
  }

  /// Four-day spans in which one house must have said a thing for it to be a form, whatever its
  /// documents are otherwise: one copy elsewhere may link them all to one story.
  private static let houseSpans = 5
  /// How many documents of a group are looked at for that; more tell the same.
  private static let houseSample = 64

  private func isRepeatedByHouse(_ documents: ArraySlice<UInt32>) -> Bool {
    guard documents.count >= Self.houseSpans else { return false }
    let sample = documents.prefix(Self.houseSample)
    // A house that has enough documents of a group is that of one of the first of the others.
    for (index, document) in sample.dropLast(Self.houseSpans - 1).enumerated() {
      guard let house = publications[Int(document)].house else { continue }
      let earlier = sample.prefix(index)
      if earlier.contains(where: { publications[Int($0)].house == house }) { continue }
      let spans = distinctCount(sample) {
        publications[Int($0)].house == house ? publications[Int($0)].span : nil
      }
      if spans >= Self.houseSpans { return true }
    }
    return false
  }

  private func isOneHouse(_ documents: ArraySlice<UInt32>) -> Bool {
    guard let first = documents.first, let house = publications[Int(first)].house else {
      return false
    }
    return documents.allSatisfy { publications[Int($0)].house == house }
  }

  /// The number of distinct values that a closure has for documents, counted no further than 8.
  ///
  /// A closure that does not outlive the call: each lazy sequence copied this whole value.
  @inline(__always)
  private func distinctCount(_ documents: ArraySlice<UInt32>, _ value: (UInt32) -> Int?) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 8) { seen in
      var count = 0
      for document in documents {
        guard let value = value(document), !seen[..<count].contains(value) else { continue }
        seen.initializeElement(at: count, to: value)
        count += 1
        if count == 8 { break }
      }
      return count
    }
  }
}

extension Publication {
  /// The four-day span of the day, nil where that is unknown.
  @inline(__always)
  fileprivate var span: Int? { day.map { $0 / 4 } }
}

/// Counts in how many documents each word stands; documents come one after the other.
private struct DocumentCounter {
  private struct Cell {
    var word: UInt32 = 0
    var documents: UInt32 = 0
    /// The last document that had the word, from 1; 0 marks an empty cell.
    var last: UInt32 = 0
  }

  private var cells = [Cell](repeating: Cell(), count: 1 << 16)
  private var used = 0

  mutating func count(_ words: UnsafeBufferPointer<UInt32>, in document: UInt32) {
    while (used + words.count) * 2 > cells.count { grow() }
    used += cells.withUnsafeMutableBufferPointer { cells in
      words.reduce(0) { $0 &+ Self.count($1, in: document, cells).count }
    }
  }

  /// Counts a word and tells whether it is new.
  ///
  /// Without a branch on whether the document had it before: two words of five did, in no order.
  @inline(__always)
  private static func count(
    _ word: UInt32, in document: UInt32, _ cells: UnsafeMutableBufferPointer<Cell>
  ) -> Bool {
    let place = place(of: word, in: UnsafeBufferPointer(cells))
    let last = cells[place].last
    cells[place].word = word
    cells[place].last = document
    cells[place].documents &+= UInt32(truncatingIfNeeded: (last != document).count)
    return last == 0
  }

  /// The words that stand in two and more documents.
  func repeated() -> FrequencyTable {
    let kept = cells.filter { $0.documents > 1 }.sorted { $0.word < $1.word }
    var table = FrequencyTable(expected: kept.count)
    for cell in kept { table.set(UInt64(cell.word), to: cell.documents) }
    return table
  }

  @inline(__always)
  private static func place(of word: UInt32, in cells: UnsafeBufferPointer<Cell>) -> Int {
    let mask = cells.count - 1
    var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B1) &>> 4) & mask
    while cells[place].last != 0, cells[place].word != word { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = [Cell](repeating: Cell(), count: cells.count * 2)
    larger.withUnsafeMutableBufferPointer { larger in
      for cell in cells where cell.last != 0 {
        larger[Self.place(of: cell.word, in: UnsafeBufferPointer(larger))] = cell
      }
    }
    cells = larger
  }
}
