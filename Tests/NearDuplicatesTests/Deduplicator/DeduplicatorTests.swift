import NearDuplicates
import Testing

struct DeduplicatorTests {
  private static let monday = Timestamp(year: 2024, month: 3, day: 4)
  private static let tuesday = Timestamp(year: 2024, month: 3, day: 5)

  private func document(
    _ id: String, _ text: String, date: Timestamp? = monday
  ) -> Document {
    Document(id: id, text: text, source: "Outlet \(id)", date: date)
  }

  /// What becomes of a text and its copy among all other reports.
  private func place(of copy: String, from original: String) async -> Outcome.Place? {
    var documents = NewsTexts.all.enumerated().map { document("other\($0.offset)", $0.element) }
    documents.removeAll { $0.text == original }
    documents.append(document("original", original))
    documents.append(document("zcopy", copy, date: Self.tuesday))
    let outcome = await Deduplicator().outcome(documents)
    #expect(outcome.clusters == [["original", "zcopy"]])
    #expect(outcome.places.count == documents.count)
    #expect(outcome.places["original"]?.of == nil)
    #expect(outcome.places["zcopy"]?.of == "original")
    return outcome.places["zcopy"]
  }

  private func joined(_ words: some Sequence<Substring>) -> String { words.joined(separator: " ") }

  // MARK: Relations

  @Test(arguments: NewsTexts.all)
  func `an exact copy is identical`(text: String) async {
    let place = await place(of: text, from: text)
    #expect(place?.relation == .identical)
    #expect(place?.score == 1)
  }

  @Test(arguments: [NewsTexts.strike, NewsTexts.streik, NewsTexts.most, NewsTexts.tianqi])
  func `case, spaces and marks do not matter`(text: String) async {
    let copy =
      "\u{FEFF}"
      + text.uppercased().split(whereSeparator: \.isWhitespace)
      .joined(separator: "\r\n ").replacing("，", with: "、") + " …"
    #expect(await place(of: copy, from: text)?.relation == .identical)
  }

  @Test(arguments: NewsTexts.all)
  func `a light edit is a reprint`(text: String) async {
    let isChinese = text == NewsTexts.yuan || text == NewsTexts.tianqi
    var random = SplitMix(seed: 17)
    let copy =
      isChinese
      ? "本报讯　" + text.replacing("将", with: "会").replacing("。\n", with: "。（记者李明）\n")
      : Editing.changed(text, share: 0.03, &random)
    let relation = await place(of: copy, from: text)?.relation
    #expect(relation == .reprint)
  }

  @Test(arguments: [NewsTexts.strike, NewsTexts.bridge, NewsTexts.library, NewsTexts.ernte])
  func `a cut among own words is an excerpt or a reprint of the first`(text: String) async {
    let words = text.split(whereSeparator: \.isWhitespace)
    let cut = joined(words.prefix(words.count * 2 / 5))
    #expect(await place(of: cut, from: text)?.relation == .excerpt)
  }

  @Test func `moved paragraphs are a reprint`() async {
    let paragraphs = NewsTexts.strike.split(separator: "\n\n").reversed()
    let relation = await place(of: paragraphs.joined(separator: "\n\n"), from: NewsTexts.strike)?
      .relation
    #expect(relation == .reprint)
  }

  @Test func `an edit by the same house within days is a version`() async {
    var random = SplitMix(seed: 5)
    var documents = [NewsTexts.bridge, Editing.changed(NewsTexts.bridge, share: 0.05, &random)]
      .enumerated().map { document("\($0.offset)", $0.element) }
    for place in documents.indices { documents[place].source = "Harbour Courier" }
    documents[1].date = Self.tuesday
    let outcome = await Deduplicator().outcome(documents)
    #expect(outcome.places["1"]?.relation == .version)
    #expect(outcome.places["1"]?.of == "0")
  }

  @Test func `unlike reports stand alone, in any mixture of languages`() async {
    let documents = NewsTexts.all.enumerated().map { document("\($0.offset)", $0.element) }
    let result = await Deduplicator().deduplicate(documents)
    #expect(result.clusters.isEmpty)
    #expect(result.placements == [Placement](repeating: Placement(), count: documents.count))
    // Of a handful of documents all pairs are compared, so that the nearest miss can be told.
    #expect(result.nearMisses.map(\.document) == Array(documents.indices))
    #expect(result.nearMisses.allSatisfy { $0.score < 0.5 && $0.document != $0.other })
  }

  @Test func `a quotation of one report in another does not make them one`() async {
    let quoting = """
      Fruit will cost more in the capital this week, wholesalers at the Eastern Market warn. Pallets \
      of oranges had to be thrown away, and three ships with bananas were sent on to another coast.

      The union's Ilse Varga asked for understanding. "We did not get all that we asked for, but \
      nobody will have to work the double shift any more," she told a meeting of retailers.
      """
    let outcome = await Deduplicator().outcome([
      document("a", NewsTexts.strike), document("b", quoting),
    ])
    #expect(outcome.clusters.isEmpty)
  }

  // MARK: Ids and profile

  @Test func `a cluster's id is a name of its representative's words`() async {
    let first = await Deduplicator().deduplicate([
      document("a", NewsTexts.strike), document("b", NewsTexts.strike),
    ])
    let second = await Deduplicator().deduplicate([
      document("x", NewsTexts.bridge), document("y", NewsTexts.bridge),
      document("p", NewsTexts.strike.uppercased()), document("q", NewsTexts.strike),
    ])
    #expect(first.clusters.map(\.id.count) == [16])
    #expect(second.clusters.map(\.id).contains(first.clusters[0].id))
    #expect(Set(second.clusters.map(\.id)).count == 2)
  }

  @Test func `a profile that is given is used and handed on`() async {
    let documents = NewsTexts.all.enumerated().map { document("\($0.offset)", $0.element) }
    let learned = await Deduplicator().learn(from: documents)
    let own = await Deduplicator().deduplicate(documents)
    #expect(own.profile == learned)
    let given = await Deduplicator(profile: .empty).deduplicate(documents)
    #expect(given.profile == .empty)
    #expect(given.profile != own.profile)
  }

  @Test func `with the same profile a pair gets the same verdict everywhere`() async {
    var random = SplitMix(seed: 11)
    let a = document("a", NewsTexts.strike)
    let b = document("b", Editing.changed(NewsTexts.strike, share: 0.1, &random))
    let others = NewsTexts.all.dropFirst().enumerated().map {
      document("o\($0.offset)", $0.element)
    }
    let profile = await Deduplicator().learn(from: others)
    let deduplicator = Deduplicator(profile: profile)
    let alone = await deduplicator.outcome([a, b])
    let among = await deduplicator.outcome(others + [b, a])
    let comparison = deduplicator.compare(b, a)
    #expect(alone.places["b"] == among.places["b"])
    #expect(alone.places["b"]?.score == comparison.score)
    #expect(alone.places["b"]?.relation == comparison.relation)
  }
}
