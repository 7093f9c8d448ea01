import NearDuplicates
import Testing

@testable import DedupeIndex

/// What a filter flags is what a search of the whole collection links, with the same profile.
@Suite struct FilterAgreementTests {
  @Test(arguments: [Preset.wire, .near, .corpus])
  func aFilterFlagsWhatASearchLinks(preset: Preset) async throws {
    // Furniture keeps the Jaccard similarity of short copies below what the preset asks for.
    let news = InventedNews(count: 300, seed: 3, hasFurniture: preset == .wire)
    let documents = news.documents.sorted { $0.precedes($1) }
    let profile = await Deduplicator().learn(from: documents)
    let result = await Deduplicator(settings: Settings(preset: preset), profile: profile)
      .deduplicate(documents)
    var settings = FilterSettings(detection: Settings(preset: preset))
    settings.profile = profile
    let test = try TestFilter(settings)
    let verdicts = try await test.admit(documents)
    // The first of a cluster in the order of arrival is let through, whoever represents it.
    let linked = Set(
      result.clusters.flatMap { $0.members.dropFirst().map { documents[$0].id } })
    let flagged = Set(
      zip(documents, verdicts).filter { $0.1.status == .duplicate }.map(\.0.id))
    // Named effects: a match with a loose member alone, and a link that came after both.
    let loose = Set(zip(documents, verdicts).filter { $0.1.reason != nil }.map(\.0.id))
    #expect(linked.count > 30)
    #expect(linked.subtracting(flagged).subtracting(loose).count <= linked.count / 20)
    #expect(flagged.subtracting(linked).count <= linked.count / 20)
    #expect(test.filter.statistics.likeLooseMember <= linked.count / 20)
  }
}
