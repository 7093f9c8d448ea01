import Testing

@testable import NearDuplicates

@Suite struct ProfileBoilerplateTests {
  private static let footer =
    "Sign up here for our daily letter with the best of the Harbour Gazette."
  private static let bio = "Jane Doe covers the courts and the harbour for the Evening Mail."

  private static func story(_ number: Int) -> String {
    (1...40).map { "Case \(number)x\($0) of street \(number)y\($0)." }.joined(separator: " ")
  }

  /// Six stories of two outlets with one footer, four of them with a bio too.
  private static let documents = (1...6).map { number in
    Document(
      id: "\(number)",
      text: story(number) + "\n" + (number <= 4 ? bio + "\n" : "") + story(number + 50) + "\n"
        + footer,
      source: number.isMultiple(of: 3) ? "Mail" : "Gazette",
      date: Timestamp(year: 2025, month: number, day: 3))
  }

  @Test func isToldOnceWithWhereItStands() async {
    let profile = await Deduplicator().learn(from: Self.documents)
    let stretches = profile.mostFrequentBoilerplate(in: Self.documents, most: 10)
    #expect(stretches.map(\.documents) == [6, 4])
    // Of a stretch up to four words at either end may lie between two fingerprints.
    let texts = stretches.map(\.text)
    #expect(Self.footer.contains(texts[0]) && texts[0].contains("our daily letter with the best"))
    #expect(Self.bio.contains(texts[1]) && texts[1].contains("covers the courts and the harbour"))
    #expect(
      stretches[0].outlets == [
        .init(name: "Gazette", documents: 4), .init(name: "Mail", documents: 2),
      ])
    #expect(profile.mostFrequentBoilerplate(in: Self.documents, most: 1).count == 1)
  }

  @Test func isNoneWhereNothingIsKnown() {
    #expect(Profile.empty.mostFrequentBoilerplate(in: Self.documents, most: 10).isEmpty)
  }
}
