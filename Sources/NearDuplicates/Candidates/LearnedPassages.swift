/// What recurs in a collection: the part of a profile that passages teach.
struct LearnedPassages: Sendable {
  /// In how many documents each fingerprint that recurs across stories stands.
  private(set) var boilerplate = FrequencyTable()
  /// In how many houses each other fingerprint stands that several have.
  private(set) var widespread = FrequencyTable()

  /// Learns from an index of the passages of a collection.
  init(_ index: PassageIndex, stories: Stories, publications: [Publication]) {
    let learner = PassageLearner(stories: stories, publications: publications)
    for group in 0..<index.count {
      let documents = index.documents(of: group)
      guard documents.count >= 3 else { continue }
      if learner.recursAcrossStories(documents) {
        boilerplate.set(index.hashes[group], to: UInt32(documents.count))
      } else {
        let houses = learner.houseCount(documents)
        guard houses >= Self.leastHouses else { continue }
        widespread.set(index.hashes[group], to: UInt32(houses))
      }
    }
  }

  /// Houses from which a stretch is widespread.
  ///
  /// Two are those of a pair that is compared: a third shows that the stretch was for all to quote.
  private static let leastHouses = 3
}

/// Tells what the documents of a stretch say of it.
private struct PassageLearner {
  let stories: Stories
  let publications: [Publication]

  /// The number of houses that have a stretch, counted no further than 8; documents of unknown
  /// houses are each of one of their own.
  func houseCount(_ documents: ArraySlice<UInt32>) -> Int {
    distinctCount(documents.prefix(Self.houseSample)) {
      publications[Int($0)].house ?? -1 - Int($0)
    }
  }

  /// Whether documents that share a stretch are of different stories and times, so that the
  /// stretch belongs to none of them: four stories in three four-day spans, three of each within
  /// one house, eight stories where dates are unknown.
  func recursAcrossStories(_ documents: ArraySlice<UInt32>) -> Bool {
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
