import Testing

@testable import NearDuplicates

/// Texts that are elsewhere: what is kept of them gives what the documents themselves give.
struct TextSourceTests {
  /// Texts of which some have changed since they were kept.
  private struct ChangingTexts: TextSource, TextSourceReader {
    struct Changed: Error, Equatable { var document: Int }
    typealias Failure = Changed

    let documents: [Document]

    func reader() -> ChangingTexts { self }

    func withText(of document: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
      var text = documents[document].text
      text.withUTF8 { body($0) }
    }

    func document(_ document: Int) throws(Changed) -> Document { documents[document] }

    func refuseChange(of document: Int) throws(Changed) { throw Changed(document: document) }
  }

  /// Copies of invented reports, a few words in a hundred changed, some dated, in no order of dates.
  private func documents(seed: UInt64) -> [Document] {
    var random = SplitMix(seed: seed)
    let stories = (0..<8).map { _ in Editing.unrelated(words: 150, &random) }
    return (0..<80).map { number in
      let share = Double(Int.random(in: 0...6, using: &random)) / 100
      let story = stories[number % 8]
      return Document(
        id: "d\(number * 37 % 80)",
        text: share == 0 ? story : Editing.changed(story, share: share, &random),
        source: "Outlet \(number % 3)",
        date: number % 4 == 0 ? nil : Timestamp(year: 2024, month: 5, day: 9 - number % 9))
    }
  }

  /// What is kept where tasks read some documents each.
  private func kept(_ documents: [Document], for preset: Preset) -> SketchedCollection {
    var collection = SketchedCollection()
    for range in [0..<1, 1..<30, 30..<30, 30..<documents.count] {
      var sketcher = TextSketcher(for: preset)
      for document in documents[range] {
        sketcher.append(document.text)
        collection.append(document)
      }
      collection.append(contentsOf: sketcher.take())
    }
    return collection
  }

  private func deduplicator(_ preset: Preset, _ listing: Listing) -> Deduplicator {
    var settings = Settings(preset: preset)
    settings.listing = listing
    settings.threads = 2
    return Deduplicator(settings: settings)
  }

  @Test(arguments: Preset.allCases, [Listing.clusters, .listed])
  func `what was kept tells the same as the documents`(
    preset: Preset, listing: Listing
  ) async throws {
    let documents = documents(seed: 9)
    let deduplicator = deduplicator(preset, listing)
    let result = try await deduplicator.deduplicate(
      kept(documents, for: preset), texts: ChangingTexts(documents: documents))
    #expect(Outcome(result, documents) == (await deduplicator.outcome(documents)))
    #expect(result.clusters.count >= 5)
  }

  @Test(arguments: Preset.allCases)
  func `a text that has changed in between ends the run`(preset: Preset) async throws {
    var documents = documents(seed: 9)
    let kept = kept(documents, for: preset)
    let deduplicator = deduplicator(preset, .listed)
    let result = await deduplicator.deduplicate(documents)
    let compared = try #require(
      result.matches.first { $0.relation != .identical && $0.score < 1 }?.a)
    documents[compared].text += " And one thing more."
    await #expect(throws: ChangingTexts.Changed(document: compared)) {
      _ = try await deduplicator.deduplicate(kept, texts: ChangingTexts(documents: documents))
    }
  }

  @Test func `identities stay where a collection is handed over`() {
    let documents = documents(seed: 3)
    for preset in Preset.allCases {
      var collection = kept(documents, for: preset)
      let identities = collection.texts.identities
      let taken = collection.take()
      #expect(taken.texts.identities == identities && collection.texts.identities == identities)
      #expect(collection.texts.sketches.count == 0)
      #expect(taken.texts.sketches.count == (preset == .corpus ? documents.count : 0))
    }
  }
}
