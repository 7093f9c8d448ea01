import Testing

@testable import NearDuplicates

struct LearnedPassagesTests {
  private static let furniture = """
    Subscribe to our morning newsletter and get the stories that matter delivered to your inbox \
    every weekday before breakfast
    """

  private func learn(_ documents: [Document]) async -> Profile {
    await Deduplicator().learn(from: documents)
  }

  /// The share of a text's words that a profile knows to be boilerplate.
  private func boilerplateShare(_ text: String, _ profile: Profile) -> Double {
    let reading = Reading(text, profile: profile)
    return Double(reading.flags.count { $0.contains(.boilerplate) }) / Double(reading.count)
  }

  /// Whether a text counts as boilerplate; winnowing may leave out four words at either end.
  private func isFurniture(_ text: String, _ profile: Profile) -> Bool {
    boilerplateShare(text, profile) >= 0.6
  }

  private func day(_ number: Int) -> Timestamp {
    Timestamp(seconds: Int64(number) * 86_400, hasTimeOfDay: false)
  }

  /// Documents of one story each with a common tail, so many days apart.
  private func stories(
    _ count: Int, daysApart: Int?, tail: String = furniture, source: (Int) -> String? = { _ in nil }
  ) -> [Document] {
    var random = SplitMix(seed: 21)
    return (0..<count).map { number in
      let text = Editing.unrelated(words: 120, &random) + "\n\n" + tail
      return Document(
        id: "\(1000 + number)", text: text, source: source(number),
        date: daysApart.map { day(18_000 + number * $0) })
    }
  }

  @Test func `furniture that recurs over dates and stories is boilerplate`() async {
    let documents = stories(12, daysApart: 5)
    let profile = await learn(documents)
    #expect(isFurniture(Self.furniture, profile))
    #expect(profile.knownBoilerplate > 0)
    let body = documents[0].text.prefix { $0 != "\n" }
    #expect(boilerplateShare(String(body), profile) == 0)
    #expect(boilerplateShare(documents[0].text, profile) < 0.2)
  }

  @Test func `what few stories or one week share is none`() async {
    let few = await learn(stories(3, daysApart: 5))
    #expect(few.knownBoilerplate == 0)
    let oneWeek = await learn(stories(12, daysApart: 0))
    #expect(oneWeek.knownBoilerplate == 0)
    let undated = await learn(stories(7, daysApart: nil))
    #expect(undated.knownBoilerplate == 0)
  }

  @Test func `many stories will do where dates are unknown`() async {
    let profile = await learn(stories(9, daysApart: nil))
    #expect(isFurniture(Self.furniture, profile))
  }

  @Test func `three stories of one house will do, of three houses they will not`() async {
    let one = await learn(stories(3, daysApart: 5) { _ in "Harbour Courier" })
    #expect(isFurniture(Self.furniture, one))
    let towns = ["Aldmar", "Brunnow", "Cestria"]
    let three = await learn(stories(3, daysApart: 5) { "\(towns[$0]) Gazette" })
    #expect(three.knownBoilerplate == 0)
  }

  @Test func `one story in 500 copies within two days is none`() async {
    var random = SplitMix(seed: 8)
    let story = Editing.unrelated(words: 90, &random)
    let copies = (0..<500).map { copy in
      Document(
        id: "copy\(copy)", text: Editing.changed(story, share: 0.03, &random),
        source: "Outlet \(copy)", date: day(18_000 + copy % 2))
    }
    let profile = await learn(copies + stories(12, daysApart: 5))
    #expect(boilerplateShare(story, profile) == 0)
    #expect(isFurniture(Self.furniture, profile))
  }

  @Test func `is the same whatever the order and the number of threads`() async {
    let documents = stories(12, daysApart: 5)
    var settings = Settings()
    settings.threads = 8
    let one = await learn(documents)
    var random = SplitMix(seed: 3)
    let other = await Deduplicator(settings: settings)
      .learn(from: documents.shuffled(using: &random))
    #expect(one.fingerprint == other.fingerprint)
    #expect(one.serialized() == other.serialized())
  }

  @Test func `nothing is learned of nothing`() async {
    let profile = await learn([])
    #expect(profile == .empty)
  }
}
