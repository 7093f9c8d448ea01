import Testing

@testable import NearDuplicates

struct SketchedCollectionTests {
  private func documents(seed: UInt64) -> [Document] {
    var random = SplitMix(seed: seed)
    let ids = (0..<60).map { "\($0)é" }.shuffled(using: &random)
    return ids.map { id in
      let day = Int.random(in: 1...4, using: &random)
      let date = Timestamp(year: 2024, month: 5, day: day)
      let moment = date.map { Timestamp(seconds: $0.seconds) }
      let source = ["Harbour Courier", "Harbour Courier - Opinion", "Gazette", nil][day - 1]
      return Document(
        id: id, text: "", source: source,
        date: [date, moment, nil].randomElement(using: &random) ?? nil,
        url: Bool.random(using: &random) ? "https://news.place\(day % 2).com/\(id)" : nil)
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func `orders, names and tells houses as documents do`(seed: UInt64) {
    let documents = documents(seed: seed)
    var collection = SketchedCollection()
    for document in documents { collection.append(document) }
    #expect(collection.count == documents.count)
    let expected = documents.indices.sorted { documents[$0].precedes(documents[$1]) }
    #expect(collection.canonicalOrder().map { Int($0) } == expected, "seed \(seed)")
    let houses = documents.map { House(source: $0.source, url: $0.url) }
    for (place, document) in documents.enumerated() {
      #expect(collection.id(of: place) == document.id)
      #expect(collection.dates[place] == document.date)
      for other in documents.indices {
        let areOne = houses[place] != nil && houses[place] == houses[other]
        #expect(collection.areOfOneHouse(place, other) == areOne)
      }
    }
  }

  @Test func `documents of one source are of the house of the first of them`() {
    let places = [("A", "b"), ("A", "c"), (nil, "b"), (nil, "c"), ("D", nil), (nil, nil)]
    var collection = SketchedCollection()
    for (number, place) in places.enumerated() {
      collection.append(
        Document(
          id: "\(number)", text: "", source: place.0,
          url: place.1.map { "https://\($0)place.com/\(number)" }))
    }
    func groups(_ order: [UInt32]) -> [[UInt32]] {
      let houses = zip(order, collection.publications(in: order).map(\.house))
      let known = Dictionary(grouping: houses.filter { $0.1 != nil }, by: { $0.1 ?? 0 })
      return known.values.map { $0.map(\.0).sorted() }.sorted { $0[0] < $1[0] }
    }
    #expect(groups([0, 1, 2, 3, 4, 5]) == [[0, 1, 2], [3], [4]])
    #expect(groups([5, 1, 4, 0, 3, 2]) == [[0, 1, 3], [2], [4]])
  }
}
